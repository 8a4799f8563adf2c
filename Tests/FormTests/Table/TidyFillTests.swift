import FormRecognition
import Spreadsheet
import Testing

/// Labels that stand once for their group.
struct TidyFillTests {
    @Test func blanksAtTheBeginOfARowAreFilled() throws {
        let table = try TableGrid(
            """
            部门|项目|摘要|金额
            甲局|一号|办公|1.00
            |||2.00
            |二号|邮费|3.00
            小计|||6.00
            |三号|差旅|4.00
            乙局||会议|5.00
            |四号|培训|6.00
            ||印刷|7.00
            """)
        #expect(
            table.rows[1...] == [
                "甲局|一号|办公|#1", "甲局|一号||#2", "甲局|二号|邮费|#3", "甲局|三号|差旅|#4", "乙局||会议|#5",
                "乙局|四号|培训|#6", "乙局|四号|印刷|#7",
            ])
        #expect(table.report.filled.map { "\($0.column) \($0.count)" } == ["部门 5", "项目 2"])
        #expect(table.report.lines.contains("向下填充：部门 5 格、项目 2 格"))
    }

    @Test func aGroupWithoutLabelIsNotFilledFromAnother() throws {
        let table = try TableGrid("部门|处室|项目|金额\n甲|子|一|1\n乙||二|2\n||三|3")
        #expect(table.rows[3] == "乙||三|#3")
    }

    @Test func mergesTellTheGroups() throws {
        let table = try TableGrid(
            """
            部门|项目|金额|备注
            甲局|一号|#10|同上
            |二号||
            |合计|#10|
            |三号|#1|
            乙局||#2|
            """, merges: ["A2:A5", "C2:C3", "D2:D3", "A6:B6"])
        #expect(
            table.rows[1...] == ["甲局|一号|#10|同上", "甲局|二号||同上", "甲局|三号|#1|", "乙局||#2|"])
        #expect(table.report.filled.map { "\($0.column) \($0.count)" } == ["部门 2", "备注 1"])
    }

    @Test func hiddenCellsOfAMergeGo() throws {
        let table = try TableGrid("部门|项目|金额\n甲局|看不见|#10\n乙局|二号|#2", merges: ["A2:B2"])
        #expect(table.rows[1] == "甲局||#10")
    }

    @Test func theOtherHalfOfATableIsNotFilled() throws {
        let table = try TableGrid("收入项目|收入|支出项目|支出\n拨款|1|工资|1\n||会议|2")
        #expect(table.rows[2] == "||会议|#2")
    }
}
