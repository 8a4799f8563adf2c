import Assessment
import FormTemplates
import Spreadsheet

/// The headings of a block, in one row or in two.
extension MoneyBlock {
    /// The headings of a row that are known, by themselves or with those over them. What the person said of columns goes before what their headings say.
    static func columns(in row: Int, _ look: SheetLook) -> [(ViewText, BudgetColumn)] {
        let texts = headings(in: row, look)
        let headed = joined(texts, look.words.moneyHeadings(texts), row, look)
        guard headed.contains(where: { $0 != nil }) else { return [] }
        let told = look.overrules.budgetColumns.among(texts.map(\.column))
        return zip(texts, headed).compactMap { text, heading in
            told.role(of: text.column, headed: heading).map { (text, $0) }
        }
    }

    /// The texts of a row, with those of the row over it that reach down into it (分值 beside 执行数 | 执行率 under 执行情况), merged or not.
    private static func headings(in row: Int, _ look: SheetLook) -> [ViewText] {
        let view = look.view
        let own = view.texts(in: row)
        guard own.count >= 2, row > 0, !look.ownRows.contains(row - 1) else { return own }
        let tall = view.texts(in: row - 1).filter { text in
            guard !own.contains(where: { $0.column == text.column }) else { return false }
            let range = view.range(row - 1, text.column)
            if range.last.row == row { return true }
            // Not merged, 分值 and 得分 stand over nothing but their figures.
            let column = look.words.budgetColumn(text.label)
            return range.columns.count == 1 && text.column > own.map(\.column).min() ?? 0
                && (column == .weight || column == .score) && view.text(row, text.column).isEmpty
        }
        return tall.isEmpty ? own : (own + tall).sorted { $0.column < $1.column }
    }

    /// What headings say together with those over them (全年数 under 预算), where they say nothing alone, or two say the same.
    private static func joined(
        _ texts: [ViewText], _ headed: [BudgetColumn?], _ row: Int, _ look: SheetLook
    ) -> [BudgetColumn?] {
        var result = headed
        for (index, text) in texts.enumerated() {
            let own = headed[index]
            guard own == nil || headed.count(where: { $0 == own }) > 1, text.label != nil,
                let over = over(text, row, look.view), let role = look.words.moneyHeading(text, under: over),
                !result.contains(role)
            else { continue }
            result[index] = role
        }
        // 预算数 under 上年 is no other one of the year: what the heading over it confirms goes before.
        for (index, text) in texts.enumerated() {
            guard let own = result[index], result.count(where: { $0 == own }) > 1, !isConfirmed(text, own, row, look),
                over(text, row, look.view) != nil,
                texts.indices.contains(where: { result[$0] == own && isConfirmed(texts[$0], own, row, look) })
            else { continue }
            result[index] = nil
        }
        return result
    }

    private static func isConfirmed(_ text: ViewText, _ role: BudgetColumn, _ row: Int, _ look: SheetLook) -> Bool {
        over(text, row, look.view).map { look.words.moneyHeading(text, under: $0) == role } ?? false
    }

    /// The heading over another one: merged over it, or the last before it where nothing is merged.
    private static func over(_ text: ViewText, _ row: Int, _ view: SheetView) -> ViewText? {
        let above = view.texts(in: row - 1).last { $0.column <= text.column }
        guard let above, above.label != nil else { return nil }
        let range = view.range(row - 1, above.column)
        guard range.last.row < row, range.columns.count == 1 || range.columns.contains(text.column) else { return nil }
        return view.amount(row - 1, above.column).value == nil ? above : nil
    }

    /// Claims the row over the headings, where it heads them: each text of it is a label, and some stand over several of the block's columns or are
    /// needed to know them.
    func claimOver(_ look: inout SheetLook) {
        let row = headingRow - 1
        let texts = look.freeTexts(in: row)
        guard row >= 0, !look.ownRows.contains(row), !texts.isEmpty else { return }
        let view = look.view
        let isOfLabels = texts.allSatisfy { text in
            text.label.map { $0.name.count <= 12 } ?? false && look.words.namedFact(text.label) == nil
        }
        let own = Self.headings(in: headingRow, look)
        let known = look.words.moneyHeadings(own)
        let isNeeded = zip(own, known).contains { text, role in
            columns.contains { $0.column == text.column && $0.role != role }
                && Self.over(text, headingRow, view) != nil
        }
        let heads = texts.filter { text in
            let over = view.range(row, text.column)
            // 某局 beside the label of the unit may be as wide: what heads money says so.
            return over.rows.count == 1 && columns.count { over.columns.contains($0.column) } > 1
                && look.words.labels.tables.says(.money, text.text)
        }
        guard isOfLabels, isNeeded || !heads.isEmpty && texts.count > 1 else { return }
        for text in texts { look.claims.claim(row, text.column, .label) }
    }
}
