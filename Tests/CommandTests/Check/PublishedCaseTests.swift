import Foundation
import TestProgram
import Testing

/// Published forms beside the checkout, each with what has to be found and what must not be: all of the one, none of the other.
struct PublishedCaseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let required: [String]
        let forbidden: Set<String>
        var testDescription: String { (path as NSString).lastPathComponent }
    }

    static let cases: [Case] = ["cases", "cases-2"].flatMap { name -> [Case] in
        let folder = Program.root + "/../shared/" + name
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".expected.json") }.sorted().compactMap { name in
            guard let data = FileManager.default.contents(atPath: folder + "/" + name),
                let expected = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
                let file = expected["file"] as? String
            else { return nil }
            let path = ((folder + "/" + name) as NSString).deletingLastPathComponent + "/" + file
            let findings = expected["findings"] as? [[String: Any]] ?? []
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return Case(
                path: path, required: findings.compactMap { $0["rule"] as? String },
                forbidden: Set(expected["must_not"] as? [String] ?? []))
        }
    }

    @Test(.enabled(if: !cases.isEmpty, "needs ../shared/cases and ../shared/cases-2"), arguments: cases)
    func findsWhatIsThereAndNothingElse(form: Case) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("check", "--format", "json", form.path)
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any], "\(run.errors)")
        let files = [root] + (root["files"] as? [[String: Any]] ?? [])
        func rules(_ key: String) -> [String] {
            files.flatMap { ($0[key] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String } }
        }
        let found = rules("findings")
        let all = Set(found + rules("followOns"))
        #expect(form.required.filter { !all.contains($0) } == [])
        #expect(Set(found).intersection(form.forbidden).sorted() == [])
    }
}
