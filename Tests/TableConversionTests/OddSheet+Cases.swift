import Foundation
import SpreadsheetReading
import TestArchive

extension OddSheet {
    private static let one = rows(1...9)
    private static let two = rows(11...30)
    private static let oneText = lines(1...9)
    private static let twoText = lines(11...30)

    /// Rows 1 to 9, something, rows 11 to 30.
    private static func between(_ name: String, _ something: String, _ line: String) -> OddSheet {
        OddSheet(name, sheet(one + something + two), oneText + line + twoText)
    }

    private static func inline(_ content: String) -> String {
        "<row r=\"10\"><c r=\"A10\" t=\"inlineStr\"><is><t>\(content)</t></is></c></row>"
    }

    static let cases = contents + orders + surroundings + encodings

    /// What could be taken for the beginning of a row.
    private static let contents = [
        between("CDATA", inline("<![CDATA[<row r=\"1\"> 甲]]>"), "\"<row r=\"\"1\"\"> 甲\",\n"),
        between(
            "CDATA with a whole row", inline("<![CDATA[<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>]]>"),
            "\"<row r=\"\"1\"\"><c r=\"\"A1\"\"><v>1</v></c></row>\",\n"),
        between("comment", "<!-- <row r=\"10\"><c r=\"A10\"><v>1</v></c></row> -->", ",\n"),
        between("comment in a row", "<row r=\"10\"><!--<row >--><c r=\"A10\"><v>94.26</v></c></row>", "94.26,\n"),
        between("processing instruction", "<?导出 <row r=\"10\"><c r=\"A10\"><v>1</v></c></row>?>", ",\n"),
        between("escaped", inline("&lt;row r=&quot;1&quot;&gt;&#60;row &amp;lt;"), "\"<row r=\"\"1\"\"><row &lt;\",\n"),
        between(
            "alternative",
            "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x\"><row r=\"10\"><c r=\"A10\"><v>1</v></c></row></mc:Choice></mc:AlternateContent>",
            ",\n"),
        between(
            "foreign element", "<e:row xmlns:e=\"urn:e\" r=\"10\"><e:c r=\"A10\"><e:v>1</e:v></e:c></e:row>", ",\n"),
        between("foreign default", "<row xmlns=\"urn:e\" r=\"10\"><c r=\"A10\"><v>1</v></c></row>", ",\n"),
        between("foreign value", "<row r=\"10\"><c r=\"A10\"><v xmlns=\"urn:e\">1</v></c></row>", ",\n"),
        between(
            "long row", "<row r=\"10\">" + (0..<200).map { _ in "<c><v>537.81</v></c>" }.joined() + "</row>",
            Array(repeating: "537.81", count: 200).joined(separator: ",") + "\n"
        ).widened(to: 200),
        between(
            "white space", "\n\t<row\n r = '10' spans='1:2'\n>\n<c r='A10' ><v >94.26</v ></c >\n</row\n>\n", "94.26,\n"
        ),
        between("row without cells", "<row r=\"10\"/><row r=\"10\" hidden=\"1\"></row>", ",\n"),
        between(
            "shared formula", "<row r=\"10\"><c r=\"A10\"><f t=\"shared\" si=\"0\"/><v>1.5</v></c></row>", "1.5,\n"),
    ]

    /// Rows and cells that do not stand where they should.
    private static let orders = [
        OddSheet(
            "rows without numbers",
            sheet((one + two).replacing(/\ r="[A-Z]?[0-9]+"/, with: "")), oneText + twoText),
        OddSheet("rows out of order", sheet(two + one), oneText + ",\n" + twoText),
        between("a row in between", rows(31...31), ",\n").appending(lines(31...31)),
        between(
            "cells out of order", "<row r=\"10\"><c r=\"B10\"><v>2</v></c><c r=\"A10\"><v>1</v></c></row>", "1,2\n"),
        between("a cell twice", "<row r=\"10\"><c r=\"A10\"><v>1</v></c><c r=\"A10\"><v>2</v></c></row>", "2,\n"),
        between(
            "a row twice", "<row r=\"10\"><c r=\"A10\"><v>1</v></c></row><row r=\"10\"><c r=\"B10\"><v>2</v></c></row>",
            "1,2\n"),
        between(
            "a cell of another row", "<row r=\"10\"><c r=\"A10\"><v>1</v></c><c r=\"B31\"><v>2</v></c></row>", "1,\n"
        )
        .appending(",2\n"),
        between("only cells have addresses", "<row><c r=\"B10\"><v>2</v></c></row>", ",2\n"),
        OddSheet(
            "sparse", sheet(one + "<row r=\"40\"><c r=\"B40\"><v>1</v></c></row>"),
            oneText + String(repeating: ",\n", count: 30) + ",1\n"),
    ]

