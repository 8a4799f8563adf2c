import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

/// A workbook that is read and written again is the same to openpyxl, attribute by attribute, and on paper.
@Suite struct RoundTripTests {
    /// The folder of `make roundtrip`: workbooks in `workbooks`, results beside it.
    private static let folder = ProcessInfo.processInfo.environment["ZIPINGBIAO_ROUNDTRIP"]
    private static let reason: Comment = "ZIPINGBIAO_ROUNDTRIP names no folder: make roundtrip"

    private static func workbooks(in folder: String) throws -> [(name: String, original: String)] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xlsx") }.sorted()
            .map { ($0, folder + "/" + $0) }
    }

    /// Copies what can be read; a file that the reader refuses is none that a copy is made of.
    private static func copies(
        _ originals: [(name: String, original: String)], to folder: String
    ) throws -> [(name: String, original: String, copy: String)] {
        let table = try ExceptionTable(path: Judging.folder + "/exceptions.csv")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return try originals.compactMap { name, original in
            guard let workbook = try? WorkbookReader.read(path: original) else { return nil }
            let copy = folder + "/" + name
            do {
                try WorkbookWriter.write(workbook, to: copy, replacing: true)
            } catch  where table.lines.contains(where: { $0.covers(name, "unwritable") }) {
                return nil
            }
            return (name, original, copy)
        }
    }

    @Test func formsKeepEveryAttribute() throws {
        let folder = NSTemporaryDirectory() + "roundtrip-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try Judging.python("make_forms.py", [folder + "/forms", "10"])
        let pairs = try Self.copies(Self.workbooks(in: folder + "/forms"), to: folder + "/copies")
        #expect(pairs.count == 10)
        try judge(pairs, in: folder)
    }

    @Test(.enabled(if: folder != nil, reason))
    func everyWorkbookKeepsItsAttributes() throws {
        let folder = try #require(Self.folder)
        let pairs = try Self.copies(Self.workbooks(in: folder + "/workbooks"), to: folder + "/copies")
        #expect(pairs.count >= 20)
        try judge(pairs, in: folder, isWhole: true)
    }

    /// A page of more than so many pixels that differ is another page.
    private static let mostDifferent = 0.01

    @Test(.enabled(if: folder != nil, reason))
    func everyWorkbookPrintsTheSame() throws {
        let folder = try #require(Self.folder)
        var table = try ExceptionTable(path: Judging.folder + "/exceptions.csv")
        let pairs = try Self.copies(Self.workbooks(in: folder + "/workbooks"), to: folder + "/printed")
            .filter { !table.explains($0.name, "unprintable") }
        var pages = 0
        for answer in try Judging.print(pairs, in: folder) {
            pages += answer.original
            let isSame = answer.original == answer.copy && answer.differs < Self.mostDifferent
            if !isSame, !table.explains(answer.file, "print") {
                Issue.record(
                    "\(answer.file): \(answer.original) -> \(answer.copy) pages, \(answer.differs) of the pixels differ"
                )
            }
        }
        #expect(pages >= 40)
        print("round trip: \(pages) pages of \(pairs.count) workbooks printed")
    }

    private func judge(
        _ pairs: [(name: String, original: String, copy: String)], in folder: String, isWhole: Bool = false
    ) throws {
        var table = try ExceptionTable(path: Judging.folder + "/exceptions.csv")
        var compared = 0
        var different = 0
        var unexplained: [String: Int] = [:]
        for answer in try Judging.compare(pairs, in: folder) {
            if let error = answer.error {
                Issue.record("\(answer.file): the copy is not read: \(error)")
                continue
            }
            if let error = answer.unreadable {
                // What openpyxl can't read of an original it can't judge.
                if !table.explains(answer.file, "unreadable") { Issue.record("\(answer.file): \(error)") }
                continue
            }
            compared += answer.compared ?? 0
            for difference in answer.differences ?? [] {
                different += 1
                guard !table.explains(answer.file, difference.property) else { continue }
                let name = "\(answer.file) \(difference.property)"
                unexplained[name, default: 0] += 1
                if unexplained[name] == 1 {
                    Issue.record(
                        "\(answer.file) \(difference.place) \(difference.property): \(difference.original) -> \(difference.copy)"
                    )
                }
            }
        }
        #expect(compared > 10_000)
        #expect(Double(different) <= 0.005 * Double(compared))
        print("round trip: \(compared) attributes of \(pairs.count) workbooks compared, \(different) differ")
        // What is printed is judged elsewhere; looks within a cell are read by openpyxl from 3.1 on.
        if isWhole {
            for line in table.lines
            where !line.used && !["print", "unprintable", "unwritable", "rich"].contains(line.property) {
                Issue.record("exceptions.csv: \(line) is not needed")
            }
        }
    }
}
