import Spreadsheet

/// What the tag of a cell says of its value. Excel and LibreOffice keep the exact value beside the text that is shown.
struct HTMLCellContent {
    private enum Kind {
        case text(exact: String?)
        case number(exact: String?)
        case boolean(String)
        case error(String)
    }

    private let kind: Kind
    private let formatCode: String?

    init(_ attributes: HTMLAttributes, format: String?) {
        var formatCode = format
        if let exact = attributes["x:str"] {
            kind = .text(exact: exact.isEmpty ? nil : exact)
        } else if let exact = attributes["x:num"] {
            kind = .number(exact: exact.isEmpty ? nil : exact)
        } else if let flag = attributes["x:bool"], !flag.isEmpty {
            kind = .boolean(flag)
        } else if let error = attributes["x:err"], !error.isEmpty {
            kind = .error(error)
        } else if let exact = attributes["sdval"], !exact.isEmpty {
            kind = .number(exact: exact)
            // Language; language of the format; format.
            let parts = (attributes["sdnum"] ?? "").split(
                separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
            if parts.count == 3, !parts[2].isEmpty { formatCode = NamedNumberFormat.code(String(parts[2])) }
        } else {
            kind = .text(exact: nil)
        }
        self.formatCode = formatCode
    }

    /// The cell, with the text that the page shows in it.
    func cell(text: String, styles: MarkupStyles) -> Cell {
        let style = formatCode.map { styles.index(of: $0) } ?? 0
        let maker = MarkupValue(style: style, format: styles.formats[style], uses1904: false)
        switch kind {
        case .text(let exact):
            let exact = exact.map(MarkupText.withPlainLineEnds)
            return Cell(text: exact ?? text, style: style)
        case .number(let exact):
            return number(exact, text: text, maker)
        case .boolean(let flag):
            return maker.boolean(flag.lowercased() == "true" || flag == "1")
        case .error(let error):
            return maker.error(error)
        }
    }

    /// A number; text when it is none after all.
    private func number(_ exact: String?, text: String, _ maker: MarkupValue) -> Cell {
        if let exact, var cell = maker.number(MarkupText.trimmed(exact)) {
            // Without a format only the page knows how the number is shown: 94.26% for 0.9426.
            if formatCode == nil, !text.isEmpty { cell.shown = text }
            return cell
        }
        if exact == nil, var cell = maker.number(text.replacing(",", with: "")) {
            cell.shown = text
            return cell
        }
        return Cell(text: text, style: maker.style)
    }
}
