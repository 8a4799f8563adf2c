import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import Testing

/// Hundreds of generated exports: the right sums, or a question; never a wrong figure in silence.
struct ExportVariantTests {
    static let table = """
        单位名称|甲局
        一级指标|二级指标|三级指标|年度指标值|实际完成值|分值
        产出指标|数量指标|培训场次|≥20场|21场|100
        """

    static func workbook(_ grid: String) -> Workbook {
        var sheet = Sheet(name: "表")
        for (row, line) in grid.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for (column, text) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated()
            where !text.isEmpty {
                sheet[row, column] = Cell(text: String(text))
            }
        }
        return Workbook(fileName: "导出.xlsx", sheets: [sheet])
    }

    static func read(_ export: Workbook, _ template: String = "guangzhou-department") throws
        -> SubmissionRecognizer.Brought
    {
        try SubmissionRecognizer.recognize(
            workbook(table), budget: export, template: Repository.templates.template(template),
            labels: Repository.templates.labels(),
            options: RecognitionOptions())
    }

    /// What is asked of the person.
    static func questions(_ account: FormAccount) -> [String] {
        account.unread.filter(\.isBlocking).map(\.message) + account.notPlaced.filter(\.isBlocking).map(\.why)
    }

    static let lines = ["合计", "财政拨款", "其他资金", "基本支出", "项目支出"]

    @Test(arguments: ExportVariant.Words.allCases) func sumsAreRightOrAsked(words: ExportVariant.Words) throws {
        var seed = 100
        for parents in ExportVariant.Parents.allCases {
            for unit in ["元", "千元", "万元", "百万元", "亿元"] {
                seed += 1
                let variant = ExportVariant(words, parents, unit: unit, seed: seed)
                let what = "\(words) \(parents) \(unit) \(variant.fault) \(seed)"
                let found: SubmissionRecognizer.Brought
                do {
                    found = try Self.read(variant.workbook)
                } catch let error as ToolError {
                    #expect(variant.fault != .none, "\(what)：\(error.message)\n\(variant.text)")
                    continue
                }
                let asked = Self.questions(found.account)
                // Where the details make the total a wrong sum of some of them changes nothing: it is said, and no more.
                let isSettled = variant.fault == .parent && variant.hasTotal
                if isSettled {
                    #expect(
                        found.account.unread.contains { $0.message.contains("不等于") }, "\(what)：没有说\n\(variant.text)")
                } else if variant.fault != .none {
                    #expect(!asked.isEmpty, "\(what)：没有问\n\(variant.text)")
                    continue
                }
                #expect(asked.isEmpty, "\(what)：\(asked)\n\(variant.text)")
                for name in Self.lines {
                    let line = found.submission.line(name)
                    let right = variant.expected(name)
                    #expect(line?[.adjusted] == right.adjusted, "\(what) \(name)\n\(variant.text)")
                    #expect(line?[.executed] == right.executed, "\(what) \(name)\n\(variant.text)")
                }
            }
        }
    }
}
