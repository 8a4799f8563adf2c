import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct StreamingErrorTests {
    /// The error of a failing write, which must leave nothing behind.
    private func failure(_ body: (StreamingWorkbookWriter) throws -> Void) throws -> ToolError? {
        let folder = try TestFolder()
        let error = #expect(throws: ToolError.self) {
            try Streamed.write(to: folder.path("新/试.xlsx")) { writer in
                try writer.beginSheet(named: "表")
                try body(writer)
            }
        }
        #expect(folder.names.isEmpty)
        #expect(error?.code == .cannotWriteContent)
        #expect(error?.advice.isEmpty == false)
        return error
    }

    @Test func aTextThatIsTooLong() throws {
        let long = String(repeating: "字", count: 32_768)
        let error = try failure { writer in
            try writer.addRow(["a"])
            try writer.addRow(["b", "c", long])
        }
        #expect(error?.message == "写不进 试.xlsx〔表〕C2：文字有 32768 个字符，Excel 一格最多 32767 个")
        let typed = try failure { try $0.addRow([nil, Cell(text: long)], styles: []) }
        #expect(typed?.place?.cell == CellReference("B1"))
    }

    @Test func tooManyColumns() throws {
        let error = try failure { try $0.addRow([String](repeating: "1", count: 16_385)) }
        #expect(error?.message.contains("第 1 行有 16385 列") == true)
        let folder = try TestFolder()
        try Streamed.write(to: folder.path("a")) { try $0.addRow([String](repeating: "1", count: 16_384)) }
    }

    @Test func tooManyRows() throws {
        let error = try failure { writer in
            for _ in 0..<CellReference.maximumRows { try writer.addRow([], styles: []) }
            try writer.addRow(["1"])
        }
        #expect(error?.message.contains("超过 1048576 行") == true)
        #expect(error?.advice.contains("拆成几个文件") == true)
        #expect(error?.advice.contains("CSV") == true)
    }

    @Test func typedCellsThatTheFormatCannotHold() throws {
        let number = try failure { try $0.addRow([Cell(value: .number(.nan), shown: "")], styles: []) }
        #expect(number?.message == "写不进 试.xlsx〔表〕A1：不是有效的数值")
        let styles = [CellStyle.with { $0.numberFormat = String(repeating: "0", count: 128) }]
        let format = try failure { try $0.addRow([.number("1")], styles: styles) }
        #expect(format?.message.contains("数字格式太长") == true)
    }

    @Test(
        "The library does not notice that its files are cut off; the writer does", arguments: [4096, 40_000, 400_000])
    func noRoom(_ bytes: UInt) async throws {
        let folder = try TestFolder()
        try folder.put("old", at: "试.xlsx")
        let path = folder.path("试.xlsx")
        await #expect(processExitsWith: .success) { [path = path as String, bytes = bytes as UInt] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let error = #expect(throws: ToolError.self) {
                let output = try OutputFile(path: path, replacing: true)
                let writer = try StreamingWorkbookWriter(temporaryPath: output.temporaryPath, fileName: "试.xlsx")
                for row in 0..<3000 { try writer.addRow(["第\(row)行", "文字", "12.5"]) }
                try writer.finish()
                try output.publish()
            }
            #expect(error?.code == .cannotWriteNoSpace)
        }
        #expect(folder.names == ["试.xlsx"])
        #expect(try folder.text("试.xlsx") == "old")
    }

    @Test func anArchiveThatIsNotWholeIsSeen() throws {
        let folder = try TestFolder()
        let path = folder.path("试.xlsx")
        try Streamed.write(to: path) { try $0.addRow(["a"]) }
        #expect((ArchiveSizes.ofSheets(path)?.first ?? 0) > 300)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        for count in [0, 10, 22, whole.count - 1] {
            try whole.prefix(count).write(to: URL(fileURLWithPath: path))
            #expect(ArchiveSizes.ofSheets(path) == nil)
        }
        #expect(ArchiveSizes.ofSheets(folder.path("none")) == nil)
    }
}
