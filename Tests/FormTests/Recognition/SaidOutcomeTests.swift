import FormTemplates
import Testing

@testable import FormRecognition

/// Sentences that say a total or a grade of the form, and those that say one of something else.
struct SaidOutcomeTests {
    static let sentences: [(text: String, total: String?, grade: String?)] = [
        ("本项目自评得分95.75分，等级为优。", "95.75", "优"),
        ("2023年我单位绩效自评得95分", "95", nil),
        ("项目支出绩效自评总体得分95分", "95", nil),
        ("经自评，项目得分95分", "95", nil),
        ("自评分95", "95", nil),
        ("打分95分", "95", nil),
        ("绩效评分结果95分", "95", nil),
        ("某市图书馆自评总分为95分，评定为良好", "95", "良好"),
        ("我局自评95分", "95", nil),
        ("满分100分，得95分", "95", nil),
        ("扣5分，得95分", "95", nil),
        ("产出指标得分50分，总分95分", "95", nil),
        ("自评99.5分，属于“良”等次", "99.5", "良"),
        ("综合评定良", nil, "良"),
        ("自评等级定为B级", nil, "B级"),
        ("本项目评价结果为良好等级", nil, "良好"),
        ("经综合评议评为优", nil, "优"),
        ("2022年自评等级为良，2023年自评等级为优", nil, "优"),
        ("2023年度，自评结果为优秀", nil, "优秀"),
        ("去年自评得分92分，今年自评得分97分", "97", nil),
        // Of something else.
        ("公路技术状况评定为良", nil, nil),
        ("公路养护质量评定等级为良", nil, nil),
        ("省厅年度考核得分95分，考核等级为良好", nil, nil),
        ("本项目验收评定为合格", nil, nil),
        ("上年度自评得分为88分，等级为良", nil, nil),
        ("2022年度评价等级为良", nil, nil),
        ("安全生产自评得分96分", nil, nil),
        ("养护质量综合得分95分", nil, nil),
        ("满意度调查得9分", nil, nil),
        ("投入得15分，过程得20分", nil, nil),
        ("培训指标满分10分，得9分", nil, nil),
        ("宣传满分5分，得4分", nil, nil),
        ("质量检测结果为合格", nil, nil),
        ("优良率≥95%，合格率≥90%", nil, nil),
        ("抽查合格98家、不合格66家", nil, nil),
    ]

    @Test(arguments: sentences)
    func whatASentenceSays(text: String, total: String?, grade: String?) throws {
        let words = Repository.library.genericWords
        let said = SaidOutcome(text, words: words, year: "2023")
        #expect(said.totals.map(\.text) == [total].compactMap { $0 })
        #expect(said.grade == grade)
    }
}
