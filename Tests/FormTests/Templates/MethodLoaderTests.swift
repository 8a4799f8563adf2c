import Assessment
import Foundation
import FormTemplates
import Spreadsheet
import Testing

/// Parameters of methods in template.yaml.
@Suite struct MethodLoaderTests {
    static let scoring = """
        scoring:
          without-target: self
          not-applicable: rescale
          caps: [{below: 60, at-most: 59}]
          methods:
            - {method: one-of, names: [丙, 丁]}
            - name: 甲
              method: steps
              numerator: [收, -支]
              denominator: [收]
              steps: [{to: 0, share: 100}, {above: 0, to: 10, share: 75}]
              otherwise: 5
            - name: 乙
              method: deduct
              deduct: {limit: 100, side: above, step: 5, points: 2, started: false}

        """

    private func load(_ yaml: String) throws -> Template {
        let folder = try Repository.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try TemplateFixture.write(yaml, in: folder)
    }

    @Test func parametersAreData() throws {
        let standard = try load(TemplateFixture.yaml + Self.scoring).standard
        #expect(standard.methodWithoutTarget == .self)
        #expect(standard.notApplicable == .rescale)
        #expect(standard.caps == [TotalCap(below: 60, atMost: 59)])
        #expect(standard.oneOf == [["丙", "丁"]])
        #expect(standard.methods.map(\.method) == [.steps, .deduct])
        #expect(standard.methods[0].rate?.numerator == [.init(name: "收"), .init(name: "支", isSubtracted: true)])
        #expect(
            standard.methods[0].steps
                == ScoreSteps(
                    bands: [.init(to: 0, gives: 100), .init(above: 0, to: 10, gives: 75)], otherwise: 5, isShare: true))
        #expect(
            standard.methods[1].deduction
                == ScoreDeduction(limit: 100, side: .above, step: 5, costs: 2, counting: .full))
    }

    @Test func aStepThatIsNeitherStartedNorFullCountsForItsPart() throws {
        let yaml = (TemplateFixture.yaml + Self.scoring).replacingOccurrences(of: ", started: false", with: "")
        #expect(try load(yaml).standard.methods[1].deduction?.counting == .exact)
    }

    /// A slip, and what the error must say: the line and the word.
    @Test(arguments: [
        ("method: steps", "method: stpes", 20, "stpes"), ("share: 75", "points: 75", 23, "points"),
        ("share: 75", "share: 175", 23, "100"), ("above: 0, to: 10", "above: 20, to: 10", 23, "20"),
        ("side: above", "side: over", 27, "above"), ("step: 5", "step: 0", 27, "step"),
        (", points: 2", "", 27, "points"), ("limit: 100, ", "", 27, "limit"),
        ("names: [丙, 丁]", "names: [丙]", 18, "names"),
        ("at-most: 59", "at-least: 59", 16, "at-most"),
        ("not-applicable: rescale", "not-applicable: 折算", 15, "rescale"),
        ("otherwise: 5", "otherwise: -5", 24, "otherwise"), ("method: deduct", "method: rate", 27, "deduct"),
        ("      denominator: [收]\n", "", 19, "denominator"),
    ])
    func aSlipIsNamedWithItsLine(good: String, bad: String, line: Int, word: String) throws {
        let yaml = TemplateFixture.yaml + Self.scoring
        #expect(yaml.contains(good))
        let error = try #require(throws: ToolError.self) { try load(yaml.replacingOccurrences(of: good, with: bad)) }
        #expect(error.code == .templateBroken)
        #expect(error.message.contains("第 \(line) 行"), "\(error.message)")
        #expect((error.message + error.advice).contains(word), "\(error)")
    }

    static let figures = """
        columns:
          实际完成值: [指标值]
        figures:
          sheet: 基础数据表
          columns: [{name: 本年预算数}]
          rows: [{name: 三公经费}]
          values:
            - {name: 控制率, numerator: [在职], denominator: [编制]}

        """

    @Test func columnsAndFiguresAreData() throws {
        let template = try load(TemplateFixture.yaml + Self.figures)
        #expect(template.indicatorColumn(Label("指标值（%）")) == .actual)
        #expect(template.indicatorColumn(Label("得分")) == nil)
        let figures = try #require(template.figures)
        #expect(figures.names == ["控制率", "三公经费 本年预算数"])
        #expect(figures.values[0].rate?.denominator == [.init(name: "编制")])
    }

    @Test(arguments: [
        ("实际完成值: [指标值]", "完成: [指标值]", 14, "实际完成值"), ("{name: 三公经费}", "{name: 三 公}", 16, "空格"),
        ("  columns: [{name: 本年预算数}]\n", "", 16, "columns"), (", denominator: [编制]", "", 20, "denominator"),
    ])
    func aSlipInFiguresIsNamedWithItsLine(good: String, bad: String, line: Int, word: String) throws {
        let yaml = TemplateFixture.yaml + Self.figures
        #expect(yaml.contains(good))
        let error = try #require(throws: ToolError.self) { try load(yaml.replacingOccurrences(of: good, with: bad)) }
        #expect(error.message.contains("第 \(line) 行"), "\(error.message)")
        #expect((error.message + error.advice).contains(word), "\(error)")
    }

    static let years: [(label: String, year: Int?, expected: String?)] = [
        ("2018年预算数", 2018, "本年预算数"), ("2018年度预算数", 2018, "本年预算数"), ("2017年预算数", 2018, nil),
        ("本年预算数（万元）", 2018, "本年预算数"), ("1、本年预算数", nil, "本年预算数"), ("其中：本年预算数", nil, "本年预算数"),
        ("2019年预算数", 2018, nil),
    ]

    /// A year in a label is that of the form, or the one before.
    @Test(arguments: years)
    func labelsOfFigures(label: String, year: Int?, expected: String?) throws {
        let figures = try #require(try load(TemplateFixture.yaml + Self.figures).figures)
        #expect(FigureTable.entry(label, in: figures.columns, year: year)?.name == expected)
    }
}