    /// What stands around the rows.
    private static let surroundings = [
        OddSheet("ordinary", sheet(one + inline("甲, 乙") + two), oneText + "\"甲, 乙\",\n" + twoText),
        OddSheet(
            "row breaks",
            sheet(
                one,
                after: "<rowBreaks count=\"60\">" + (1...60).map { "<brk id=\"\($0)\"/>" }.joined() + "</rowBreaks>"),
            oneText),
        OddSheet(
            "rows in an extension",
            sheet(
                one,
                after:
                    "<extLst><ext><x:row xmlns:x=\"urn:x\"/><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></ext></extLst>"),
            oneText),
        OddSheet(
            "alternative behind",
            sheet(
                one,
                after:
                    "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x14\"><controls/></mc:Choice><mc:Fallback><row r=\"1\"/></mc:Fallback></mc:AlternateContent>"
            ), oneText),
        OddSheet(
            "two lots of rows",
            "<worksheet xmlns=\"MAIN\"><sheetData>\(one)</sheetData><sheetData>\(two)</sheetData></worksheet>",
            oneText + ",\n" + twoText),
        OddSheet("empty", sheet(""), ""),
        OddSheet("closed at once", "<worksheet xmlns=\"MAIN\"><sheetData/></worksheet>", ""),
        OddSheet("no rows at all", "<worksheet xmlns=\"MAIN\"><cols><col min=\"1\" max=\"1\"/></cols></worksheet>", ""),
        OddSheet(
            "wrong dimension",
            "<worksheet xmlns=\"MAIN\"><dimension ref=\"A1:B2\"/><sheetData>\(one)</sheetData></worksheet>", oneText),
        OddSheet(
            "prefix",
            "<x:worksheet xmlns:x=\"MAIN\"><x:sheetData>\(rows(1...30, prefix: "x"))</x:sheetData></x:worksheet>",
            lines(1...30)),
        OddSheet(
            "strict",
            sheet(one + rows(10...10) + two).replacing("MAIN", with: "http://purl.oclc.org/ooxml/spreadsheetml/main"),
            lines(1...30)),
    ]

    private static let encodings: [OddSheet] = {
        let markup = sheet(one + rows(10...10) + two).replacing("MAIN", with: Archive.main)
        let text = lines(1...30)
        func declared(_ name: String) -> String { "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n" + markup }
        let little = declared("UTF-16").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = declared("UTF-16").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        var chinese: [UInt8] = []
        if let converter = TextConverter(from: "UTF-8", to: "GB18030") {
            _ = Array(declared("GB18030").utf8).withUnsafeBytes { converter.convert($0, into: &chinese) }
        }
        return [
            OddSheet("UTF-16LE", bytes: [0xFF, 0xFE] + little, text),
            OddSheet("UTF-16BE", bytes: [0xFE, 0xFF] + big, text),
            OddSheet("GB18030", bytes: chinese, text),
            OddSheet("UTF-8 with mark", bytes: [0xEF, 0xBB, 0xBF] + markup.utf8, text),
            OddSheet("declared utf-8", declared("utf-8"), text), OddSheet("declared utf8", declared("utf8"), text),
            OddSheet("declared us-ascii", declared("us-ascii"), text),
        ]
    }()

    private func appending(_ line: String) -> OddSheet {
        var result = self
        result.text += line
        return result
    }

    /// Every row is as wide as the widest.
    private func widened(to width: Int) -> OddSheet {
        var result = self
        result.text = text.split(separator: "\n").map { line in
            String(line) + String(repeating: ",", count: width - 1 - line.count { $0 == "," }) + "\n"
        }.joined()
        return result
    }
}
