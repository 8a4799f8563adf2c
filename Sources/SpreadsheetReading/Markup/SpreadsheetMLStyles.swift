/// The styles that an XML workbook declares: names, parents and number formats.
struct SpreadsheetMLStyles {
    private struct Declaration {
        var parent: String?
        var format: String?
    }

    private static let defaultName = "Default"

    private let styles: MarkupStyles
    private var declarations: [String: Declaration] = [:]
    private var current: String?
    /// Known indexes by name, filled when first asked for.
    private var indexes: [String: Int] = [:]

    init(styles: MarkupStyles) { self.styles = styles }

    /// A style begins.
    mutating func begin(_ name: String?, parent: String?) {
        current = name
        if let name { declarations[name] = Declaration(parent: parent) }
    }

    /// The format of the style that has begun.
    mutating func setFormat(_ format: String?) {
        guard let current, let format else { return }
        declarations[current]?.format = NamedNumberFormat.code(format)
    }

    /// All styles are known.
    mutating func finish() {
        current = nil
        styles.setDefault(code(of: Self.defaultName))
    }

    /// The index of a style by its name; the default for a name that is not declared.
    mutating func index(of name: String) -> Int {
        if let index = indexes[name] { return index }
        let index = styles.index(of: code(of: name))
        indexes[name] = index
        return index
    }

    /// The format of a style: its own, or the nearest ancestor's. Styles without a parent descend from the default one.
    private func code(of name: String) -> String {
        var name: String? = name
        // A ring of parents ends here too.
        for _ in 0..<MarkupLimits.ancestors {
            guard let step = name, let declaration = declarations[step] else { break }
            if let format = declaration.format { return format }
            name = declaration.parent
        }
        return declarations[Self.defaultName]?.format ?? "General"
    }
}
