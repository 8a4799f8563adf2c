import Assessment
import Foundation
import Spreadsheet
import Testing

@Suite struct ScoringCatalogueTests {
    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Sources/Assessment/Scoring"

    /// Templates and reports write the ids: they are a contract.
    @Test func idsStay() {
        #expect(
            ScoringMethod.allCases.map(\.rawValue) == [
                "proportion", "rate", "steps", "deduct", "bands", "self", "sum", "one-of", "criterion",
            ])
        #expect(Set(ScoringMethod.allCases.map(\.title)).count == ScoringMethod.allCases.count)
        #expect(ScoringMethod.allCases.allSatisfy { ScoringMethod(rawValue: $0.rawValue) == $0 })
        #expect(ScoringMethod(rawValue: "nothing") == nil)
    }

    /// One file a method, and no method that is not in the catalogue.
    @Test func everyMethodHasItsFile() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        let own = try files.filter { name in
            try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8).contains(": Scoring {")
        }
        #expect(own.count == ScoringMethod.allCases.count)
    }

    /// What is held within bounds, and what is not, is divided once, at the end.
    @Test func aFormulaGivesThePointsToTheLastDigit() throws {
        for (target, actual) in [("≥3", "1"), ("≤3", "7"), ("=3", "7"), ("3±0.1", "7"), ("≥3", "9")] {
            let grid = Grid(RuleTests.row("次数|\(target)|\(actual)|3.015||"))
            let score = try #require(Evaluator.evaluate(grid.submission, standard: .sample()).scores.first)
            #expect(score.expression?.value == score.points, "\(target) \(actual)")
        }
    }
}
