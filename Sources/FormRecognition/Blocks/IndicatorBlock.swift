import Assessment
import FormTemplates
import Spreadsheet

/// 绩效指标表: an indicator in each row, under headings.
struct IndicatorBlock: FormBlock {
    let table: IndicatorTable
    let content: IndicatorContent

    /// Whether it tells what was reached: in a column that is known, or in one whose heading nobody knows.
    var isAssessed: Bool {
        if table.column(.actual) != nil || table.column(.score) != nil || table.column(.reason) != nil { return true }
        let filled = content.indicators.filter { !$0.others.isEmpty }
        return !filled.isEmpty && filled.count * 2 >= content.indicators.count
    }

    static func find(in look: inout SheetLook) -> [FormPlace] {
        let tables = IndicatorTableFinder(view: look.view, words: look.words, overrules: look.overrules).tables()
        return tables.map { table in
            let content = IndicatorReader(view: look.view, table: table, words: look.words).read()
            look.claims.add(content.claims)
            look.ownRows.formUnion(content.ownRows)
            let last = content.ownRows.max() ?? table.headingRows.upperBound
            return FormPlace(
                sheet: look.view.index, rows: table.headingRows.lowerBound...last,
                block: IndicatorBlock(table: table, content: content))
        }
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        reading.submission.columns = content.columns
        reading.submission.indicators = content.indicators
        reading.submission.groups = content.groups
        reading.submission.printedWeightTotal = content.printedWeightTotal
        reading.submission.printedTotal = content.printedTotal
        reading.submission.printedGrade = content.printedGrade
        reading.submission.notes += content.notes
        reading.claim(view, content.claims)
    }
}

/// What stands in an indicator table.
struct IndicatorContent: Sendable {
    var columns: [(role: IndicatorColumn?, heading: SourcedText)] = []
    var indicators: [Indicator] = []
    var groups: [IndicatorGroup] = []
    /// 分值 of the row of totals.
    var printedWeightTotal: SourcedNumber?
    /// 得分 of the row of totals.
    var printedTotal: SourcedNumber?
    var printedGrade: SourcedText?
    /// What was understood in a way that the person should know.
    var notes: [String] = []
    /// Rows that are the table's own: from its headings to its last indicator, and its totals. What stands below and between may be facts.
    var ownRows: Set<Int> = []
    var claims = CellClaims()
}
