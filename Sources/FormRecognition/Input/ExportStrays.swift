import Assessment
import FormTemplates
import Spreadsheet

/// Details of an export that belong to no row of one of the form's breakdowns: each is told once, however many breakdowns lack it.
struct ExportStrays {
    private let export: BudgetExport
    /// Whether a word names a row of the form.
    private let isOfForm: (String) -> Bool
    /// The breakdowns that lack a detail, by its place among the details.
    private var titles: [Int: [String]] = [:]

    /// How many are told one by one.
    private static let most = 20

    init(_ export: BudgetExport, isOfForm: @escaping (String) -> Bool) {
        self.export = export
        self.isOfForm = isOfForm
    }

    mutating func add(_ index: Int, _ title: String) { titles[index, default: []].append(title) }

    /// Their places among the details, from the top.
    var indices: [Int] { titles.keys.sorted() }

    /// What such a row is called: by its own fund or kind where that is none of the form's, else by the account or project; empty for a row without a name.
    func name(_ row: BudgetExport.Row) -> String {
        let words = [row.fund, row.kind, row.group].filter { !$0.isEmpty && !isOfForm($0) }
        if !words.isEmpty { return words.joined(separator: " ") }
        let known = Set([ExportColumn.fund, .kind, .code].compactMap { export.others[$0] })
        let names = export.view.texts(in: row.row).filter { text in
            !export.headings.amountColumns.contains(text.column) && !known.contains(text.column)
                && text.text.contains(where: \.isLetter) && !isOfForm(text.text)
        }
        let project = export.others[.project]
        return (names.first { $0.column == project } ?? names.first)?.text ?? ""
    }

    /// What is told of them; why blanks were not filled is said with the first.
    func places() -> [UnreadPlace] {
        let all = indices
        var told: Set<String> = []
        var places = all.prefix(Self.most).compactMap { place([$0], &told) }
        if let more = place(Array(all.dropFirst(Self.most)), &told) { places.append(more) }
        return places
    }

    private func place(_ indices: [Int], _ told: inout Set<String>) -> UnreadPlace? {
        let rows = indices.map { export.details[$0] }
        guard let first = rows.first, let amount = first.amounts[.adjusted] ?? first.firstAmount else { return nil }
        let lacking = indices.flatMap { titles[$0] ?? [] }.reduce(into: [String]()) { all, title in
            if !all.contains(title) { all.append(title) }
        }
        let name = name(first)
        let place = export.view.name(ofRow: first.row) + (name.isEmpty ? "" : "“\(name)”")
        let what = rows.count > 1 ? "\(place)等另外 \(rows.count) 行" : place
        let listed = lacking.map { "“\($0)”" }.joined(separator: "和")
        let blanks = [(ExportColumn.fund, \BudgetExport.Row.fund), (.kind, \.kind)].compactMap { column, path in
            rows.contains { $0[keyPath: path].isEmpty } ? export.unfilled[column] : nil
        }
        let reasons = blanks.filter { told.insert($0).inserted }
        return UnreadPlace(
            .money, source: amount.source,
            cells: rows.flatMap { $0.amounts.values.compactMap(\.source.cell) }.sorted(), holdsFigures: true,
            message: "\(what)认不出属于\(listed)的哪一项，只计入合计" + (reasons.isEmpty ? "" : "。\(reasons.joined(separator: "；"))"),
            isBlocking: true)
    }
}
