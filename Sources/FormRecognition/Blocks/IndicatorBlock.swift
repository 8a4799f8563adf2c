import Assessment
import FormTemplates
import Spreadsheet

/// 绩效指标表: an indicator in each row, under headings.
struct IndicatorBlock: FormBlock {
    let table: IndicatorTable
    let content: IndicatorContent
    /// Other tables of the same form on its sheet: one for each goal, or below a heading that is repeated.
    var continued: [IndicatorBlock] = []

    /// All tables of the form.
    var parts: [IndicatorBlock] { [self] + continued }

    /// Whether both are the table that stands at one place.
    func isSame(as other: IndicatorBlock) -> Bool {
        table.sheetIndex == other.table.sheetIndex && table.headingRows == other.table.headingRows
            && table.columns.first?.column == other.table.columns.first?.column
    }

    /// Rows that are own of one of them.
    var ownRows: Set<Int> { parts.reduce(into: []) { $0.formUnion($1.content.ownRows) } }

    /// Whether it tells what was reached: in a column that is known, or in one whose heading nobody knows.
    var isAssessed: Bool {
        if table.column(.actual) != nil || table.column(.score) != nil || table.column(.reason) != nil { return true }
        let filled = content.indicators.filter { !$0.others.isEmpty }
        return !filled.isEmpty && filled.count * 2 >= content.indicators.count
    }

    static func find(in look: inout SheetLook) -> [FormPlace] {
        let tables = IndicatorTableFinder(view: look.view, words: look.words, overrules: look.overrules).tables()
        var before: (table: IndicatorTable, content: IndicatorContent)?
        return tables.map { table in
            // Below a heading that is repeated the groups go on.
            let isBelow = before.map { goesOn($0.table, $0.content, table, look.view) } ?? false
            let reader = IndicatorReader(
                view: look.view, table: table, words: look.words, before: isBelow ? before?.content : nil)
            let content = reader.read()
            before = (table, content)
            look.claims.add(content.claims)
            look.ownRows.formUnion(content.ownRows)
            let last = content.ownRows.max() ?? table.headingRows.upperBound
            return FormPlace(
                sheet: look.view.index, rows: table.headingRows.lowerBound...last,
                block: IndicatorBlock(table: table, content: content))
        }
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        // Below repeated headings the groups are those of the first of the parts that go on.
        var place = 0
        for (number, part) in parts.enumerated() {
            let content = part.content
            if !content.goesOn {
                place = number
                reading.submission.goalPoints[place] = part.goalPoints(view)
            }
            for column in content.columns
            where number == 0 || !reading.submission.columns.contains(where: { Self.isSame($0, column) }) {
                reading.submission.columns.append(column)
            }
            let before = reading.submission.indicators.count
            reading.submission.subtotals += content.subtotals.map { $0.after(before) }
            if areSubtotals, let own = part.subtotal { reading.submission.subtotals.append(own.after(before)) }
            reading.submission.indicators += content.indicators.map { $0.ofPart(place) }
            reading.submission.groups += content.groups.map { $0.ofPart(place) }
            reading.submission.printedLevelTotals += content.levelTotals
            reading.submission.printedLevelScores += content.levelScores
            if let grade = content.printedGrade { reading.submission.printedGrade = grade }
            for total in content.otherTotals { reading.addOtherTotal(total) }
            reading.submission.notes += content.notes
            reading.claim(view, content.claims)
        }
        (reading.submission.printedTotal, reading.submission.printedWeightTotal) = (
            total(\.printedTotal, \.givenScore), total(\.printedWeightTotal, \.weight)
        )
    }

    /// The points in the label of the goal right above the table's headings: 年度目标1：（40分）.
    private func goalPoints(_ view: SheetView) -> SourcedNumber? {
        let row = table.headingRows.lowerBound - 1
        guard row >= 0, let text = view.texts(in: row).first, let label = text.label, label.name.contains("目标"),
            let points = label.points
        else { return nil }
        return SourcedNumber(
            value: points, text: "\(points)分", precision: 0, source: view.source(row, text.column))
    }

    private static func isSame(
        _ one: (role: IndicatorColumn?, heading: SourcedText), _ other: (role: IndicatorColumn?, heading: SourcedText)
    ) -> Bool {
        one.role == other.role
            && (one.role != nil || TextNormalizer.key(one.heading.text) == TextNormalizer.key(other.heading.text))
    }

    /// The total of the form: that of its only table, or of the last one; where each table has its own, they are subtotals.
    private func total(
        _ printed: KeyPath<IndicatorContent, SourcedNumber?>, _ points: KeyPath<Indicator, SourcedNumber?>
    ) -> SourcedNumber? {
        let totals = parts.compactMap { part in part.content[keyPath: printed].map { (part, $0) } }
        guard totals.count > 1, totals.count == parts.count, let last = totals.last else { return totals.last?.1 }
        let own = last.0.content.indicators.compactMap { $0[keyPath: points]?.value }.reduce(0, +)
        return own == last.1.value ? nil : last.1
    }

    /// Whether each table has a row of totals that adds up that table alone.
    private var areSubtotals: Bool {
        let hasTotals = parts.allSatisfy { $0.content.printedTotal != nil || $0.content.printedWeightTotal != nil }
        return parts.count > 1 && hasTotals && total(\.printedTotal, \.givenScore) == nil
            && total(\.printedWeightTotal, \.weight) == nil
    }

    /// The row of totals of this table alone.
    private var subtotal: IndicatorSubtotal? {
        let (weight, score) = (content.printedWeightTotal, content.printedTotal)
        guard !content.indicators.isEmpty, weight ?? score != nil else { return nil }
        return IndicatorSubtotal(title: "这张表的合计", weight: weight, score: score, rows: content.indicators.indices)
    }

    /// Whether a table is the rest of the one before it: the same headings, and nothing between them.
    private static func goesOn(
        _ before: IndicatorTable, _ content: IndicatorContent, _ table: IndicatorTable, _ view: SheetView
    ) -> Bool {
        let roles = { (table: IndicatorTable) in table.columns.map { "\($0.column) \($0.role?.rawValue ?? "")" } }
        guard roles(before) == roles(table), content.printedTotal == nil, let last = content.ownRows.max() else {
            return false
        }
        return (last + 1..<max(table.headingRows.lowerBound, last + 1)).allSatisfy { view.texts(in: $0).isEmpty }
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
    /// 分值 of the row of totals in the columns of points that levels have of their own: the level, 1 or 2, and what stands there.
    var levelTotals: [(level: Int, points: SourcedNumber)] = []
    /// 得分 of that row in the columns of scores that levels have of their own.
    var levelScores: [(level: Int, points: SourcedNumber)] = []
    /// Rows that add up some of those above them.
    var subtotals: [IndicatorSubtotal] = []
    /// Totals that another row of totals below says again, or otherwise.
    var otherTotals: [SourcedNumber] = []
    /// How many indicators stand above the row of totals that was read last.
    var countAtTotal = 0
    /// Rows of totals above the last one.
    var totalRows: Set<Int> = []
    /// What was understood in a way that the person should know.
    var notes: [String] = []
    /// Rows that are the table's own: from its headings to its last indicator, and its totals. What stands below and between may be facts.
    var ownRows: Set<Int> = []
    /// The labels that its last row stands under.
    var levels: LevelLabels?
    /// How far its subtotals went.
    var subtotalReader: SubtotalReader?
    /// Its first rows belong to the groups of the table before it.
    var goesOn = false
    var claims = CellClaims()
}
