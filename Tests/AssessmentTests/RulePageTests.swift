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

            | 规则 | 级别 | 检查什么 | 依据 | 怎么办 |
            | --- | --- | --- | --- | --- |

            """
        for rule in RuleCatalogue.all {
            text += "| \(rule.id) | \(rule.level.title) | \(rule.title) | \(rule.citation) | \(rule.remedy) |\n"
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

    @Test func idsAreUniqueAndSaid() {
        let ids = RuleCatalogue.all.map { $0.id }
        #expect(Set(ids).count == ids.count)
        for rule in RuleCatalogue.all {
            #expect(!rule.title.isEmpty && !rule.citation.isEmpty && !rule.remedy.isEmpty, "\(rule.id)")
        }
    }
}
