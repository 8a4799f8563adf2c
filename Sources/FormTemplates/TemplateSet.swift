import Foundation
import Spreadsheet

/// The templates that ship and those of a person's own, as one: of two with the same id the person's own is taken.
public struct TemplateSet: Sendable {
    /// Where a template is from.
    public enum Origin: String, Sendable {
        case shipped = "随程序"
        case own = "自定义"
    }

    /// The folder that ships, with the words for labels and what holds for every form.
    public var shipped: TemplateFolder
    /// The folder of the person's own templates, or nil when there is none.
    public var own: TemplateFolder?

    /// A set.
    public init(shipped: TemplateFolder, own: TemplateFolder?) {
        self.shipped = shipped
        self.own = own
    }

    /// The folder of own templates that holds where nothing else is said: `$XDG_CONFIG_HOME/zipingbiao/templates`, or
    /// `~/.config/zipingbiao/templates`. It need not exist.
    public static func ownFolder(environment: [String: String]) -> String? {
        // The base directory specification asks that a path that is not absolute be passed over.
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/zipingbiao/templates" }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        return home + "/.config/zipingbiao/templates"
    }

    /// Ids of all templates.
    public func identifiers() throws -> [String] {
        Array(Set(try shipped.identifiers() + (own?.identifiers() ?? []))).sorted()
    }

    /// Where the template with this id is taken from, or nil when there is none.
    public func origin(of id: String) throws -> Origin? {
        if try own?.identifiers().contains(id) == true { return .own }
        return try shipped.identifiers().contains(id) ? .shipped : nil
    }

    /// The folder of the template with this id.
    ///
    /// - Throws: `ToolError` (66) that lists the templates, when there is none.
    public func folder(of id: String) throws -> String {
        switch try origin(of: id) {
        case .own?: return "\(own?.path ?? "")/\(id)"
        case .shipped?: return "\(shipped.path)/\(id)"
        case nil: throw TemplateFolder.missing(id, known: try identifiers(), path: shipped.path)
        }
    }

    /// Loads a template; one that does not exist, or is broken, is an error that says where.
    public func template(_ id: String) throws -> Template {
        switch try origin(of: id) {
        case .own?: return try (own ?? shipped).template(id)
        case .shipped?: return try shipped.template(id)
        case nil: throw TemplateFolder.missing(id, known: try identifiers(), path: shipped.path)
        }
    }

    /// The template that is used when a person names none: what the own `templates.yaml` says, else the shipped one.
    public func defaultIdentifier() throws -> String {
        if let own, FileManager.default.fileExists(atPath: own.path + "/templates.yaml") {
            return try own.defaultIdentifier()
        }
        return try shipped.defaultIdentifier()
    }

    /// The label table.
    public func labels() throws -> LabelTable { try shipped.labels() }

    /// What holds for every form, for those of a template that is not here.
    public func generic() throws -> Template { try shipped.generic() }
}
