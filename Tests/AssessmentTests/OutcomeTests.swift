import Foundation
import Spreadsheet
import Testing

@testable import Assessment

/// Targets and what was reached, as people write them.
@Suite struct OutcomeTests {
    /// Target, actual; 达 met, 未 missed, ？ not to be told.
    private static let cases: [(String, String, String)] =
        [
            // Plain figures and their signs.
            ("≥20场", "21场", "达"), ("≥20场", "19场", "未"), ("20场", "20场", "达"), ("20场以上", "19", "未"),
            ("不少于20场", "20场", "达"),
            ("＞＝95％", "９６％", "达"), ("≤3%", "2.5%", "达"), ("控制在20万元以内", "21万元", "未"), ("控制在20万元以内", "19万元", "达"),
            ("=4次", "5次", "未"),
            ("5个工作日内", "4个工作日", "达"), ("不超过15天", "16日", "未"), ("50±10", "55", "达"), ("90±5%", "96%", "未"),
            // Prose.
            ("≥266米", "共266米", "达"), ("≥266米", "已完成266米", "达"), ("≥95%", "达到96%", "达"), ("≥300人", "约300人", "达"),
            ("≥266米", "266 米", "达"),
            ("≥100%", "完成率100%", "达"), ("100%", "100%（120人）", "达"), ("≥120人", "100%（120人）", "达"),
            ("≥12次", "全年共开展12次", "达"),
            ("≥12次", "累计举办11次", "未"), ("≥90%", "满意度为92%", "达"), ("≥12次", "12次，惠及800人", "达"), ("≥12次", "3月2次，6月3次", "？"),
            ("≥12次", "还差2次", "？"), ("≥12次", "未完成12次", "？"), ("≥12次", "计划12次", "？"), ("≥12次", "完成", "？"),
            // Numerals and parts.
            ("3项", "三项", "达"), ("≥12次", "十二次", "达"), ("≥120人", "一百一十人", "未"), ("≥2次", "两次", "达"), ("三项", "3项", "达"),
            ("≥12次", "12/12", "达"), ("100%", "12/12", "达"), ("100%", "11/12", "未"), ("≥12次", "5/7", "？"),
            ("一般", "一般", "达"),
            // Percentages in words.
            ("≥35%", "百分之三十", "未"), ("≥35%", "三成", "未"), ("≥95%", "九成五", "达"), ("≥85%", "八成半", "达"),
            ("≥95.5%", "百分之九十五点五", "达"), ("百分百", "百分之九十", "未"), ("100%", "百分之百", "达"), ("100%", "百分之一百", "达"),
            ("达到百分之九十五以上", "百分之九十", "未"), ("不低于九成", "92%", "达"), ("≥90%", "满意度达百分之九十二", "达"),
            ("≤5‰", "千分之三", "达"), ("≥3公里", "三点五公里", "达"), ("≥2万人", "三万人", "达"), ("≥90%", "八成以上", "？"),
            ("≥90%", "85%以上", "？"),
            ("≥3套", "建成三成套设备", "？"), ("≥20场", "完成", "？"),
            // Nothing of the thing.
            ("0次", "无", "达"), ("0起", "未发生", "达"), ("=0", "零", "达"), ("≤3起", "没有", "达"), ("≤1起", "无投诉", "达"),
            ("0起", "1起", "未"),
            ("≥20场", "无法统计", "？"), ("≤3起", "无效", "？"),
            // Ranges.
            ("260-270米", "266米", "达"), ("260-270米", "255米", "未"), ("260-270米", "280米", "？"), ("3-5个", "3个", "达"),
            ("95%—100%", "94%", "未"),
            ("95%～100%", "100%", "达"), ("10至20万元", "15万元", "达"), ("2022-2023年", "2023年", "？"),
            // Changes.
            ("增长5%", "增长6%", "达"), ("增长5%", "同比增长4.5%", "未"), ("增长5%", "6%", "达"), ("增长5%", "下降2%", "未"),
            ("下降3%", "下降4%", "达"),
            ("下降3%", "下降2%", "未"), ("下降3%", "-4%", "达"), ("下降3%", "上升1%", "未"), ("提高2个百分点", "提高3个百分点", "达"),
            ("同比增长≥5%", "增长5%", "达"),
            ("提高2个百分点", "3%", "？"), ("增加3个", "增加2个", "未"),
            // Frequencies and several figures.
            ("每月1次", "12次", "？"), ("每月1次", "每月1次", "达"), ("每季度一次", "4次", "？"), ("12次，800人", "12次，800人", "达"),
            ("12次，800人", "12次，700人", "？"),
            // Units.
            ("≥100人次", "100个", "？"), ("≥100人", "100人次", "？"), ("≥2公里", "2000米", "达"), ("≥20万元", "190000元", "未"),
            ("≤1亿元", "9000万元", "达"),
            ("≥10亩", "1公顷", "达"), ("≥7天", "160小时", "？"), ("≥3项", "3个", "？"), ("≥95", "96%", "达"), ("≥20人", "25名", "达"),
            ("≥1000平方米", "2亩", "？"),
            // Dates.
            ("不晚于2023年12月", "2023年11月", "达"), ("2023年12月31日前", "2024年1月", "未"), ("2023年12月底前", "2023.12.31", "达"),
            ("12月31日前", "11月15日", "达"),
            ("6月底前", "7月2日", "未"), ("2023年12月前", "11月15日", "达"), ("6月底前", "2023年11月", "？"), ("上半年", "5月", "达"),
            ("上半年", "7月", "未"),
            ("第三季度", "9月30日", "达"), ("3季度", "10月8日", "未"), ("年底前", "12月20日", "达"), ("2023年底前", "2023年12月", "达"),
            ("2023年底前", "2024年3月", "未"),
            ("2023年12月底前完成", "已于2023年11月完成", "达"), ("2023年12月", "按时完成", "达"), ("12月31日前", "提前完成", "达"),
            ("2023年12月", "已完成", "？"),
            ("2023年12月", "延期", "未"), ("2023年12月", "未按时完成", "未"), ("2023年12月", "100%", "？"), ("月底前", "按时", "？"),
            ("上半年", "第二季度", "达"), ("5月底前", "上半年", "？"),
            // Words.
            ("否", "否", "达"), ("否", "是", "未"), ("是", "是", "达"), ("有", "无", "未"), ("达标", "未达标", "未"), ("合格", "不合格", "未"),
            ("合格", "合格", "达"),
            ("提升", "有所提升", "？"), ("提升", "明显提升", "？"), ("优", "好", "？"), ("高", "高", "达"), ("健全", "达成预期指标", "达"),
            ("健全", "未达成", "未"), ("健全", "按计划完成", "？"),
        ] + amongWords

