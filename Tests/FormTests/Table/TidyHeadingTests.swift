import FormRecognition
import Spreadsheet
import Testing

/// Where the heading of a table is found, and what the columns are called.
struct TidyHeadingTests {
    @Test func oldLedgerWithDetailsUnderDateAndVoucher() throws {
        let table = try TableGrid(
            """
            2022年||凭证||摘要|借方|贷方|方向|余额
            月|日|字|号||||
            01|05|记|001|办公费|10.00||借|10.00
            01|06|记|002|邮费|5.00||借|15.00
            """)
        #expect(table.rows[0] == "2022年-月|2022年-日|凭证-字|凭证-号|摘要|借方|贷方|方向|余额")
        #expect(table.rows[1] == "01|05|记|001|办公费|#10||借|#10")
    }

    @Test func twoHalvesWithTheSameDetails() throws {
        let table = try TableGrid(
            """
            收入支出决算总表
            收入|||支出||
            项目|行次|金额|项目|行次|金额
            一、财政拨款|1|100.00|一、基本支出|31|80.00
            二、其他收入|2|10.00|二、项目支出|32|30.00
            """, merges: ["A1:F1", "A2:C2", "D2:F2"])
        #expect(table.rows[0] == "收入-项目|收入-行次|收入-金额|支出-项目|支出-行次|支出-金额")
        #expect(table.rows[1] == "一、财政拨款|#1|#100|一、基本支出|#31|#80")
    }

    @Test func threeRowsOfHeading() throws {
        let table = try TableGrid(
            """
            项目名称|预算||||支出
            |财政拨款||其他|
            |年初|调整|年初|调整|
            甲|10|2|3|4|15
            乙|1|2|3|4|5
            """,
            merges: ["A1:A3", "B1:E1", "F1:F3", "B2:C2", "D2:E2"])
        #expect(table.rows[0] == "项目名称|预算-财政拨款-年初|预算-财政拨款-调整|预算-其他-年初|预算-其他-调整|支出")
        #expect(table.report.lines[0] == "表头：第 1—3 行（三行合并成一行）")
    }

    @Test func columnNumbersBelongToTheHeading() throws {
        let table = try TableGrid("科目编码|科目名称|合计|基本支出\n栏次||1|2\n2010101|行政运行|5.00|5.00\n2010102|一般事务|6.00|2.00")
        #expect(table.rows.count == 3)
        #expect(table.report.headingRows == [0, 1])
        #expect(table.report.lines == ["表头：第 1—2 行"])
    }

    @Test func finalAccountsWithColumnNumbersUnderTwoRows() throws {
        let table = try TableGrid(
            """
            收入决算表
            部门：某某局||||金额单位：万元
            项目||本年收入合计|财政拨款收入|上级补助收入
            功能分类科目编码|科目名称|||
            栏次||1|2|3
            合计||871.53|871.53|
            2012901|行政运行|600.00|600.00|
            2012902|一般事务|271.53|271.53|
            """, to: "元")
        #expect(
            table.text == """
                项目-功能分类科目编码|项目-科目名称|本年收入合计（元）|财政拨款收入（元）|上级补助收入（元）
                2012901|行政运行|#6000000|#6000000|
                2012902|一般事务|#2715300|#2715300|
                """)
        #expect(table.report.lines[1] == "表头：第 3—5 行（两行合并成一行）")
    }

    @Test func accountBalancesWithDetailsUnderEachPair() throws {
        let table = try TableGrid(
            """
            科目余额表
            单位：某某局|||||期间：2022.01-2022.12||单位：元
            科目编码|科目名称|期初余额||本期发生||期末余额|
            ||借方|贷方|借方|贷方|借方|贷方
            1001|库存现金|100.00||50.00|20.00|130.00|
            1002|银行存款|1,000.00||||1,000.00|
            资产小计||1,100.00||50.00|20.00|1,130.00|
            """)
        #expect(table.rows[0] == "科目编码|科目名称|期初余额-借方|期初余额-贷方|本期发生-借方|本期发生-贷方|期末余额-借方|期末余额-贷方")
        #expect(table.rows[1...] == ["1001|库存现金|#100||#50|#20|#130|", "1002|银行存款|#1000||||#1000|"])
    }

    @Test func unitsUnderTheLabelsAreJoined() throws {
        let table = try TableGrid("项目|预算数|支出数\n|（万元）|（万元）\n甲|10.5|9\n乙|1|1")
        #expect(table.rows[0] == "项目|预算数（万元）|支出数（万元）")
    }

    @Test func doublesGetANumber() throws {
        let table = try TableGrid("名称|金额|金额\n甲|1|2\n乙|3|4")
        #expect(table.rows[0] == "名称|金额|金额(2)")
    }

    @Test func spreadAndBrokenLabelsBecomeWords() throws {
        let table = try TableGrid("姓　名|预算↵数|Fund Name\n甲|1|x\n乙|2|y")
        #expect(table.rows[0] == "姓名|预算数|Fund Name")
    }

    @Test func emptyEdgesGoAndColumnsWithoutNameStay() throws {
        let table = try TableGrid("||\n||科目||金额||\n||办公费|甲|1||\n||邮费|乙|2||")
        #expect(table.text == "科目||金额\n办公费|甲|#1\n邮费|乙|#2")
    }

    @Test func keyValueRowsAboveAreTitles() throws {
        let table = try TableGrid("户名|某某局|币种|人民币\n网点|城关支行\n日期|摘要|收入|支出|余额\n2022/1/5|拨款|5||5")
        #expect(table.rows[0] == "日期|摘要|收入|支出|余额")
        #expect(table.report.droppedRows[.title] == [0, 1])
    }

    @Test func headingAloneIsEnoughWhenItsWordsAreKnown() throws {
        #expect(try TableGrid("日期|凭证号|摘要|借方|贷方").rows == ["日期|凭证号|摘要|借方|贷方"])
    }

    @Test func noHeadingIsAnError() throws {
        let error = #expect(throws: ToolError.self) {
            try TableGrid("1|2|3\n4|5|6\n7|8|9", sheet: "Sheet1")
        }
        #expect(error?.code.rawValue == "not-readable.no-heading")
        #expect(error?.code.exitStatus == 65)
        #expect(error?.message.contains("导出.xlsx〔Sheet1〕 里找不到表头") == true)
        #expect(error?.message.contains("最像的是第 1 行（1、2、3）") == true)
        #expect(throws: ToolError.self) { try TableGrid("关于开展自评的通知\n各单位：\n请按时报送。") }
        #expect(throws: ToolError.self) { try TableGrid("") }
    }
}
