import Assessment
import FormTemplates
import Spreadsheet

/// Watches the rows of a table as they go by for those that are sums of others, by their codes and names: 201 over 20129 over 2012901.
struct ParentWatch {
    /// How many rows are remembered.
    static let most = 20_000

    private let columns: [TableColumn]
    private let labels: LabelTable
    /// Up to three columns of amounts: as many as tell a sum from chance.
    private let amounts: [(position: Int, slot: BudgetColumn)]
    private let roles: [Int: ExportColumn]
    private let levels: [Int]
    private let candidates: [Int]
    private var texts: [[String]]
    private var rows: [BudgetExport.Row] = []

    init(columns: [TableColumn], labels: LabelTable) {
        self.columns = columns
        self.labels = labels
        func last(_ index: Int) -> String { columns[index].name.split(separator: "-").last.map(String.init) ?? "" }
        amounts = zip(
            columns.indices.filter { columns[$0].kind == .amount && columns[$0].isMoney }, BudgetColumn.amounts
        )
        .map { ($0, $1) }
        var roles: [Int: ExportColumn] = [:]
        for index in columns.indices { roles[index] = labels.exportColumn(last(index)) }
        self.roles = roles
        candidates = columns.indices.filter {
            columns[$0].kind != .amount && columns[$0].kind != .date && !columns[$0].isRunningText
        }
        let levels = candidates.filter { labels.isCodeLevel(last($0)) }
        self.levels = levels.count > 1 ? levels : []
        texts = [[String]](repeating: [], count: columns.count)
    }

    /// The first column that tells something.
    private func column(of role: ExportColumn) -> Int? { roles.filter { $0.value == role }.keys.min() }

    /// Takes a row of data.
    ///
    /// - Parameters:
    ///   - raw: as it stands on the sheet.
    ///   - cells: as it goes into the result.
    mutating func add(_ raw: SheetRow, _ cells: [Cell?]) {
        guard !amounts.isEmpty, !candidates.isEmpty, rows.count < Self.most else { return }
        func text(_ role: ExportColumn) -> String {
            column(of: role).flatMap { cells[$0]?.shown } ?? ""
        }
        var row = BudgetExport.Row(row: raw.number, fund: text(.fund), kind: text(.kind), amounts: [:])
        row.office = text(.office)
        let name =
            column(of: .project)
            ?? candidates.first { cells[$0] != nil && columns[$0].kind == .text }
        if let name, let own = raw[columns[name].index] {
            row.indent = ExportOutline.indent(own.shown, step: 0)
            row.numbering = ExportOutline.numbering(own.shown)
        }
        let own = candidates.filter { columns[$0].kind != .ordinal && CellTidier.isFilled(raw[columns[$0].index]) }
        if let left = own.first, let right = own.last { row.stair = left...right }
        let source = Source(file: "", cell: CellReference(row: raw.number, column: 0))
        for (position, slot) in amounts {
            guard let cell = cells[position], case .number = cell.value else { continue }
            row.amounts[slot] = ExportNumber.amount(SourcedNumber(text: cell.shown, source: source))
        }
        guard !row.amounts.isEmpty else { return }
        rows.append(row)
        for index in candidates {
            // Blanks that were filled are no codes of this row.
            texts[index].append((levels.contains(index) ? raw[columns[index].index] : cells[index])?.shown ?? "")
        }
    }

    /// Puts what was found into a report.
    func report(_ report: inout TidyReport) {
        guard rows.count > 1 else { return }
        let codes = ExportCodes(
            candidates.map {
                ExportCodes.Column(heading: columns[$0].name, isKnown: roles[$0] == .code, texts: texts[$0])
            },
            levels: levels.map { texts[$0] }, labels)
        let tree = ExportTree(rows, total: nil, codes: codes.lists, isSure: codes.isSure)
        report.parentRows = tree.parents.map(\.row)
        if rows.count == Self.most {
            // The rows under the last ones may not have been seen.
            if !tree.parents.isEmpty { report.notes.append("只在前 \(Self.most) 行数据里查了上级行") }
            return
        }
        report.doubtfulParentRows = tree.doubtful.map(\.row.row)
        report.alikeRows = tree.alike.map(\.row.row)
    }
}
