import TestArchive
import Testing

/// A sheet with something odd between ordinary rows, long enough to be cut into pieces.
struct OddSheet: Sendable, CustomTestStringConvertible {
    var name: String
    /// The sheet's part.
    var bytes: [UInt8]
    /// Its text.
    var text: String
    var strings: String?
    var testDescription: String { name }

    init(_ name: String, _ markup: String, _ text: String, strings: String? = nil) {
        self.init(name, bytes: Array(markup.replacing("MAIN", with: Archive.main).utf8), text, strings: strings)
    }

    init(_ name: String, bytes: [UInt8], _ text: String, strings: String? = nil) {
        self.name = name
        self.bytes = bytes
        self.text = text
        self.strings = strings
    }

    /// The workbook around it.
    var workbook: [UInt8] {
        var archive = Archive.workbook("", strings: strings)
        archive.change("xl/worksheets/sheet1.xml") { $0.content = bytes }
        return archive.bytes
    }

    /// Ordinary rows, by their numbers from 1.
    static func rows(_ numbers: ClosedRange<Int>, prefix: String = "") -> String {
        numbers.map { number in
            let cell =
                "c r=\"A\(number)\" t=\"inlineStr\"><is><t>第\(number)科室</t></is></c><c r=\"B\(number)\"><v>\(number)70.53999999999996</v></c></row>"
            return prefixed("<row r=\"\(number)\"><\(cell)", prefix)
        }.joined()
    }

    /// Their text.
    static func lines(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { "第\($0)科室,\($0)70.54\n" }.joined()
    }

    /// A sheet around rows.
    static func sheet(_ rows: String, after: String = "") -> String {
        "<worksheet xmlns=\"MAIN\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    }

    /// The same markup with names that have a prefix.
    static func prefixed(_ markup: String, _ prefix: String) -> String {
        prefix.isEmpty
            ? markup
            : markup.replacing("</", with: "\u{1}").replacing("<", with: "<\(prefix):")
                .replacing("\u{1}", with: "</\(prefix):")
    }
}
