import FormJobs
import Foundation
import TestProgram
import Testing

/// What `fill` wrote, `check` reads back to the same outcome: a rate's row was a changed form, a note an indicator.
struct WrittenFormTests {
    @Test(arguments: Examples.ids) func ofEachTemplate(id: String) throws {
        let library = try Examples.library()
        var request = FillRequest(table: InputFile(argument: Examples.table(id)))
        request.template = id
        let budget = Program.root + "/Templates/\(id)/example/预算执行导出.csv"
        if FileManager.default.fileExists(atPath: budget) { request.budget = InputFile(argument: budget) }
        let written = try WrittenForm(FillJob.run(request, library: library), library: library, template: nil)
        #expect(written.check.match.id == id)
        #expect(written.lost.isEmpty, "\(written.lost.joined(separator: "\n"))")
        #expect(written.news().isEmpty, "\(written.news().joined(separator: "\n"))")
    }

    /// Blanks whose inputs name every indicator that is printed.
    static let blanks = [
        "department-tasks", "filler-rows", "fixed-above-repeat", "flat-list", "landscape",
        "national-export", "numbered-report", "second-sheet", "two-row-heading",
    ]

    @Test(arguments: blanks) func ofEachBlankThatIsLearned(name: String) throws {
        let library = try Examples.library()
        let path = Program.root + "/Tests/Fixtures/Blanks/blank-\(name)"
        let table = ["csv", "xlsx"].map { "\(path)-input.\($0)" }
            .first { FileManager.default.fileExists(atPath: $0) }
        var request = FillRequest(table: InputFile(argument: try #require(table)))
        request.template = "own"
        let known = try LearnedFolder(InputFile(argument: path + ".xlsx"), library: library)
        defer { known.remove() }
        let written = try WrittenForm(
            FillJob.run(request, library: known.library()), library: known.library(), template: "own")
        #expect(written.lost.isEmpty, "\(written.lost.joined(separator: "\n"))")
        #expect(written.news().isEmpty, "\(written.news().joined(separator: "\n"))")
    }
}
