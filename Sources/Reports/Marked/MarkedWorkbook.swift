import Assessment
import Spreadsheet

/// The person's own workbook with the findings in it: coloured cells with comments, and a first sheet 核对结果 that lists them.
///
/// A marked copy remembers what it changed, so that the marks can be taken away again, exactly.
public enum MarkedWorkbook {
    /// Makes a marked copy. Of a workbook that is one already, its old marks go first; what the person wrote under 说明 is kept where
    /// the same rule meets the same cell again.
    ///
    /// - Parameters:
    ///   - workbook: What was checked, with everything that was read of it.
    ///   - findings: What was found, in the order in which it is listed.
    ///   - verdict: The verdict in one sentence.
    ///   - notRun: Rules that did not run.
    ///   - unread: What was not understood.
    /// - Returns: The copy; its ``Spreadsheet/Workbook/losses`` are what of the person's file it can't hold.
    public static func make(
        of workbook: Workbook, findings: [Finding], verdict: String, notRun: [Evaluation.NotRun] = [],
        unread: [UnreadPlace] = []
    ) -> Workbook {
        let memory = MarkMemory(workbook)
        var result = memory == nil ? workbook : unmarked(workbook)
        let explanations = memory?.explanations(in: workbook) ?? [:]
        if !result.hasSheetNames { TextSheet.prepare(&result) }
        result.dropOverlappingMerges()
        result.disarmLinks()
        let places = MarkPlaces(result, originalHasNames: workbook.hasSheetNames)
        var marking = Marking(result)
        marking.mark(findings, unread: unread, places: places)
        result = marking.workbook
        let active = result.activeSheet ?? result.sheets.firstIndex { $0.visibility == .visible } ?? 0
        let list = ResultSheet(
            findings: findings, unread: unread, verdict: verdict, notRun: notRun, losses: result.losses, places: places,
            explanations: explanations)
        let name = result.freeName(ResultSheet.name)
        let sheet = list.sheet(named: name, of: &result)
        let record = MarkMemory.sheet(
            named: result.freeName(MarkMemory.sheetName), marks: marking.marks, findings: findings, active: active)
        result.names += [
            DefinedName(name: ResultSheet.marker, formula: Self.corner(of: name), isHidden: true),
            DefinedName(name: MarkMemory.marker, formula: Self.corner(of: record.name), isHidden: true),
        ]
        result.sheets.insert(sheet, at: 0)
        result.sheets.append(record)
        result.activeSheet = 0
        result.hasSheetNames = true
        return result
    }

    /// Makes the marked copy of a workbook out of the reports on its forms.
    public static func make(of workbook: Workbook, reports: [CheckReport]) -> Workbook {
        make(
            of: workbook, findings: reports.flatMap(\.evaluation.findings), verdict: verdict(reports),
            notRun: notRun(reports), unread: reports.flatMap(\.evaluation.account.unread))
    }

    private static func verdict(_ reports: [CheckReport]) -> String {
        if reports.count == 1 { return Verdict.sentence(reports[0].evaluation) }
        var totals = CheckTotals()
        for report in reports { totals.add(CheckSummary(report, strict: false)) }
        return totals.verdict
    }

    /// Rules that ran over none of the forms.
    private static func notRun(_ reports: [CheckReport]) -> [Evaluation.NotRun] {
        let ran = Set(reports.flatMap(\.evaluation.rulesRun))
        return (reports.first?.evaluation.notRun ?? []).filter { !ran.contains($0.rule) }
    }

    /// Whether a workbook is a marked copy.
    public static func isMarked(_ workbook: Workbook) -> Bool { MarkMemory(workbook) != nil }

    /// A marked copy without its marks: backgrounds and comments are what they were. Any other workbook stays as it is.
    public static func unmarked(_ workbook: Workbook) -> Workbook {
        guard let memory = MarkMemory(workbook) else { return workbook }
        var result = workbook
        memory.restore(&result)
        return result
    }

    /// The first cell of a sheet as names have it.
    private static func corner(of sheet: String) -> String {
        "'" + sheet.replacing("'", with: "''") + "'!$A$1"
    }
}

extension Workbook {
    /// Of losses of one kind on a sheet so many are named, the rest are counted.
    static let mostNamed = 100

    /// A name that no sheet has.
    func freeName(_ wanted: String) -> String {
        let taken = Set(sheets.map { $0.name.lowercased() })
        var name = wanted
        var number = 2
        while taken.contains(name.lowercased()) {
            name = "\(wanted) (\(number))"
            number += 1
        }
        return name
    }

    /// Merges that overlap can't be written: the one further down or right goes, and is named; of very many the first, and how many more.
    fileprivate mutating func dropOverlappingMerges() {
        for index in sheets.indices {
            let (kept, dropped) = sheets[index].merges.withoutOverlaps()
            guard !dropped.isEmpty else { continue }
            let name = sheets[index].name
            losses += dropped.prefix(Self.mostNamed).map {
                WorkbookLoss(what: "与别的合并重叠的合并单元格", sheet: name, cell: $0.first)
            }
            if dropped.count > Self.mostNamed {
                losses.append(
                    WorkbookLoss(what: "另外 \(dropped.count - Self.mostNamed) 处与别的合并重叠的合并单元格", sheet: name))
            }
            sheets[index].merges = kept
        }
    }
}
