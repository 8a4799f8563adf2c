import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestArchive
import Testing

/// A value is the same text by every way, as it is held and as it is shown.
struct ValueTests {
    static let formats = [
        "General", "0.00", "0.00%", "#,##0.00", "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "yyyy-mm-dd hh:mm", "h:mm:ss",
        "[h]:mm", "[$-804]yyyy\"年\"m\"月\"", "上午/下午h\"时\"mm\"分\"", "@", "000000",
    ]
    static let numbers = [
        "570.53999999999996", "0", "-0", "94.26", "0.9426", "44742", "44742.34375", "44742.999999999", "0.5", "0.34375",
        "1.5", "60", "59", "1", "44742.5000001", "44742.00000001", "0.9999999", "0.34376234", "-1.5", "2958465.9",
        "2958466",
        "123456789012345678", "000044011200100000001", "9.0000000000000011E-2", "1.2345E+20", "1E+21", "1E-7", "+5",
        " 12 ",
        "1.0", "1e3", "537.81", "44742.0000000001", "不是数", "1,5", "NaN",
    ]

    static func workbook(uses1904: Bool) -> [UInt8] {
        func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;") }
        let list = formats.enumerated().map {
            "<numFmt numFmtId=\"\($0.offset + 170)\" formatCode=\"\(escaped($0.element))\"/>"
        }
        let uses = formats.indices.map { "<xf numFmtId=\"\($0 + 170)\"/>" }
        let styles = "<numFmts>\(list.joined())</numFmts><cellXfs><xf/>\(uses.joined())</cellXfs>"
        let rows = numbers.enumerated().map { row, number in
            let cells = formats.indices.map { "<c s=\"\($0 + 1)\"><v>\(number)</v></c>" }
            return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
        }
        let properties = uses1904 ? "<workbookPr date1904=\"1\"/>" : ""
        return Archive.workbook(
            sheets: [Archive.SheetPart("表", OddSheet.sheet(rows.joined()))], styles: styles, properties: properties
        ).bytes
    }

    @Test(arguments: [false, true], [false, true])
    func numbersAndDates(uses1904: Bool, showsFormats: Bool) throws {
        let bytes = Self.workbook(uses1904: uses1904)
        let cut = try ThreeWays.cut(bytes, pieceSize: 4000, threads: 2, showsFormats: showsFormats)
            .split(separator: "\n")
        let loaded = try ThreeWays.loaded(bytes, showsFormats: showsFormats).split(separator: "\n")
        #expect(cut.count == Self.numbers.count)
        for (number, (one, other)) in zip(Self.numbers, zip(cut, loaded)) { #expect(one == other, "\(number)") }
    }
}
