import Assessment
import FormRecognition
import Foundation
import Testing

/// Several totals with different amounts: which one is the budget's is told by words, by the place of points and rate, and by sums.
@Suite struct MoneyTotalsTests {
    private static let heads = "|年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"

    @Test(arguments: [
        "收入合计|100|100|100|||\n支出合计|100|100|95|10|95%|9.5\n基本支出|60|60|57|||\n项目支出|40|40|38|||",
        "收入合计|100|100|100|10|95%|9.5\n支出合计|100|100|95|^|^|^\n基本支出|60|60|57|||\n项目支出|40|40|38|||",
        "收入合计|100|100|100|||\n财政拨款|80|80|80|||\n其他资金|20|20|20|||\n支出合计|100|100|95|10|95%|9.5\n基本支出|60|60|57|||\n项目支出|40|40|38|||",
        "本年支出合计|100|100|95|10|95%|9.5\n本年收入合计|100|100|100|||",
        "财政资金合计|60|60|55|||\n自筹资金合计|40|40|40|||\n资金总计|100|100|95|10|95%|9.5",
        "年度资金总额|100|100|95|10|95%|9.5\n其他资金|40|40|40|||\n财政资金合计|60|60|55|||\n中央财政|40|40|35|||\n省级财政|20|20|20|||",
        "年度资金总额|100|100|95|10|95%|9.5\n财政资金合计|60|60|55|||\n中央财政|40|40|35|||\n省级财政|20|20|20|||\n其他资金|40|40|40|||",
        "年度资金总额|100|100|95|10|95%|9.5\n财政拨款|100|100|95|||\n本年收入合计|120|120|120|||",
    ])
    func theTotalOfTheBudget(rows: String) throws {
        let form = try MoneyGrid(Self.heads + rows, total: "99.5")
        #expect(form.musts.isEmpty && form.asked.isEmpty, "\(form.musts) \(form.asked)")
        #expect(form.total(.executed) == 95 && form.evaluation.executionRatePercent == 95)
        #expect(form.evaluation.rulesRun.contains("SCO-09"))
    }

    /// The faults of the right total are found, and those of the other one.
    @Test func theFaultsOfEach() throws {
        let wrongRate = try MoneyGrid(
            Self.heads + "收入合计|100|100|100|||\n支出合计|100|100|95|10|96%|9.6", total: "99.6")
        #expect(wrongRate.musts == ["BUD-01 F3", "SCO-09 G3"])
        let wrongSum = try MoneyGrid(
            Self.heads
                + "收入合计|110|110|110|||\n财政拨款|80|80|80|||\n其他资金|20|20|20|||\n支出合计|100|100|95|10|95%|9.5\n基本支出|60|60|57|||\n项目支出|40|40|38|||",
            total: "99.5")
        #expect(wrongSum.musts == ["BUD-02 B2", "BUD-02 C2", "BUD-02 D2"])
    }

    /// By their words alone, without points and rates; and asked where nothing tells.
    @Test func wordsAloneOrNothing() throws {
        let heads = "|全年预算数|全年执行数\n"
        let told = try MoneyGrid(heads + "收入合计|100|100\n支出合计|100|95", points: 100, total: "100")
        #expect(told.total(.executed) == 95 && told.asked.isEmpty)
        let open = try MoneyGrid(heads + "部门资金总额|100|100\n预算总额|100|95", points: 100, total: "100")
        #expect(open.musts.isEmpty && open.asked == ["A2", "A3"] && open.total(.executed) == nil)
    }

    /// 其中 of one row is some of what stands over it, never all of it.
    @Test(arguments: [
        "|年度资金总额|100|95\n|其中：上级资金|30|28", "|年度资金总额|100|95\n|其中：财政拨款|100|90", "|年度资金总额|100|95\n|其中上级资金|30|28",
        "|年度资金总额|100|95\n|财政拨款|100|95\n|其中：上级资金|30|28", "|年度资金总额|100|95\n|财政拨款|80|76\n|其中：上级资金|30|28\n|其他资金|20|19",
        "|年度资金总额|100|95\n|财政拨款|80|76\n|其他资金|20|19\n|其中：自筹资金|15|14",
        "|年度资金总额|100|95\n|财政拨款|80|76\n|其中：上级资金|30|28\n|其他资金|20|19\n|其中：自筹资金|15|14",
        "|  年度资金总额|100|95\n|  财政拨款|80|76\n|    其中 上级资金|30|28\n|  其他资金|20|19",
    ])
    func aLonePartOfAPart(rows: String) throws {
        let form = try MoneyGrid("资金||全年预算数|全年执行数\n" + rows, points: 100, total: "100")
        #expect(form.musts.isEmpty && form.asked.isEmpty, "\(form.musts) \(form.asked)")
    }
}
