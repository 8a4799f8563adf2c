import Foundation

/// The name of an element or attribute: its namespace, as far as a workbook needs it, and its local name. Prefixes play no part.
struct SpreadsheetMLName {
    /// The namespaces of a workbook.
    enum Space {
        /// Of the workbook itself; also of names in no namespace, which sloppy writers leave.
        case spreadsheet
        /// Of Excel's own settings.
        case excel
        /// Of rich text.
        case html
        case other
    }

    /// What expat puts between namespace and local name: a character that no XML text can hold.
    static let separator: CChar = 1

    let space: Space
    let local: String

    init(_ name: UnsafePointer<CChar>) {
        guard let mark = strrchr(name, Int32(Self.separator)) else {
            space = .spreadsheet
            local = String(cString: name)
            return
        }
        space = Self.space(name, end: mark)
        local = String(cString: mark + 1)
    }

    /// The namespace that stands before the separator.
    static func space(_ name: UnsafePointer<CChar>, end: UnsafePointer<CChar>) -> Space {
        let length = end - name
        func isWhole(_ text: String) -> Bool { length == text.utf8.count && strncmp(name, text, length) == 0 }
        if isWhole("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheet }
        if isWhole("urn:schemas-microsoft-com:office:excel") { return .excel }
        if isWhole("http://www.w3.org/TR/REC-html40") { return .html }
        return .other
    }
}
