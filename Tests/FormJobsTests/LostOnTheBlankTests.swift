import Assessment
import FormJobs
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestProgram
import Testing

/// What a blank has no place for, or prints otherwise, is named: it was lost without a word.
struct LostOnTheBlankTests {
    /// The shipped blank with cells that say something else, and what has to be named then.
    struct Loss: CustomTestStringConvertible, Sendable {
        var name: String
        /// Texts by cell; an empty one clears it.
        var cells: [String: String]
        /// Texts by cell of 基本情况 that are given otherwise.
        var given: [String: String] = [:]
        /// Name and reason of what has no place.
        var lost: [(name: String, why: String)] = []
        /// The form's cells, in words.
        var stands: [String: String] = [:]
        var status: Int32 = 5
        var testDescription: String { name }

        func outcome() throws -> FillOutcome {
            let folder = Program.root + "/Templates/national-project/"
            var blank = try WorkbookReader.read(path: folder + "form.xlsx")
            for (place, text) in cells { try Self.put(text, at: place, in: &blank.sheets[0]) }
            var table = try WorkbookReader.read(path: folder + "example/指标表.xlsx")
            for (place, text) in given { try Self.put(text, at: place, in: &table.sheets[1]) }
            var request = FillRequest(
                table: InputFile(bytes: [UInt8](try WorkbookWriter.bytes(of: table, named: "表.xlsx")), name: "表.xlsx"))
            request.form = InputFile(
                bytes: [UInt8](try WorkbookWriter.bytes(of: blank, named: "空表.xlsx")), name: "空表.xlsx")
            return try FillJob.run(request, library: Examples.library())
        }

        private static func put(_ text: String, at place: String, in sheet: inout Sheet) throws {
            let cell = try #require(CellReference(place))
            sheet[cell] = Cell(text: text, style: sheet[cell]?.style ?? 0)
        }
    }

    static let losses: [Loss] = [
        Loss(
            name: "actuals-under-an-unknown-heading", cells: ["F12": "做到了什么"],
            lost: [("全年实际完成值", "E4 至 E12 共 9 格没有填；表头“做到了什么”没有认出")]),
        Loss(name: "no-column-of-targets", cells: ["E12": ""], lost: [("年度指标值", "D4 至 D12 共 9 格没有填")]),
        Loss(
            name: "no-column-of-scores", cells: ["H12": ""], lost: [("得分", "G11 没有填，算出的得分（9 个）没有填")]),
        Loss(name: "no-column-of-reasons", cells: ["I12": ""], lost: [("偏差原因分析及改进措施", "1 格没有填")]),
        Loss(
            name: "a-printed-indicator-that-nobody-gave",
            cells: ["D13": "别的指标", "E13": "≥999米", "G13": "9"],
            lost: [("别的指标", "给的指标里没有，这一行没有填；它印着 9 分，表上各行的分值合计 109 分")],
            stands: ["D13": "别的指标", "E13": "≥999米", "F13": "", "G13": "9", "H13": ""]),
        Loss(
            name: "a-printed-target-of-the-same-indicator", cells: ["D13": "安装坡面水标尺", "E13": "≥200米"],
            lost: [("安装坡面水标尺·年度指标值", "印着“≥200米”，给的是“≥266米”")],
            stands: ["E13": "≥200米", "F13": "266米", "G13": "10", "H13": "10"]),
        Loss(
            name: "printed-points-of-the-same-indicator",
            cells: ["D13": "安装坡面水标尺", "G13": "9"], lost: [("安装坡面水标尺·分值", "印着“9”，给的是“10”")],
            stands: ["E13": "≥266米", "G13": "9", "H13": "9"], status: 3),
        // What the form prints is what was given, or leaves it open.
        Loss(
            name: "the-same-printed", cells: ["D13": "安装坡面水标尺", "E13": "≥266米", "G13": "10"],
            stands: ["E13": "≥266米", "G13": "10", "H13": "10"], status: 0),
        Loss(
            name: "a-printed-target-with-its-number-open", cells: ["D13": "安装坡面水标尺", "E13": "≥   米"],
            stands: ["E13": "≥266米"], status: 0),
        Loss(name: "the-shipped-blank", cells: [:], status: 0),
    ]

    @Test(arguments: losses) func isNamed(loss: Loss) throws {
        let outcome = try loss.outcome()
        let evaluation = outcome.report.evaluation
        let blocking = evaluation.account.notPlaced.filter(\.isBlocking)
        #expect(blocking.map(\.name) == loss.lost.map(\.name))
        for (value, lost) in zip(blocking, loss.lost) { #expect(value.why.contains(lost.why), "\(value.why)") }
        #expect(ExitStatus.of(evaluation, cut: outcome.report.cut.count) == loss.status)
        for (place, text) in loss.stands {
            let cell = try #require(CellReference(place))
            #expect((outcome.form.workbook.sheets[0][cell]?.shown ?? "") == text, "\(place)")
        }
    }

    /// A row of money that the blank does not have may be a part of the total: BUD-02 was found.
    @Test(arguments: ["其他资金 全年预算数（万元）", "其他资金全年预算数"])
    func noSumOfMoneyIsWrongForARowThatTheBlankLacks(label: String) throws {
        let loss = Loss(
            name: "其他资金", cells: ["B9": ""],
            given: ["B12": "17.77", "A14": label, "B14": "2.23"])
        let outcome = try loss.outcome()
        let evaluation = outcome.report.evaluation
        #expect(evaluation.account.unread.contains { $0.isBlocking && $0.source.text == label })
        #expect(evaluation.count(.must) == 0, "\(evaluation.findings)")
        #expect(evaluation.notRun.contains { $0.rule == "BUD-02" })
    }

    /// Amounts of the total, where the blank has no rows of money at all.
    @Test func theTotalIsNamedWhereTheBlankHasNoMoney() throws {
        let given = Dictionary(uniqueKeysWithValues: (11...13).flatMap { [("A\($0)", ""), ("B\($0)", "")] })
        let evaluation = try Loss(name: "F5", cells: ["F5": ""], given: given).outcome().report.evaluation
        let lost = evaluation.account.notPlaced.filter(\.isBlocking).compactMap { $0.source.cell?.description }
        #expect(lost.sorted() == ["B10", "B8", "B9"])
        #expect(!evaluation.findings.contains { $0.rule == "BUD-06" })
    }
}
