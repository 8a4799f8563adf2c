import Assessment
import Spreadsheet

@testable import Reports

/// A form without faults of which something was not understood.
enum AccountFixture {
    static func source(_ cell: String, _ text: String = "", file: String = "表.xlsx") -> Source {
        Source(file: file, sheet: "自评", cell: CellReference(cell), text: text)
    }

    private static func cells(_ cells: String...) -> [CellReference] { cells.compactMap { CellReference($0) } }

    /// A column, a row of money and so many texts, not in the order in which a report names them.
    static func account(others: Int = 1) -> FormAccount {
        var account = FormAccount()
        account.counts = [.label: 6, .value: 5, .unread: 6 + others]
        account.unread = (0..<others).map { number in
            UnreadPlace(.other, source: source("J\(number + 20)", "杂\(number + 1)"), cells: [], isBlocking: false)
        }
        account.unread.append(
            UnreadPlace(
                .money, source: source("A9", "其它款"), cells: cells("A9", "B9", "C9"), holdsFigures: true,
                message: "一行金额", isBlocking: true))
        account.unread.append(
            UnreadPlace(
                .column, source: source("H1", "得\n分数"), cells: cells("H1", "H2", "H3"), holdsFigures: true,
                message: "一列数", suggestion: "得分", isBlocking: true))
        account.notPlaced = [
            NotPlacedValue(
                name: "上年结转", source: source("D3", "12.5", file: "导出.csv"), why: "空表上没有这一行。", isBlocking: true)
        ]
        account.told = [ToldPlace(words: "不用 K 列", source: source("K1"))]
        return account
    }

    static func report(
        _ account: FormAccount = account(), change: (inout Evaluation) -> Void = { $0.findings = [] }
    ) -> CheckReport {
        SmallForm.report([("甲", "≥2", "", "100", "", "")]) { evaluation in
            change(&evaluation)
            evaluation.account = account
        }
    }
}