    /// A missed target with words round its figure had all its points.
    private static let amongWords: [(String, String, String)] = [
        // A verb or the indicator's own name before the figure.
        ("达到90%以上", "89%", "未"), ("达到90%以上", "91%", "达"), ("验收合格率达到98%", "97%", "未"), ("优良率≥85%", "84.5%", "未"),
        ("优良率≥85%", "85%", "达"), ("群众满意度不低于92%", "91%", "未"), ("改造农房260户", "240户", "未"), ("开展义诊服务30次", "共28次", "未"),
        ("开展义诊服务30次", "31次", "达"), ("发放补贴1200人", "1200人", "达"), ("单户成本不超过2万元", "2.3万元", "未"), ("投诉率低于3%", "2%", "达"),
        ("投诉率低于3%", "3%", "未"), ("故障率控制在2%以内", "2.5%", "未"), ("降低率≥10%", "降低8%", "未"), ("降低率≥10%", "降低12%", "达"),
        // What a name says of time, of a level or of several things is no plain figure.
        ("每月开展2次", "20次", "？"), ("发病率降至5%", "6%", "？"), ("办结率≥95%且无投诉", "94%", "？"), ("发放补贴1200人", "应发1300人", "？"),
        ("补助标准500元", "480元", "？"), ("前3名", "5名", "？"),
        // Strict signs, and those that are typed apart.
        (">80户", "80户", "未"), (">80户", "81户", "达"), ("＜5%", "5%", "未"), ("<5%", "4.9%", "达"), ("知晓率＞90%", "90%", "未"),
        ("> =80户", "80户", "达"), (">=80户", "80户", "达"), (">100%", "100%", "？"),
        // None of it, and all of it.
        ("零投诉", "3件", "未"), ("零投诉", "0件", "达"), ("无安全事故", "1起", "未"), ("无安全事故", "无安全事故", "达"), ("零增长", "2%", "？"),
        ("全覆盖", "100%", "达"), ("全覆盖", "95%", "未"), ("全覆盖", "12个村", "？"), ("100%", "全覆盖", "达"), ("≥100%", "全部完成", "达"),
        // Time, money and the year.
        ("≤48小时", "3天", "未"), ("≤48小时", "2天", "达"), ("3天内", "70小时", "达"), ("≤1天", "1500分钟", "未"),
        ("3000元/人", "0.3万元/人", "达"),
        ("3000元/人", "0.25万元/人", "未"), ("≥3000元/人", "0.3万元/户", "？"), ("≤3万元每座", "30500元/座", "未"),
        ("≤1.5元/人/天", "1.5元/人·天", "达"), ("≤50元/人·次", "48元/人次", "达"), ("≤3万元（每座）", "3万元/座", "达"),
        ("≤3万元/座", "30500元", "？"), ("≤3万元/座", "2.9万元", "达"), ("≤50元/人", "60元/人次", "？"), ("4批次/年", "3批次", "未"),
        ("4批次/年", "4批次", "达"),
        ("11月30日前", "次年2月完成", "未"), ("年底前", "延至次年1月", "未"), ("2023年11月30日前", "次年2月", "？"),
    ]

