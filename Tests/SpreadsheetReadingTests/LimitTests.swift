import Foundation
import Spreadsheet
import SpreadsheetReading
import TestArchive
import Testing

/// Each bound keeps a hostile file out with words of its own, and lets it in when it is raised.
struct LimitTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var bound: ReadingLimits.Name
        var name: String
        /// The bound that refuses the file; nil for the usual one.
        var low: Int?
        /// The bound that lets it in.
        var high: Int
        /// What the message has besides the bound's own title.
        var says: String
        var bytes: @Sendable () -> [UInt8]
        var testDescription: String { "\(bound.rawValue): \(name)" }
    }

    private static func sheet(_ rows: String, before: String = "", strings: String? = nil) -> Archive {
        .workbook(
            "<worksheet xmlns=\"MAIN\">\(before)<sheetData>\(rows)</sheetData></worksheet>", strings: strings)
    }

    private static func cell(_ place: String, _ content: String = "<v>570.54</v>", _ more: String = "") -> String {
        "<c r=\"\(place)\"\(more)>\(content)</c>"
    }

    private static let plain = "<row r=\"1\">" + cell("A1") + "</row>"
    private static let long = String(repeating: "某", count: 32_768)
    /// A tag that does not end for three megabytes.
    private static let tag = "<a b=\"" + String(repeating: "x", count: 3 << 20) + "\"/>"

    private static func deep(_ depth: Int) -> String {
        String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }

    static let cases = structure + archives + texts

    private static let structure = [
        Case(bound: .rows, name: "row", high: 2_000_000, says: "行号 1048577") {
            sheet("<row r=\"1048577\">" + cell("A1048577") + "</row>").bytes
        },
        Case(bound: .rows, name: "cell's row", high: 2_000_000, says: "上限 1048576") {
            sheet("<row>" + cell("A1048577") + "</row>").bytes
        },
        Case(bound: .columns, name: "column", high: 20_000, says: "第 1 行") {
            sheet("<row r=\"1\">" + cell("XFE1") + "</row>").bytes
        },
        Case(bound: .cells, name: "cells", low: 3, high: 100, says: "〔表〕") {
            sheet((1...4).map { "<row r=\"\($0)\">" + cell("A\($0)") + "</row>" }.joined()).bytes
        },
        Case(bound: .loaded, name: "loaded cells", low: 3, high: 100, says: "上限 3") {
            sheet((1...4).map { "<row r=\"\($0)\">" + cell("A\($0)") + "</row>" }.joined()).bytes
        },
        Case(bound: .columns, name: "one cell again and again", high: 40_000, says: "第 1 行") {
            sheet("<row r=\"1\">" + String(repeating: cell("A1"), count: 65_537) + "</row>").bytes
        },
        Case(bound: .text, name: "inline", high: 40_000, says: "〔表〕A1") {
            sheet("<row r=\"1\">" + cell("A1", "<is><t>\(long)</t></is>", " t=\"inlineStr\"") + "</row>").bytes
        },
        Case(bound: .text, name: "formula's text", high: 40_000, says: "〔表〕A1") {
            sheet("<row r=\"1\">" + cell("A1", "<v>\(long)</v>", " t=\"str\"") + "</row>").bytes
        },
        Case(bound: .text, name: "shared", high: 40_000, says: "sharedStrings.xml") {
            sheet("<row r=\"1\">" + cell("A1", "<v>0</v>", " t=\"s\"") + "</row>", strings: "<si><t>\(long)</t></si>")
                .bytes
        },
        Case(bound: .text, name: "without end", high: 1 << 20, says: "〔表〕A1") {
            sheet(
                "<row r=\"1\">"
                    + cell("A1", "<is><t>" + String(repeating: "_", count: 300_000) + "</t></is>", " t=\"inlineStr\"")
                    + "</row>"
            )
            .bytes
        },
        Case(bound: .depth, name: "sheet", high: 1000, says: "上限 256") { sheet(plain, before: deep(300)).bytes },
        Case(bound: .depth, name: "shared strings", high: 1000, says: "上限 256") {
            sheet(plain, strings: deep(300)).bytes
        },
        Case(bound: .depth, name: "workbook", high: 1000, says: "上限 256") {
            Archive.workbook(
                sheets: [.init("表", "<worksheet xmlns=\"MAIN\"><sheetData>\(plain)</sheetData></worksheet>")],
                properties: deep(300)
            )
            .bytes
        },
        Case(bound: .attribute, name: "sheet", high: 1 << 22, says: "〔表〕") { sheet(plain, before: tag).bytes },
        Case(bound: .attribute, name: "shared strings", high: 1 << 22, says: "sharedStrings.xml") {
            sheet(plain, strings: tag).bytes
        },
        Case(bound: .attribute, name: "workbook", high: 1 << 22, says: "workbook.xml") {
            Archive.workbook(
                sheets: [.init("表", "<worksheet xmlns=\"MAIN\"><sheetData>\(plain)</sheetData></worksheet>")],
                properties: tag
            )
            .bytes
        },
    ]

    private static let archives = [
        Case(bound: .parts, name: "parts", high: 30_000, says: "上限 20000") {
            var archive = sheet(plain)
            for number in 0..<20_000 { archive.add("x/\(number)", []) }
            return archive.bytes
        },
        Case(bound: .unpacked, name: "stated size", low: 4000, high: 1 << 20, says: "上限 4000") {
            sheet(plain + String(repeating: " ", count: 4000)).bytes
        },
        Case(bound: .ratio, name: "a bomb", high: 2000, says: "sheet1.xml") {
            var archive = sheet(plain)
            archive.change("xl/worksheets/sheet1.xml") {
                $0.isDeflated = true
                let end = Array("</worksheet>".utf8)
                $0.content.removeLast(end.count)
                $0.content += [UInt8](repeating: 0x20, count: 1 << 26 + 1) + end
            }
            return archive.bytes
        },
    ]

    private static let texts = [
        Case(bound: .columns, name: "text", high: 20_000, says: "第 2 行") {
            Array(("甲,乙\n" + String(repeating: ",", count: 16_384) + "1\n").utf8)
        },
        Case(bound: .rows, name: "text", low: 3, high: 10, says: "上限 3") { Array("甲\n乙\n丙\n丁\n".utf8) },
        Case(bound: .cells, name: "text", low: 3, high: 10, says: "上限 3") { Array("甲,乙\n1,2\n".utf8) },
        Case(bound: .text, name: "text", high: 40_000, says: "第 2 行") { Array("甲,乙\n\(long),1\n".utf8) },
        Case(bound: .text, name: "a record without end", high: 8_000_000, says: "第 2 行") {
            Array(("甲\n" + String(repeating: "x", count: 7_000_000)).utf8)
        },
    ]

    @Test(arguments: cases)
    func refusesAndIsRaised(of limit: Case) throws {
        let bytes = limit.bytes()
        var options = ReadingOptions()
        if let low = limit.low { options.limits[limit.bound] = low }
        let error = #expect(throws: ToolError.self) {
            try WorkbookReader.read(bytes: bytes, fileName: "明细账.xlsx", options: options)
        }
        #expect(error?.code == .notReadableTooLarge, "\(String(describing: error))")
        #expect(error?.message.contains(limit.bound.title + "超过上限") == true, "\(String(describing: error))")
        #expect(error?.message.contains(limit.says) == true, "\(String(describing: error))")
        #expect(error?.advice.contains("--limit \(limit.bound.rawValue)=") == true)
        options.limits[limit.bound] = limit.high
        #expect(throws: Never.self) {
            try WorkbookReader.read(bytes: bytes, fileName: "明细账.xlsx", options: options)
        }
    }

    @Test func everyBoundHasACase() {
        // The one of the file's size stands below; that of empty fields is one of writing (FarCellTests); those of counts are in CountLimitTests.
        let found = Set(Self.cases.map(\.bound)).union([.file, .blank, .styles, .conditions])
        #expect(found == Set(ReadingLimits.Name.allCases))
    }

    @Test func aFileLargerThanItsBoundIsNotOpened() throws {
        let path = NSTemporaryDirectory() + "zipingbiao-limit-\(UUID().uuidString).csv"
        try Data("单位,金额\n某某局,570.54\n".utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var limits = ReadingLimits()
        limits[.file] = 10
        let error = #expect(throws: ToolError.self) { try ByteSource(path: path, limits: limits) }
        #expect(error?.message.contains("文件大小（字节）超过上限 10") == true)
        limits[.file] = 100
        #expect(try ByteSource(path: path, limits: limits).count > 10)
    }
}
