import FormRecognition
import Foundation
import Spreadsheet
import Testing

/// Conversion of amounts.
struct TidyUnitTests {
    @Test func theColumnsOwnUnitGoesBeforeTheTitles() throws {
        let table = try TableGrid(
            "金额单位：元\n项目|预算数（单位：万元）|支出数|人数\n甲|1.5|123.45|3\n乙|2|1|4", to: "万元")
        #expect(
            table.text == """
                项目|预算数（单位：万元）|支出数（万元）|人数
                甲|#1.5|#0.012345|#3
                乙|#2|#0.0001|#4
                """)
        #expect(table.report.lines.contains("金额换算：预算数（单位：万元） 本来就是万元，数字不变"))
        #expect(table.report.lines.contains("金额换算：支出数 由元换算成万元（÷10000）"))
        #expect(table.report.lines.contains("未换算：人数（不是金额，或认不出是金额）"))
    }

    @Test(arguments: [
        ("元", "10000000000"), ("千元", "10000000"), ("万元", "1000000"), ("百万元", "10000"), ("亿元", "100"),
    ])
    func everyUnit(unit: String, expected: String) throws {
        let table = try TableGrid("项目|金额（亿元）\n甲|100.00\n乙|0.01", to: unit)
        #expect(table.rows[0] == "项目|金额（\(unit)）")
        #expect(table.rows[1] == "甲|#\(expected)")
    }

    @Test(arguments: ["单位:元", "货币单位：人民币元", "（单位：元）", "某局预算表（元）", "元", "编制单位：某某局 金额单位：元"])
    func unitsInTitles(title: String) throws {
        #expect(try TableGrid("\(title)\n项目|金额\n甲|5\n乙|6", to: "万元").rows[1] == "甲|#0.0005")
    }

    @Test(arguments: ["编制单位：元某某局", "单位：某某局", "单位：元/吨"])
    func titlesWithoutAUnit(title: String) throws {
        let error = #expect(throws: ToolError.self) {
            try TableGrid("\(title)\n项目|金额\n甲|5\n乙|6", to: "万元")
        }
        #expect(error?.code.rawValue == "usage.unit-unknown")
        #expect(error?.code.exitStatus == 64)
        #expect(error?.advice.contains("--unit 元") == true)
    }

    @Test func titlesThatContradictEachOther() throws {
        #expect(throws: ToolError.self) { try TableGrid("单位：元|单位：万元\n项目|金额\n甲|5\n乙|6", to: "万元") }
        let table = try TableGrid("单位：万元\n项目|金额\n甲|5\n乙|6", from: "元", to: "万元")
        #expect(table.rows[1] == "甲|#0.0005")
        #expect(table.report.lines.last == "标题里写的单位是万元，按您给的元换算，请核对")
    }

    @Test func unknownUnits() throws {
        #expect(throws: ToolError.self) { try TableGrid("项目|金额\n甲|5", from: "元", to: "美元") }
        #expect(throws: ToolError.self) { try TableGrid("项目|金额\n甲|5", from: "块", to: "元") }
    }

    @Test func withoutToUnitNothingChanges() throws {
        let table = try TableGrid("单位：元\n项目|金额（元）\n甲|5.50\n乙|6")
        #expect(table.text == "项目|金额（元）\n甲|#5.5\n乙|#6")
    }

    @Test func ratesCountsAndCodesStay() throws {
        let table = try TableGrid(
            "单位：元\n编码|名称|预算数|执行率|数量|单价|备注\n1001|甲|100|95%|2|50|10\n1002|乙|200|90%|1|200|x", to: "万元")
        #expect(table.rows[1] == "1001|甲|#0.01|#0.95|#2|#50|10")
        #expect(table.report.conversions.map(\.column) == ["预算数"])
    }

    /// 1000 amounts of every size: what is converted adds up to what was there, to the last digit.
    @Test(arguments: [("元", "万元"), ("元", "亿元"), ("万元", "元"), ("百万元", "千元")])
    func sumsAreKept(from: String, to: String) throws {
        var state: UInt64 = 20_220_630
        var sum = Decimal(0)
        var lines = ["名称|金额"]
        for index in 0..<1000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let cents = Int(state >> 20) % 1_000_000_000_000 - 400_000_000_000
            let value = Decimal(sign: .plus, exponent: -(index % 4), significand: Decimal(cents))
            sum += value
            lines.append("项\(index)|\(value)")
        }
        let table = try TableGrid(lines.joined(separator: "\n"), from: from, to: to)
        var converted = Decimal(0)
        for row in table.rows.dropFirst() {
            let text = row.split(separator: "#").last.map(String.init) ?? ""
            converted += try #require(Decimal(string: text))
        }
        let powers = ["元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8]
        let distance = try #require(powers[to]) - (try #require(powers[from]))
        #expect(table.rows.count == 1001)
        #expect(Decimal(sign: .plus, exponent: distance, significand: converted) == sum)
    }
}
