import Assessment
import FormRecognition
import Foundation
import Testing

/// Facts under labels that are put together of known words, in whatever shape they stand.
@Suite struct FactWordsTests {
    @Test(arguments: [
        ("预算部门名称", FactName.unit), ("部门（单位）名称", .unit), ("填报单位（盖章）", .unit), ("资金使用单位", .executor),
        ("转移支付（项目）名称", .project), ("市级主管部门", .authority), ("地方主管部门", .authority), ("年度履职目标", .goal),
        ("年初设定目标", .goal), ("年度绩效目标", .goal), ("全年实际完成情况", .outcome), ("目标实际完成情况", .outcome),
        ("绩效等级", .grade), ("评价等次", .grade), ("自评等次", .grade), ("等次", .grade), ("综合得分", .total), ("得分合计", .total),
    ])
    func aLabelOfKnownWords(label: String, name: FactName) throws {
        let value = name == .grade ? "优" : name == .total ? "100" : "某某某"
        let form = try MoneyForm("某地自评表\n\(label)|\(value)", points: 100)
        #expect(form.form.submission.facts[name]?.text == value && form.asked.isEmpty)
    }

    @Test(arguments: [("■优 □良 □中 □差", "优"), ("□优☑良□中□差", "良"), ("优□ 良☑ 中□ 差□", "良")])
    func aTickedGrade(text: String, grade: String) throws {
        let form = try MoneyForm("某地自评表\n绩效评价等级|\(text)", points: 100)
        #expect(form.form.submission.printedGrade?.text == grade)
    }

    @Test func aTotalOfAHundred() throws {
        let form = try MoneyForm("某地自评表\n自评总分|98.93/100", points: 100)
        #expect(
            form.form.submission.printedTotal?.text == "98.93"
                && form.form.submission.printedTotal?.value == Decimal(string: "98.93"))
    }

    @Test func severalFactsInOneCell() throws {
        let form = try MoneyForm(
            "某地自评表\n项目名称|甲", below: "填表人：张三   填报日期：2023年4月10日   联系电话：123   单位负责人签字：（略）", points: 100)
        let facts = form.form.submission.facts
        #expect(facts["填报人"]?.text == "张三" && facts["联系电话"]?.text == "123" && form.asked.isEmpty)
    }

    /// Two departments above are two facts.
    @Test func departmentsAreToldApart() throws {
        let form = try MoneyForm("某地自评表\n中央主管部门|某总局\n地方主管部门|某县局", points: 100)
        let facts = form.form.submission.facts
        #expect(facts[.authority]?.text == "某总局" && facts["地方主管部门"]?.text == "某县局" && form.asked.isEmpty)
    }

    /// What no rule goes by is told once and asks for nothing, unless it says a figure.
    @Test(arguments: [
        ("项目类别", "■一次性项目 □经常性项目", false), ("项目起止时间", "2022年1月至2022年12月", false), ("立项依据", "某发〔2022〕4号", false),
        ("项目概况", "另有结转77.7万元", true), ("资金概况", "77.7", true), ("评定档级", "优", true),
    ])
    func whatNoRuleGoesBy(label: String, value: String, isAsked: Bool) throws {
        let form = try MoneyForm("某地自评表\n\(label)|\(value)", points: 100)
        #expect(form.asked == (isAsked ? ["A2"] : []))
        #expect(form.form.account.unread.count { $0.source.cell?.description == "A2" } == 1)
    }

    /// Goals with their numbers, and what became of them beside.
    @Test func severalGoals() throws {
        let form = try MoneyForm(
            """
            某地自评表
            年度目标1：（40分）|保障政务高效运转，公文办理及时准确。
            年度目标2：（40分）|做好综合协调和来访接待工作。
            """, points: 100)
        let facts = form.form.submission.facts
        #expect(facts[.goal]?.text == "保障政务高效运转，公文办理及时准确。" && facts["年度总体目标2"] != nil)
        #expect(form.asked.isEmpty)
    }

    /// Goals under one another, what became of each beside it: one text, nothing left over.
    @Test func goalsUnderOneAnother() throws {
        let form = try MoneyForm(
            """
            某地自评表
            单位名称|甲
            年度履职目标|目标1：做好服务。
            年度总体目标|预期目标||实际完成情况
            |目标1：培训24期。||目标1完成：培训了24期。
            |目标2：服务300人次。||目标2完成：服务了310人次。
            """, points: 100)
        let facts = form.form.submission.facts
        #expect(facts[.unit]?.text == "甲")
        #expect([facts[.goal]?.text, facts["年度履职目标"]?.text].contains { $0 == "目标1：培训24期。\n目标2：服务300人次。" })
        #expect([facts[.goal]?.text, facts["年度履职目标"]?.text].contains { $0 == "目标1：做好服务。" })
        #expect(facts[.outcome]?.text == "目标1完成：培训了24期。\n目标2完成：服务了310人次。" && form.asked.isEmpty)
    }

    /// A label that the form prints and nobody filled is asked about, where no template says what must be filled.
    @Test func aPrintedLabelThatIsEmpty() throws {
        let form = try MoneyForm("某地自评表\n项目名称\n主管部门|某局\n资金||全年预算数|全年执行数\n|年度资金总额|10|10", points: 100)
        #expect(form.findings("STR-01") == ["B2 （空）→填写项目名称，或说明不填的原因"], "\(form.evaluation.notRun)")
    }

    /// Two labels for one fact, of which one is put together of words, contradict nobody.
    @Test func aDepartmentAndItsUnit() throws {
        let form = try MoneyForm("某地自评表\n预算部门名称|某县教育局\n填报单位|某县一中", points: 100)
        #expect(form.form.submission.facts[.unit]?.text == "某县一中" && form.findings("STR-06").isEmpty)
        #expect(form.form.submission.facts["预算部门名称"]?.text == "某县教育局" && form.asked.isEmpty)
    }

    /// Tasks that say what they are, and not yet what became of them.
    @Test func tasksWithTheirContents() throws {
        let form = try MoneyForm("某地自评表\n年度主要任务|任务名称|主要内容\n|培训|办24期\n|服务|帮300人次", points: 100)
        #expect(form.form.submission.tasks.map { $0[.name]?.text } == ["培训：办24期", "服务：帮300人次"])
        #expect(form.asked.isEmpty)
    }
}
