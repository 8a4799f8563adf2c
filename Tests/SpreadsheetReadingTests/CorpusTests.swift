import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// Workbooks of other tools, beside the checkout where they exist.
struct CorpusTests {
    static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/../shared/corpus"
    static let exists = FileManager.default.fileExists(atPath: folder + "/index.csv")

    /// Plain text under the name of a workbook: content decides here, so these are read as the tables that they are.
    static let textUnderAnotherName = [
        "openspout__file_corrupted.xlsx", "doubleentrygenerator__example-hxsec-records.xls",
    ]

    /// Name and expectation (`values`, `error`, `either`) of each file of the index.
    static var files: [(name: String, expected: String)] {
        guard exists, let index = try? WorkbookReader.read(path: folder + "/index.csv"),
            let rows = index.sheets[0].usedRange?.rows
        else { return [] }
        return rows.dropFirst().compactMap { row in
            guard let name = index.sheets[0][row, 0]?.shown else { return nil }
            return (name, index.sheets[0][row, 5]?.shown ?? "")
        }
    }

    @Test(.enabled(if: exists, "needs ../shared/corpus"))
    func everyFileIsReadOrRefusedInWords() throws {
        #expect(Self.files.count > 100)
        for file in Self.files {
            do {
                let workbook = try WorkbookReader.read(path: Self.folder + "/" + file.name)
                #expect(file.expected != "error" || Self.textUnderAnotherName.contains(file.name), "\(file.name) 应当拒绝")
                #expect(!workbook.sheets.isEmpty, "\(file.name)")
            } catch let error as ToolError {
                #expect(file.expected != "values", "\(file.name)：\(error)")
                #expect(error.code.exitStatus == 65, "\(file.name)")
                #expect(error.message.contains(file.name) && !error.advice.isEmpty, "\(file.name)")
            }
        }
    }
}
