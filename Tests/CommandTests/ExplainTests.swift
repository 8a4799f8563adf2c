import Foundation
import TestProgram
import Testing

@testable import zipingbiao

/// `explain`, end to end.
struct ExplainTests {
    private static let table = """
        单位名称,某某局,,,,
        年度,2022,,,,
        全年预算数,570.54,,,,
        全年执行数,537.81,,,,
        一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分
        产出指标,数量指标,讲座场次,≥30场,28场,60,60
        产出指标,数量指标,印发材料,≥100份,若干,30,
        ,,预算执行率,=100%,94.26%,10,9.43

        """

    @Test func everyScoreIsExplained() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        let run = try program.run("explain", "表.csv", "--template", "guangzhou-department")
        #expect(run.status == 0, "\(run.errors)")
        for line in [
            "1. 讲座场次（产出指标／数量指标）　56 分（分值 60）", "   表中所填：60（G6）", "   计分方法：比例法",
            "   计算过程：28场 没有达到 ≥30场；28 ÷ 30 × 60 = 56",
            "   数据来自：年度指标值 ≥30场（D6）；实际完成值 28场（E6）；分值 60（F6）",
            "2. 印发材料（产出指标／数量指标）　算不出（分值 30）", "   计算过程：实际完成值不是一个数，不能按比例计算",
            "3. 预算执行率（产出指标／数量指标）　9.43 分（分值 10）",
            "   计算过程：537.81 ÷ 570.54 × 100% = 94.26%；537.81 ÷ 570.54 × 10 = 9.43",
            "   取整：四舍五入到 2 位小数：9.426333… → 9.43", "执行率　94.26%", "合计　算不出（分值 100）",
            "算不出的（1 处）", "  印发材料：实际完成值不是一个数，不能按比例计算",
        ] { #expect(run.output.contains(line + "\n"), "\(line)\n\(run.output)") }
        #expect(program.names() == ["表.csv"])
    }

    @Test func theFormItselfGivesTheSameScores() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("fill", Program.example + "/指标表.xlsx", "-o", "表.xlsx").status == 0)
        let run = try program.run("explain", "表.xlsx", "--template", "guangzhou-department", "--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(root["schemaVersion"] as? Int == 2)
        #expect(root["template"] as? String == "guangzhou-department")
        #expect((root["missing"] as? [String]) == [])
        let total = try #require(root["total"] as? [String: Any])
        #expect(total["result"] as? String == "98.93")
        #expect(total["printed"] == nil)
        #expect((root["grade"] as? [String: Any])?["result"] as? String == "优")
        let scores = try #require(root["scores"] as? [[String: Any]])
        #expect(scores.count == 16)
        #expect(scores.allSatisfy { $0["printed"] == nil && $0["citation"] != nil })
        let inputs = try #require(scores[0]["inputs"] as? [[String: Any]])
        #expect(inputs.compactMap { ($0["source"] as? [String: Any])?["cell"] as? String }.count == inputs.count)
    }

    @Test func aTemplateThatDoesNotExistIsNamed() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        let run = try program.run("explain", "表.csv", "--template", "没有")
        #expect(run.status == 66)
        #expect(run.errors.contains("guangzhou-department"))
    }
}
