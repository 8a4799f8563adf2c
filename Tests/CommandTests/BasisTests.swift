import Foundation
import Spreadsheet
import SpreadsheetReading
import TestProgram
import Testing

@testable import zipingbiao

/// `fill --with-basis` and `fill --weights`.
struct BasisTests {
    private func sheet(_ program: Program, _ file: String, _ name: String) throws -> Sheet {
        let workbook = try WorkbookReader.read(path: program.folder + "/" + file)
        return try #require(workbook.sheets.first { $0.name == name })
    }

    private func rows(_ sheet: Sheet) -> [[String]] {
        let last = sheet.usedRange?.last ?? CellReference(row: 0, column: 0)
        return (0...last.row).map { row in (0...last.column).map { sheet[row, $0]?.shown ?? "" } }
    }

    @Test func everyScoreAndEveryFilledCellHasItsRow() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(
            "fill", Program.example + "/指标表.xlsx", "--budget", Program.example + "/预算执行导出.csv", "--with-basis", "-o",
            "表.xlsx")
        #expect(run.status == 0, "\(run.errors)")
        let basis = try sheet(program, "表.xlsx", "评分依据")
        let scores = rows(basis)
        // Nothing was capped: a column in which nothing stands is left out.
        #expect(scores[1] == ["序号", "指标", "计分方法", "计算过程", "取整", "依据", "数据来自"])
        // 16 indicators, 执行率, 合计, 等级.
        #expect(scores.count == 2 + 19)
        #expect(scores[13][1] == "申请法律援助妇女人数")
        #expect(scores[13][3] == "11名 没有达到 ≥12名；11 ÷ 12 × 6 = 5.5")
        #expect(scores[13][6] == "指标表.xlsx〔指标表〕：年度指标值 E16、实际完成值 G16、分值 H16")
        #expect(scores[17][4].hasPrefix("四舍五入到 2 位小数："))
        #expect(scores[20][1...3] == ["等级", "等级", "98.93 不低于 90；优"])

        let form = try sheet(program, "表.xlsx", "自评表")
        let origins = try sheet(program, "表.xlsx", "数据来源")
        let cells = rows(origins).dropFirst(2)
        #expect(cells.allSatisfy { CellReference($0[0]).flatMap { form[$0]?.shown } != nil })
        for row in cells {
            let place = try #require(CellReference(row[0]))
            #expect(form[place]?.shown == row[1] || row[2] == "本表计算", "\(row)")
        }
        #expect(
            cells.contains {
                $0[1] == "570.54" && $0[2] == "预算执行导出.csv" && $0[5] == "5,705,400.00" && $0[6].contains("元折合万元（÷10000）")
            }, "\(cells.filter { $0[1] == "570.54" })")
        for sheet in [basis, origins] {
            #expect(sheet.page.landscape)
            #expect(sheet.page.paper == 9)
            #expect(sheet.page.titleRows == 1...1)
            #expect(sheet.page.fit?.wide == 1)
            // The letters are as large on paper as they say: nothing is made smaller to fit the width.
            #expect(sheet.columns.values.reduce(0) { $0 + ($1.width ?? 0) } <= 130)
        }
    }

    @Test func withoutTheOptionTheFormStandsAlone() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("fill", Program.example + "/指标表.xlsx", "-o", "表.xlsx").status == 0)
        #expect(try WorkbookReader.read(path: program.folder + "/表.xlsx").sheets.count == 1)
    }

    static let table = """
        单位名称,某某局,,,,
        年度,2022,,,,
        年度总体目标,目标,,,,
        完成情况,完成,,,,
        全年预算数,100,,,,
        全年执行数,100,,,,
        一级指标,二级指标,三级指标,年度指标值,实际完成值,分值
        产出指标,数量指标,讲座场次,≥30场,30场,30
        产出指标,数量指标,材料份数,≥100份,100份,20
        效益指标,社会效益指标,惠及人数,≥5人,5人,20
        预算执行率,预算执行率,预算执行率,=100%,100%,10

        """

    @Test(arguments: [
        // A level's points are shared out, those of an indicator itself go before.
        ("指标,分值\n产出指标,60\n惠及人数,30\n", ["36", "24", "30", "10"], 0),
        ("一级指标,三级指标,分值\n产出指标,,60\n产出指标,讲座场次,40\n产出指标,材料份数,20\n效益指标,惠及人数,30\n", ["40", "20", "30", "10"], 0),
        // WGT-01 sees the sum.
        ("指标,分值\n惠及人数,30\n合计,90\n", ["30", "20", "30", "10"], 3),
    ])
    func weightsAreSetByName(weights: String, expected: [String], status: Int32) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        try program.write(weights.utf8, as: "分值.csv")
        let run = try program.run("fill", "表.csv", "--weights", "分值.csv", "-o", "出", "--format", "json")
        #expect(run.status == status, "\(run.output)\(run.errors)")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let scores = try #require(root["scores"] as? [[String: Any]])
        #expect(scores.map { $0["weight"] as? String } == expected)
    }

    @Test(arguments: [
        ("指标,分值\n讲座,60\n惠及,30\n", ["讲座（分值.csv A2）、惠及（分值.csv A3）", "惠及人数"]),
        ("指标,分值\n讲座场次,六十\n", ["分值.csv B2", "“六十”"]),
        ("指标,分值\n产出指标,10.01\n", ["比例分尽", "讲座场次、材料份数"]),
        ("名称,数\n讲座场次,60\n", ["找不到分值表"]),
    ])
    func whatDoesNotFitIsSaid(weights: String, words: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        try program.write(weights.utf8, as: "分值.csv")
        let run = try program.run("fill", "表.csv", "--weights", "分值.csv")
        #expect(run.status == 65)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
        #expect(program.names() == ["分值.csv", "表.csv"])
    }
}

/// The sheets that go with a form are no part of it when it is read again.
struct BasisCheckedTests {
    @Test func aFormWithItsBasisIsCheckedAsWithout() throws {
        let program = try Program()
        defer { program.remove() }
        let arguments = ["fill", Program.example + "/指标表.xlsx", "--budget", Program.example + "/预算执行导出.csv", "-o"]
        #expect(try program.run(arguments + ["甲.xlsx"]).status == 0)
        #expect(try program.run(arguments + ["乙.xlsx", "--with-basis"]).status == 0)
        let plain = try program.run("check", "甲.xlsx")
        let basis = try program.run("check", "乙.xlsx")
        #expect(plain.status == 0 && basis.output.replacing("乙", with: "甲") == plain.output, "\(basis.output)")
        let explained = try program.run("explain", "乙.xlsx")
        #expect(explained.status == 0 && !explained.output.contains("评分依据〕"), "\(explained.output)")
    }
}
