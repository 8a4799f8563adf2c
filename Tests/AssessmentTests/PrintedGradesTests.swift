import Foundation
import Testing

@testable import Assessment

@Suite struct PrintedGradesTests {
    @Test(arguments: [
        ("90（含）以上为优、80（含）-90为良、60（含）-80为中、60以下为差划分等级。", "优90 良80 中60 差0"),
        ("2.总分值为100分，按90（含）以上为优、80（含）-90为良、60（含）-80为中、60以下为差划分等级。", "优90 良80 中60 差0"),
        ("注：自评等级分为优（90分及以上）、良（80-90分）、合格（60-80分）、不合格（60分以下）。", "优90 良80 合格60 不合格0"),
        ("注：90分（含）以上为优，80（含）-90分为良，60（含）-80分为合格，60分以下为不合格。", "优90 良80 合格60 不合格0"),
        ("自评等级：优秀≥90，良好80-90，一般60-80，较差<60", "优秀90 良好80 一般60 较差0"),
        ("评价等级：90≤得分≤100为A等次，80≤得分<90为B等次", ""),
        ("等级：得分90-100分的为优秀，80-89分的为良好，60-79分的为合格，60分以下的为不合格", "优秀90 良好80 合格60 不合格0"),
        ("注：1.等级由单位填写。2.总分为100分。3.分值合计为100分。", ""),
        ("注：优秀（95-100分）、良好（85-94分）、合格（60-84分）、不合格（60分以下）", "优秀95 良好85 合格60 不合格0"),
        ("等级说明：优秀（95-100分）、良好（85-94分）、合格（60-84分）、不合格（60分以下）", "优秀95 良好85 合格60 不合格0"),
        ("注：（1）优：全部完成；（2）良：基本完成；（3）差：未完成", ""),
        ("①95分以上为好；②75分以上为较好；③75分以下为差等级", "好95 较好75 差0"),
        ("定量指标完成率90%以上为优", ""),
    ])
    func gradesOfNotes(text: String, expected: String) {
        let grades = PrintedGrades.grades(in: text) ?? []
        #expect(grades.map { "\($0.name)\($0.from)" }.joined(separator: " ") == expected)
    }

    /// 合格 stood in the form's own note; 中 was asked for.
    @Test(arguments: [("合格", 0), ("良", 1), ("中", -1)])
    func gradesOfTheFormGoFirst(grade: String, hits: Int) {
        let grid = Grid(
            "注：自评等级分为优（90分及以上）、良（80-90分）、合格（60-80分）、不合格（60分以下）。\n" + RuleTests.row("场次|≥100场|72场|100|72|停办")
                + "合计|||||100|72|\(grade)")
        let evaluation = Evaluator.evaluate(grid.submission, standard: .sample())
        #expect(evaluation.grade?.name == "合格")
        #expect(evaluation.findings.count { $0.rule == "SCO-06" } == max(hits, 0))
        if hits < 0 { #expect(evaluation.notRun.contains { $0.rule == "SCO-06" }) }
    }
}
