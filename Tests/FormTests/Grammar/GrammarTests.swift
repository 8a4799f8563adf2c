import Assessment
import FormRecognition
import Foundation
import Testing

/// Whole forms made by chance from a grammar of layouts and words as bureaus could use them: what is planted is found, nothing else is called
/// wrong, and no figure is misread without a word.
///
/// `ZIPINGBIAO_SEED=17` checks one form and prints all of it; `ZIPINGBIAO_GRAMMAR=500` prints which choices go with failures, and which fail in a
/// form that is plain in all else (`make grammar`). `ZIPINGBIAO_FIX=表头＝两行，词·得分＝评分` leaves these to no seed; with `通行` before them all else
/// is plain.
@Suite struct GrammarTests {
    /// How much may be wrong.
    private struct Bounds {
        var recall: Double
        var falseMusts: Int
        var misread: Int
        var refused: Int
    }

    /// What must hold. A figure that is asked for is not misread.
    private static let bounds = Bounds(recall: 98, falseMusts: 0, misread: 0, refused: 0)

    private static let environment = ProcessInfo.processInfo.environment

    @Test func formsOfAGrammarAreReadAndJudged() async throws {
        if let seed = Self.environment["ZIPINGBIAO_SEED"].flatMap({ Int($0) }) {
            let form = GrammarForm(seed: seed, fixed: Self.fixed)
            print(GrammarReport.details(form, GrammarVerdict(form)))
            return
        }
        let count = Self.environment["ZIPINGBIAO_GRAMMAR"].flatMap { Int($0) } ?? 500
        let asked = (1...max(1, count)).map { (seed: $0, fixed: Self.fixed) }
        let report = await GrammarReport(forms: Self.checked(asked))
        guard Self.environment["ZIPINGBIAO_GRAMMAR"] == nil, Self.fixed.isEmpty else {
            print(report.table)
            if Self.fixed.isEmpty { print(await Self.alone(report.forms.map(\.form))) }
            return
        }
        print(report.summary)
        let bounds = Self.bounds
        #expect(report.recall >= bounds.recall, "\(report.summary)")
        #expect(report.falseMusts <= bounds.falseMusts, "\(report.summary)")
        #expect(report.misread <= bounds.misread, "\(report.summary)")
        #expect(report.refused <= bounds.refused, "\(report.summary)")
    }

    /// The same seed is the same form, and the forms are not all alike.
    @Test func aSeedSettlesAForm() {
        let texts = (1...20).map { GrammarForm(seed: $0).pages.map(\.grid.text).joined() }
        #expect(texts == (1...20).map { GrammarForm(seed: $0).pages.map(\.grid.text).joined() })
        #expect(Set(texts).count == texts.count)
    }

    /// What is not left to the seeds.
    private static let fixed: [String: String] = {
        guard let text = environment["ZIPINGBIAO_FIX"] else { return [:] }
        var fixed = text.hasPrefix("通行") ? GrammarPlain.choices : [:]
        for choice in text.split(separator: "，") {
            let parts = choice.split(separator: "＝").map(String.init)
            if parts.count == 2 { fixed[parts[0]] = parts[1] }
        }
        return fixed
    }()

    /// The choices of forms, each alone.
    private static func alone(_ forms: [GrammarForm]) async -> String {
        let choices = GrammarPlain.others(among: forms)
        let asked = choices.flatMap { name, choice in
            (1...6).map { (seed: $0, fixed: GrammarPlain.with(name, choice)) }
        }
        let checked = await Self.checked(asked)
        let names = choices.flatMap { name, choice in [String](repeating: "\(name)＝\(choice)", count: 6) }
        return GrammarReport.alone(zip(names, checked).map { ($0, $1.form, $1.verdict) })
    }

    private static func checked(
        _ asked: [(seed: Int, fixed: [String: String])]
    ) async -> [(form: GrammarForm, verdict: GrammarVerdict)] {
        typealias Checked = (number: Int, form: GrammarForm, verdict: GrammarVerdict)
        return await withTaskGroup(of: Checked.self) { group in
            for (number, one) in asked.enumerated() {
                group.addTask {
                    let form = GrammarForm(seed: one.seed, fixed: one.fixed)
                    return (number, form, GrammarVerdict(form))
                }
            }
            var all: [Checked] = []
            for await one in group { all.append(one) }
            return all.sorted { $0.number < $1.number }.map { ($0.form, $0.verdict) }
        }
    }
}
