import FormRecognition
import Spreadsheet
import Testing

/// Columns and rows that were taken for others.
struct TidyKindTests {
    @Test func codesWithoutTheWordAreNotDivided() throws {
        let table = try TableGrid(
            """
            单位：元
            预算单位|支出功能分类|部门支出经济分类|资金性质|类|指标金额
            126001|2010301|30101|111|201|2100000.00
            126001|2010301|30108|111|208|420000.00
            """, to: "万元")
        #expect(
            table.rows == [
                "预算单位|支出功能分类|部门支出经济分类|资金性质|类|指标金额（万元）", "126001|2010301|30101|111|201|#210",
                "126001|2010301|30108|111|208|#42",
            ])
        #expect(table.report.conversions.map(\.column) == ["指标金额"])
    }

    /// Heading, amounts, the columns that are converted.
    @Test(arguments: [
        ("项目名称|指标数|1月|2月|累计支出", "甲|1200000|100000|100000|200000", ["指标数", "1月", "2月", "累计支出"]),
        ("项目名称|支付金额|一季度|二季度", "甲|500000|200000|300000", ["支付金额", "一季度", "二季度"]),
        ("项目名称|预算数|本月数|本年累计", "甲|500000|200000|300000", ["预算数", "本月数", "本年累计"]),
        // Months of a count are none of money.
        ("项目名称|预算数|人数|1月|2月", "甲|500000|12|5|7", ["预算数"]),
        ("项目名称|预算数|执行率|1月", "甲|500000|95%|7.5%", ["预算数"]),
    ])
    func monthsGoWithTheirNeighbours(heading: String, row: String, converted: [String]) throws {
        let table = try TableGrid("单位：元\n\(heading)\n\(row)\n\(row)", to: "万元")
        #expect(table.report.conversions.map(\.column) == converted)
        let left = heading.split(separator: "|").dropFirst().map(String.init).filter { !converted.contains($0) }
        // What is left as it is, is named.
        for name in left { #expect(table.report.lines.contains { $0.hasPrefix("未换算") && $0.contains(name) }) }
    }

    /// Table, rows that are told to be sums, rows to look at.
    @Test(
        arguments: [
            ("科目编码|科目名称|支出数\n201|服务|100\n20129|群团|100\n2012901|运行|60\n2012902|事务|40", [1, 2], []),
            ("科目编码|科目名称|支出数\n201|服务|100\n20129|群团|100\n2012901|运行|60\n2012902|事务|30", [], [1, 2]),
            ("序号|项目名称|支出数\n1|甲|30\n1.1|乙|10\n1.2|丙|20\n2|丁|5", [1], []),
            ("类|款|项|科目名称|支出数\n201|||服务|100\n201|29||群团|100\n201|29|01|运行|60\n201|29|02|事务|40", [1, 2], []),
            ("项目名称|年初预算|支出数\n甲|30|20\n　　乙|10|5\n　　丙|20|15\n丁|5|5", [1], []),
            ("科目编码|科目名称|支出数\n2012901|运行|60\n2012902|事务|40", [], []),
        ] as [(String, [Int], [Int])])
    func sumsOfOtherRowsAreNamed(table: String, parents: [Int], doubtful: [Int]) throws {
        let report = try TableGrid(table).report
        #expect(report.parentRows == parents)
        #expect(report.doubtfulParentRows == doubtful)
        #expect(report.lines.contains { $0.hasPrefix("上级行保留") } == !parents.isEmpty)
    }

    @Test func amountsThatLookLikeCodesAreNamed() throws {
        let text = "单位：元\n项目|预算支出|指标金额\n甲|2010301|2100.50\n乙|2010302|420.00"
        try #expect(TableGrid(text, to: "万元").report.lines.contains { $0.contains("“预算支出（万元）”") && $0.contains("像编码") })
        let plain = try TableGrid(text.replacing("2010302", with: "510302"), to: "万元")
        #expect(!plain.report.lines.contains { $0.contains("像编码") })
    }

    @Test func aNumberBeforeTheBlanksDoesNotKeepThemFromBeingFilled() throws {
        let table = try TableGrid("序号|资金来源|项目|金额\n1|财政拨款|甲|1.00\n2||乙|2.00")
        #expect(table.rows[2] == "#2|财政拨款|乙|#2")
    }
}
