import Assessment
import Foundation
import Testing

/// The page of the rules is made from the catalogue: one can't change without the other.
struct RulePageTests {
    private static let path =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Documentation/规则.md"

    private static var page: String {
        var text = """
            # 规则

            程序对每张自评表逐条检查。级别：**必须改正**（不改不能报送）、**需要说明**（表里写上原因即可）、**提示**（值得看一眼）。
            没有条件执行的规则会列出名字和原因，不会悄悄算作通过。级别、限值、是否使用由模板决定；没有找到公开出处的写“本工具约定”，没有读到原文的写“依据待核”。
            一处错误引起的其他不符不重复报：改正了它，那些也就没有了。检查时比规则放宽或收紧的地方，写在“从宽从严”一栏。

            | 规则 | 级别 | 检查什么 | 依据 | 怎么办 | 从宽从严 |
            | --- | --- | --- | --- | --- | --- |

            """
        for rule in RuleCatalogue.all {
            let level = rule.level.title + (rule.isOnByDefault ? "" : "（模板要求时才用）")
            let cells = [rule.id, level, rule.title, rule.citation, rule.remedy, rule.departure ?? ""]
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        return text
    }

    @Test func thePageSaysWhatTheCatalogueSays() throws {
        let standing = try? String(contentsOfFile: Self.path, encoding: .utf8)
        if ProcessInfo.processInfo.environment["ZIPINGBIAO_RECORD"] == "1" {
            try Self.page.write(toFile: Self.path, atomically: true, encoding: .utf8)
        }
        // A recording fails the run in which it is made.
        #expect(standing == Self.page, "Documentation/规则.md 与规则目录不一致；用 ZIPINGBIAO_RECORD=1 重新生成后再看一遍")
    }

    @Test func idsAreThoseOfTheirTypesInOrder() {
        let ids = RuleCatalogue.all.map { $0.id }
        #expect(Set(ids).count == ids.count)
        let groups = ["STR", "WGT", "BUD", "VAL", "SCO", "EXP"]
        let places = ids.map { id in
            (groups.firstIndex { id.hasPrefix($0) } ?? groups.count) * 100 + (Int(id.suffix(2)) ?? 0)
        }
        #expect(places == places.sorted())
        for rule in RuleCatalogue.all {
            #expect("\(rule)" == rule.id.filter { $0 != "-" })
            #expect(RuleCatalogue.rule(rule.id)?.id == rule.id)
        }
    }

    /// Titles are phrases; what people should do, and where the code departs, are sentences; none breaks the page's table.
    @Test(arguments: RuleCatalogue.all.map { $0.id })
    func textsEndAsTheyShould(id: String) throws {
        let rule = try #require(RuleCatalogue.rule(id))
        let ends: (String) -> Bool = { "。，；".contains($0.last ?? "。") }
        #expect(!ends(rule.title) && !ends(rule.citation))
        #expect(rule.remedy.hasSuffix("。"))
        #expect(rule.departure?.hasSuffix("。") ?? true)
        for text in [rule.title, rule.citation, rule.remedy, rule.departure ?? ""] {
            #expect(!text.contains { $0 == "|" || $0.isNewline })
        }
    }

    /// One file a rule, and no rule that is not in the catalogue.
    @Test func everyRuleHasItsFile() throws {
        let folder =
            URL(fileURLWithPath: Self.path).deletingLastPathComponent().deletingLastPathComponent().path
            + "/Sources/Assessment/Rules"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        let own = files.filter { $0.prefix(5).dropFirst(3).allSatisfy(\.isNumber) }
        #expect(Set(own) == Set(RuleCatalogue.all.map { "\($0).swift" }))
    }
}