    private static func indicator(_ target: String, _ actual: String) throws -> Indicator {
        let grid = Grid(RuleTests.row("指标|\(target)|\(actual)|10|10|"))
        return try #require(grid.submission.indicators.first)
    }

    @Test(arguments: cases)
    func targetsAreHeldAgainstWhatWasReached(target: String, actual: String, expected: String) throws {
        let outcome = try Self.indicator(target, actual).outcome(.sample())
        let names: [TargetOutcome: String] = [.met: "达", .missed: "未", .unknown: "？"]
        #expect(names[outcome] == expected)
    }

    /// What can't be compared, or is no single figure, is no fault of the person's, and no points are reckoned of it.
    @Test(arguments: [
        ("≥12次", "3月2次，6月3次"), ("≥12次", "还差2次"), ("260-270米", "280米"), ("每月1次", "12次"), ("12次，800人", "12次，700人"),
        ("≥3项", "3个"),
        ("≥7天", "160小时"), ("6月底前", "2023年11月"), ("2023年12月", "已完成"), ("2023年12月", "100%"), ("提高2个百分点", "3%"),
        ("提升", "有所提升"),
        ("提升", "明显提升"), ("0起", "无"), ("260-270米", "266米"), ("≥12次", "十二次"), ("否", "否"), ("12月31日前", "提前完成"),
        ("≥12次", "12/12"),
    ])
    func whatCanNotBeToldIsNoFault(target: String, actual: String) throws {
        for points in ["10", "8"] {
            let grid = Grid(RuleTests.row("指标|\(target)|\(actual)|10|\(points)|原因写在这里"))
            let found = Evaluator.evaluate(grid.submission, standard: .sample()).findings
            let rules = ["VAL-01", "VAL-02", "VAL-03", "VAL-04", "VAL-06", "SCO-02", "SCO-04"]
            #expect(!found.contains { $0.level == .must && rules.contains($0.rule) }, "\(found.map(\.message))")
        }
    }

