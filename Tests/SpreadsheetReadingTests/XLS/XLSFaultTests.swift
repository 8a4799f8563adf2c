import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetReading
@testable import TestArchive

/// What is no workbook, or a damaged one, is told in words; nothing crashes and nothing grows.
struct XLSFaultTests {
    private static var book: OldWorkbook {
        var book = OldWorkbook([
            OldRecord.shared(0, 0, 0), OldRecord.packed(0, 1, [6, 10, 14]), OldRecord.label(1, 0, "文字"),
            OldRecord.formula(
                2, 0, value: OldRecord.special(0), tokens: [0x25, 0, 0, 1, 0, 0, 0xC0, 1, 0xC0, 0x19, 0x10, 0, 0]),
            OldRecord.result("结果"), OldRecord.merges([(0...1, 2...3)]),
        ])
        book.texts = [OldWorkbook.SharedText("一二三", runs: [(1, 1)])]
        return book
    }

    private static func read(_ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) throws -> Workbook {
        var options = ReadingOptions()
        options.limits = limits
        return try WorkbookReader.read(bytes: bytes, fileName: "表.xls", options: options)
    }

    @Test(arguments: [
        (["WordDocument", "1Table"], ".doc"), (["PowerPoint Document"], ".ppt"),
        (["EncryptedPackage", "EncryptionInfo"], "密码"),
        (["VisioDocument"], ".vsd"), (["__properties_version1.0"], ".msg"), (["Contents"], "没有工作簿"),
    ])
    func otherDocuments(_ names: [String], _ says: String) {
        let bytes = OldContainer(names.map { ($0, [UInt8](repeating: 1, count: 5000)) }).bytes
        let error = #expect(throws: ToolError.self) { try Self.read(bytes) }
        #expect(error?.message.contains(says) == true)
        #expect(error?.advice.isEmpty == false)
    }

    @Test func aPasswordIsNamed() {
        var book = Self.book
        book.globals = OldRecord.record(0x002F, [1, 0, 1, 0, 1, 0] + [UInt8](repeating: 7, count: 48))
        let error = #expect(throws: ToolError.self) { try Self.read(book.bytes) }
        #expect(error?.code == .notReadableEncrypted)
    }

    @Test(arguments: [0x0200, 0x0300, 0x0400])
    func olderVersionsAreNamed(_ version: Int) {
        let stream =
            OldRecord.record(0x0809, OldRecord.half(version) + OldRecord.half(5) + OldRecord.word(0)) + OldRecord.end
        let error = #expect(throws: ToolError.self) { try Self.read(OldContainer([("Book", stream)]).bytes) }
        #expect(error?.message.contains("Excel 4.0") == true)
    }

    @Test func smallStreamsAndLargeSectors() throws {
        let stream = Self.book.stream
        #expect(stream.count < 4096)
        let padded = stream + [UInt8](repeating: 0, count: 9000)
        for bytes in [stream, padded] {
            for hasLargeSectors in [false, true] {
                var container = OldContainer([("Workbook", bytes), ("\u{5}SummaryInformation", [1, 2, 3])])
                container.hasLargeSectors = hasLargeSectors
                #expect(try Self.read(container.bytes).sheets[0][1, 0]?.value == .text("文字"))
            }
        }
    }

    @Test func recordsWithoutAContainer() throws {
        #expect(try Self.read(Self.book.stream).sheets[0][1, 0]?.value == .text("文字"))
        // As scripts write them: a head of no version, cells, and perhaps no end.
        let alone =
            OldRecord.record(0x0809, [0, 0, 0x10, 0, 0, 0, 0, 0]) + OldRecord.oldLabel(0, 0, Array("序号".utf8), style: 0)
            + OldRecord.number(1, 0, 7, style: 0)
        for bytes in [alone, alone + OldRecord.end] {
            let sheet = try Self.read(bytes).sheets[0]
            #expect(sheet[0, 0]?.value == .text("序号"))
            #expect(sheet[1, 0]?.value == .number(7))
        }
    }

