import Reports
import Spreadsheet

/// The forms of a file and what became of each.
public struct CheckOutcome: Sendable {
    /// The file.
    public let file: InputFile
    /// The forms, in the order of the sheets.
    public private(set) var forms: [CheckedForm]
    /// The file with everything that was read of it.
    private let workbook: Workbook

    init(file: InputFile, forms: [CheckedForm], workbook: Workbook) {
        self.file = file
        self.forms = forms
        self.workbook = workbook
    }

    /// The workbook with the findings of all its forms marked in it; nil when none of them could be read.
    public func markedCopy() -> Workbook? {
        let reports = forms.compactMap { try? $0.result.get() }
        return reports.isEmpty ? nil : MarkedWorkbook.make(of: workbook, reports: reports)
    }

    /// Notes that the marked copy was written: the reports name it from now on.
    ///
    /// - Parameter losses: What of the person's file it can't hold, in Chinese.
    public mutating func wasMarked(at path: String, losses: [String]) {
        for index in forms.indices {
            forms[index].result = forms[index].result.map { report in
                var report = report
                report.marked = path
                report.notes += losses.map { "核对副本里没有：\($0)" }
                return report
            }
        }
    }
}
