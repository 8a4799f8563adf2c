import FormRecognition
import Foundation
import SpreadsheetReading
import TestProgram
import Testing

/// Filled forms of many regions, emptied of what was filled in, are learned and filled again with their own figures.
struct EmptiedCaseTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var path: String
        var sets: [String: String]
        var testDescription: String { URL(fileURLWithPath: path).lastPathComponent }
    }

    private struct Expected: Decodable {
        var nofill: Bool?
        var sets: [String: String]?
    }

    /// The cases beside the checkout, where they exist.
    static let cases: [Case] = ["cases", "cases-2"].flatMap { name -> [Case] in
        let folder = Program.root + "/../shared/" + name
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".xlsx") }.sorted().compactMap { file in
            let path = folder + "/" + file
            let data = FileManager.default.contents(atPath: path.dropLast(5) + ".expected.json")
            let expected = data.flatMap { try? JSONDecoder().decode(Expected.self, from: $0) }
            guard expected?.nofill != true else { return nil }
            return Case(path: path, sets: expected?.sets ?? [:])
        }
    }

    @Test(
        .enabled(if: !cases.isEmpty, "needs ../shared/cases and ../shared/cases-2"), arguments: cases,
        FormEmptier.Depth.allCases)
    func isFilledAgainUnharmed(form: Case, depth: FormEmptier.Depth) throws {
        let workbook = try WorkbookReader.read(path: form.path)
        let forms = try FormReader.forms(in: workbook, library: Examples.library().forms)
        for sheet in forms.map(\.sheet) {
            let emptied = try EmptiedForm(workbook, sheet: sheet, sets: form.sets, depth: depth)
            #expect(emptied.harm.isEmpty, "\(emptied.harm.joined(separator: "\n"))")
            #expect(emptied.lost.isEmpty, "\(emptied.lost.joined(separator: "\n"))")
            #expect(emptied.news.isEmpty, "\(emptied.news.joined(separator: "\n"))")
        }
    }
}