    /// A file that is cut anywhere is refused, or what was cut off was only padding.
    @Test func cutAnywhere() throws {
        let whole = Self.book.bytes
        for count in stride(from: 8, to: whole.count, by: 37) {
            do {
                let workbook = try Self.read(Array(whole[..<count]))
                #expect(workbook.sheets[0][2, 0]?.value == .text("结果"))
            } catch is ToolError {}
        }
    }

    /// Bytes that were changed by chance: whatever comes of it, it is words or a workbook.
    @Test(arguments: 0..<8)
    func changedByChance(_ seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let whole = Self.book.bytes
        var refused = 0
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
            do { _ = try Self.read(bytes) } catch is ToolError { refused += 1 }
        }
        #expect(refused > 0)
    }

    /// Chains that are loops, or lead out of the file.
    @Test(arguments: [0, 1, 2, 3, 0x7FFF_FFFF, 0xFFFF_FFFA])
    func chains(_ link: Int) {
        let stream = Self.book.stream + [UInt8](repeating: 0, count: 6000)
        var bytes = OldContainer([("Workbook", stream)]).bytes
        // The table stands in the last sector; the second entry leads on within the stream.
        let place = bytes.count - 512 + 4
        for (index, byte) in OldRecord.word(link).enumerated() { bytes[place + index] = byte }
        // The size that the directory says is made as large as can be.
        let name = "Workbook".utf16.flatMap { OldRecord.half(Int($0)) }
        if let entry = bytes.firstRange(of: name) {
            for (index, byte) in OldRecord.word(0x7FFF_FFFF).enumerated() {
                bytes[entry.lowerBound + 120 + index] = byte
            }
        }
        let error = #expect(throws: ToolError.self) { try Self.read(bytes) }
        #expect(error?.code == .notReadableDamaged)
    }

    @Test func twoTabsOfOnePlaceAreRefused() throws {
        var stream = OldWorkbook([OldWorkbook.Tab("一", []), OldWorkbook.Tab("二", [])]).stream
        let record = OldRecord.half(0x0085)
        let first = try #require(stream.firstRange(of: record)?.lowerBound)
        let second = try #require(stream[(first + 2)...].firstRange(of: record)?.lowerBound)
        for index in 4..<8 { stream[second + index] = stream[first + index] }
        #expect(throws: ToolError.self) { try Self.read(OldContainer([("Workbook", stream)]).bytes) }
    }

    @Test(arguments: [ReadingLimits.Name.rows, .columns, .cells, .loaded])
    func limitsAreNamed(_ name: ReadingLimits.Name) {
        var limits = ReadingLimits()
        limits[name] = 3
        let book = OldWorkbook([OldRecord.packed(4, 0, [6, 6, 6, 6, 6])])
        let error = #expect(throws: ToolError.self) { try Self.read(book.bytes, limits) }
        #expect(error?.code == .notReadableTooLarge)
        #expect(error?.message.contains("表") == true)
    }

    @Test func aColumnBeyondTheFormatIsRefused() {
        let error = #expect(throws: ToolError.self) {
            try Self.read(OldWorkbook([OldRecord.number(0, 256, 1)]).bytes)
        }
        #expect(error?.message.contains("256 列") == true)
    }

    @Test func tabsThatAreNoSheetsArePassedOver() throws {
        let book = OldWorkbook([
            OldWorkbook.Tab("图", kind: 2, []), OldWorkbook.Tab("表", [OldRecord.number(0, 0, 1)]),
            OldWorkbook.Tab("宏", visibility: 2, kind: 1, []), OldWorkbook.Tab("藏", visibility: 1, []),
        ])
        let workbook = try Self.read(book.bytes)
        #expect(workbook.sheets.map(\.name) == ["表", "藏"])
        #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden])
        #expect(workbook.readingNotes == ["跳过了“图”：它是图表，不是工作表", "跳过了“宏”：它是宏表，不是工作表"])
    }
}
