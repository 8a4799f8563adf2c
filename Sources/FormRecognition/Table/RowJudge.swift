import Assessment
import FormTemplates
import Spreadsheet

/// Tells the rows of data from the totals, marks of pages and notes among them.
struct RowJudge {
    /// What a row below the heading is.
    enum Kind: Equatable {
        case data
        /// Data that begins with 其中 (of which): details of the row above.
        case ofWhich
        case total
        case pageMark
        /// Says itself that it is a note or a signature.
        case note
        /// The number of a page.
        case pageNumber
        /// Few cells, no amount: a title, a note or a poor row of data, as what follows it tells.
        case sparse(isSentence: Bool)
    }

    private let labels: LabelTable
    private let columns: [Int: TableColumn]
    private let hasAmounts: Bool

    init(columns: [TableColumn], labels: LabelTable) {
        self.labels = labels
        self.columns = Dictionary(columns.map { ($0.index, $0) }) { first, _ in first }
        hasAmounts = columns.contains { $0.kind == .amount }
    }

    /// - Parameters:
    ///   - row: the row as it stands.
    ///   - filled: its cells that hold something, those that a merge gives included.
    func kind(of row: SheetRow, filled: Int) -> Kind {
        var texts: [(column: Int, text: String)] = []
        var amountAt: Int?
        for (index, cell) in row.cells.enumerated() {
            guard let cell else { continue }
            switch cell.value {
            case .empty, .boolean, .error: continue
            case .number:
                if amountAt == nil, columns[index]?.kind == .amount { amountAt = index }
            case .date: continue
            case .text(let text):
                let column = columns[index]
                if column?.kind == .amount, TidyNumber(text) != nil {
                    if amountAt == nil { amountAt = index }
                } else if amountAt == nil || column?.isRunningText ?? false {
                    // Past the first amount only running text may hold a label such as 本月合计.
                    texts.append((index, text))
                }
            }
        }
        guard let first = texts.first else { return .data }
        if let total = totalKind(row, texts, amountAt: amountAt) { return total }
        if amountAt == nil {
            if isNote(first.text, texts, filled: filled) { return .note }
            if filled <= 2, Self.isPageNumber(first.text) { return .pageNumber }
            if filled == 1 && columns.count >= 3 || filled == 2 && columns.count >= 5 && hasAmounts {
                return .sparse(isSentence: Self.isSentence(first.text))
            }
        }
        let isOfWhich =
            TextNormalizer.trimmed(first.text).hasPrefix("其") && TextNormalizer.key(first.text).hasPrefix("其中")
        return isOfWhich ? .ofWhich : .data
    }

    private func totalKind(_ row: SheetRow, _ texts: [(column: Int, text: String)], amountAt: Int?) -> Kind? {
        let firstColumn = row.cells.firstIndex { ($0?.value ?? .empty) != .empty }
        for (column, text) in texts where text.utf8.count <= 90 && labels.mayMarkRow(text) {
            let key = Label.name(of: text)
            if labels.tables.isPageMark(key: key) { return .pageMark }
            if labels.isTotal(text) || labels.tables.isTotal(key: key) { return .total }
            // To the right of the amounts only a whole word counts.
            if let amountAt, column > amountAt { continue }
            if endsAsTotal(key, in: column, isFirst: column == firstColumn) { return .total }
            if column == firstColumn, beginsAsTotal(text) { return .total }
        }
        // 合 and 计 in two cells.
        if texts.count >= 2, texts[0].text.count <= 2, texts[1].text.count <= 2,
            labels.isTotal(texts[0].text + texts[1].text)
        {
            return .total
        }
        return nil
    }

    private func endsAsTotal(_ key: String, in column: Int, isFirst: Bool) -> Bool {
        if key.hasSuffix("累计") { return isPeriod(key.dropLast(2)) }
        guard let rest = labels.tables.beforeTotalEnding(key: key), rest.count <= 14,
            !rest.contains(where: { "，,。；;、".contains($0) })
        else { return false }
        if isPeriod(rest) { return true }
        // In running text 合计 may be the last word of a sentence: there only a short label at the row's begin is a total.
        if columns[column]?.isRunningText ?? false { return isFirst && rest.count <= 4 }
        return true
    }

    /// 12月, 第一季度, 上半年.
    private func isPeriod(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber || "年月日份季度第一二三四上下半本全期当".contains($0) }
    }

    /// `合计：12 笔`.
    private func beginsAsTotal(_ text: String) -> Bool {
        let plain = TextNormalizer.narrowed(text)
        guard let colon = plain.firstIndex(of: ":") else { return false }
        return labels.isTotal(String(plain[..<colon]))
            || labels.tables.isTotal(key: TextNormalizer.key(String(plain[..<colon])))
    }

    private func isNote(_ first: String, _ texts: [(column: Int, text: String)], filled: Int) -> Bool {
        guard beginsAsNote(first) else { return false }
        let hasColon = TextNormalizer.narrowed(first).contains(":")
        if filled <= 2 { return hasColon || filled * 2 < columns.count || first.count > 30 }
        // A row of signatures: 制表人：… 审核：… 日期：…
        return texts.count == filled && texts.filter { beginsAsNote($0.text) }.count * 2 >= filled
    }

    private func beginsAsNote(_ text: String) -> Bool {
        let plain = TextNormalizer.narrowed(text)
        // 注册… is no note.
        if plain.hasPrefix("注"), let next = plain.dropFirst().first {
            return next.isNumber || ":.、( 释意明".contains(next)
        }
        return labels.isNote(text) || labels.tables.isNote(key: TextNormalizer.key(text))
    }

    /// 第 2 页, 共 5 页, 第2页/共5页, 页码：2.
    static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let key = TextNormalizer.key(text)
        guard key.contains("页"), key.contains(where: \.isNumber) else { return false }
        let rest = key.filter { !$0.isNumber && !" /,，;|-()".contains($0) }
        return ["第页", "共页", "第页共页", "共页第页", "页码", "页次", "页"].contains(rest)
    }

    /// Whether a text alone in its row reads as a sentence, not as the name of something.
    private static func isSentence(_ text: String) -> Bool {
        text.count > 20 || text.contains { ":：。；;".contains($0) } || text.count > 10 && text.contains("，")
    }
}