    /// 100个 of 100人次 got all the points, though nothing is known of 人次.
    @Test func whatCanNotBeComparedIsNotScored() throws {
        let grid = Grid(RuleTests.row("受益人次|≥100人次|100个|10|10|"))
        let evaluation = Evaluator.evaluate(grid.submission, standard: .sample())
        #expect(evaluation.scores[0].missing?.contains("不能比较") == true)
        #expect(
            evaluation.findings.filter { $0.level == .must && $0.rule.hasPrefix("SCO") && $0.subject == "受益人次" }.isEmpty
        )
        #expect(evaluation.findings.contains { $0.rule == "VAL-04" })
    }

    /// 18 days of 10-15 are too late where time is what counts; 8 are none too few.
    @Test(arguments: [
        ("办结时限", "18天", TargetOutcome.missed), ("办结时限", "8天", .unknown), ("课程", "18天", .unknown), ("课程", "8天", .missed),
    ])
    func aRangeOfTimeIsMissedByWhatIsLater(name: String, actual: String, expected: TargetOutcome) throws {
        let grid = Grid(RuleTests.row("\(name)|10-15天|\(actual)|10|10|"))
        #expect(try #require(grid.submission.indicators.first).outcome(.sample()) == expected)
    }

    /// The year on the form tells that 2024年1月 is behind 12月31日前.
    @Test func theYearOfTheFormDatesItsTargets() {
        let row = RuleTests.row("竣工时间|12月31日前|2024年1月|10|10|")
        let hits = { (text: String) in
            Evaluator.evaluate(Grid(text).submission, standard: .sample()).findings.count { $0.rule == "SCO-04" }
        }
        #expect(hits("# 年度=2023\n" + row) == 1)
        #expect(hits("# 年度=2024\n" + row) == 0)
        #expect(hits(row) == 0)
    }

    /// What was not held against its target is named; what was is not.
    @Test(arguments: [
        ("每月开展2次", "20次", 1), ("降至5%", "6%", 1), ("前3名", "5名", 1), ("补助标准500元", "480元", 1), ("优良率≥85%", "84%", 0),
        ("每月1次", "每月1次", 0), ("前3名", "达成预期指标", 0),
    ])
    func aFigureAmongWordsThatWasNotReadIsNamed(target: String, actual: String, count: Int) {
        let grid = Grid(RuleTests.row("指标|\(target)|\(actual)|10|10|"))
        let notes = Evaluator.evaluate(grid.submission, standard: .sample()).submission.notes
        #expect(notes.count { $0.contains("没有读成可以比较的目标") && $0.contains(target) } == count)
    }

    /// Rows of which the target is missed for certain do not keep all their points.
    @Test(arguments: [
        ("达到90%以上", "89%"), ("优良率≥85%", "84.5%"), ("改造农房260户", "240户"), (">80户", "80户"), ("零投诉", "3件"), ("≤48小时", "3天"),
        ("11月30日前", "次年2月完成"), ("3000元/人", "0.25万元/人"),
    ])
    func whatWasMissedAmongWordsHasNotAllItsPoints(target: String, actual: String) {
        let found = Evaluator.evaluate(
            Grid(RuleTests.row("指标|\(target)|\(actual)|10|10|")).submission, standard: .sample()
        ).findings
        #expect(found.contains { $0.rule == "SCO-04" })
    }

    /// Words that answer the target were called none.
    @Test(arguments: [
        ("全覆盖", "100%"), ("100%", "全覆盖"), ("不超过预算", "未超预算"), ("比上年下降", "下降8%"), ("较上年减少", "减少12件"), ("零事故", "未发生"),
        ("无安全事故", "达成预期指标"), ("5000元/人", "0.5万元/人"), ("3批次/年", "3批次"), ("合格率≥98%", "99%"), ("提供服务300次", "达成预期指标"),
    ])
    func wordsThatAnswerATargetAreNoFault(target: String, actual: String) {
        let found = Evaluator.evaluate(
            Grid(RuleTests.row("指标|\(target)|\(actual)|10|10|")).submission, standard: .sample()
        ).findings
        #expect(
            !found.contains {
                $0.level == .must && ($0.rule.hasPrefix("VAL") || $0.rule.hasPrefix("SCO-0")) && $0.subject == "指标"
            },
            "\(found.map(\.message))")
    }

    /// ≤2022年12月31日 was written for 2022年12月31日前.
    @Test(arguments: ["2022年12月31日前", "上半年", "260-270米", "下降3%", "增长≥5%", "不晚于2023年12月"])
    func targetsThatAreNoPlainFigureStayAsTheyWere(text: String) {
        #expect(Target(text: text, source: Source(file: "表.csv")).shown == text)
    }
}
