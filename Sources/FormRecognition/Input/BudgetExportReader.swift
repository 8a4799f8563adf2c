import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Turns a finance export into the lines of the form's money block.
struct BudgetExportReader {
    /// What an export gave.
    struct Result {
        var lines: [BudgetLine] = []
        /// What the person should know.
        var notes: [String] = []
        var account = FormAccount()
        /// The projects that its rows name, each where it stands first.
        var projects: [Source] = []
    }

    let template: Template
    let labels: LabelTable

    /// The lines, and what was understood of the rows.
    func read(_ workbook: Workbook, unit: String?, known: Decimal?) throws -> Result {
        let export = try BudgetExport(workbook, labels: labels)
        let given = try unit.map { try MoneyUnit.named($0, option: "--unit") }
        if given == nil, let other = export.otherUnit {
            throw ToolError(
                code: .budgetUnit, message: "\(other.source.place) 写的金额单位是“\(other.unit)”，不能换算",
                advice: "请换成\(MoneyUnit.allCases.map(\.rawValue).joined(separator: "、"))之一后再试；如果写错了，用 --unit 说明单位。",
                place: other.source)
        }
        let decision = try UnitDecision(export: export, file: workbook.fileName, formUnit: template.moneyUnit)
            .decide(given: given, known: known)
        var result = Result()
        if let column = export.others[.project] {
            var seen: Set<String> = []
            result.projects = export.details.map { export.view.source($0.row, column) }.filter { source in
                !source.text.isEmpty && seen.insert(TextNormalizer.key(source.text)).inserted
            }
        }
        result.notes = [decision.note]
        if !export.parents.isEmpty {
            let rows = export.parents.prefix(5).map { export.view.name(ofRow: $0.row) }.joined(separator: "、")
            result.notes.append(
                "\(workbook.fileName) 的行有上下级：\(rows)\(export.parents.count > 5 ? "等 \(export.parents.count) 行" : "")是下级之和，没有重复相加"
            )
        }
        if !export.filled.isEmpty {
            let columns = export.filled.sorted { $0.key < $1.key }.map {
                "\(export.headings.name($0.key)) \($0.value) 格"
            }
            result.notes.append("空着的格子按上一行的内容读：\(columns.joined(separator: "、"))")
        }
        result.notes += export.notes
        for row in export.likeNotes.prefix(5) {
            result.notes.append("\(export.view.name(ofRow: row.row))的开头像说明，但这里有金额，按数据读")
        }
        let blocks = template.standard.budgetBlocks
        var rest = ExportStrays(export) { text in blocks.contains { part(of: text, in: $0) != nil || $0.total == text }
        }
        for block in blocks { add(block, export, decision.unit, &rest, &result) }
        // Without a block for it the total is known all the same: a rate may rest on it, and it is told where nothing does.
        if blocks.isEmpty { addTotal(template.standard.budgetTotalName, export, decision.unit, &result) }
        addUnlisted(rest, export, decision.unit, &result)
        result.account.unread += rest.places()
        result.account.add(ExportAccount(export: export, labels: labels).account())
        result.account.unread += ExportRest(export: export, workbook: workbook, labels: labels).places()
        for index in result.account.unread.indices {
            result.account.unread[index].isInForm = false
            if export.view.isTurned {
                result.account.unread[index].cells = [result.account.unread[index].source.cell].compactMap { $0 }
            }
        }
        if result.account.unread.contains(where: \.isBlocking) {
            result.notes.append(
                "没有读懂的内容请在 \(workbook.fileName) 里改好：改列名、补上空着的格子，或删去不用的行、列和工作表，再做一次；--cell 只能指自评表或指标表里的格子，合计可以用 --set 全年预算数=… 直接给"
            )
        }
        return result
    }

    private func add(
        _ block: Standard.BudgetBlock, _ export: BudgetExport, _ unit: MoneyUnit, _ rest: inout ExportStrays,
        _ result: inout Result
    ) {
        // An export has many rows and few kinds of them: each pair of words is looked up once.
        var known: [String: String?] = [:]
        let partOf = export.details.map { row -> String? in
            let words = [row.fund, row.kind, row.group].joined(separator: "\u{1F}")
            if let part = known[words] { return part }
            let part = [row.fund, row.kind, row.group].lazy.compactMap { self.part(of: $0, in: block) }.first
            known[words] = .some(part)
            return part
        }
        addTotal(block.total, export, unit, &result)
        var isTold = false
        for part in block.parts {
            let rows = zip(export.details, partOf).filter { $0.1 == part }.map(\.0)
            guard !rows.isEmpty else { continue }
            isTold = true
            result.lines.append(line(part, export, unit, isTotal: false, rows: rows))
        }
        guard isTold else {
            if block.parts.isEmpty { return }
            let listed = block.parts.joined(separator: "、")
            result.account.notPlaced.append(
                NotPlacedValue(
                    name: block.title,
                    source: export.view.source(
                        export.heading, export.columnOf[.executed] ?? export.headings.amountColumns.min() ?? 0),
                    why: "导出里没有说明每行属于哪一项（\(listed)），这几行没有填", isBlocking: true))
            return
        }
        for (index, part) in partOf.enumerated() where part == nil { rest.add(index, block.title) }
    }

    private func addTotal(_ name: String, _ export: BudgetExport, _ unit: MoneyUnit, _ result: inout Result) {
        if result.lines.contains(where: { $0.name == name }) { return }
        result.lines.append(line(name, export, unit, isTotal: true, rows: export.details))
    }

    /// Amounts for which the form has no row are lines of their own: the total is not what its rows make. Their names are none of the form's: 项目支出
    /// without a fund is no fund that is called so.
    private func addUnlisted(
        _ rest: ExportStrays, _ export: BudgetExport, _ unit: MoneyUnit, _ result: inout Result
    ) {
        var names: [String] = []
        for index in rest.indices {
            let name = rest.name(export.details[index])
            guard !name.isEmpty, !names.contains(name), !result.lines.contains(where: { $0.name == name }) else {
                continue
            }
            names.append(name)
            let own = rest.indices.map { export.details[$0] }.filter { rest.name($0) == name }
            result.lines.append(line(name, export, unit, isTotal: false, rows: own))
        }
    }

    /// The part of a block that a word names, a fund source or a kind of expenditure.
    private func part(of text: String, in block: Standard.BudgetBlock) -> String? {
        if text.isEmpty { return nil }
        if let name = template.budgetRowName(of: text), block.parts.contains(name) { return name }
        if let value = labels.exportValue(text) {
            if let part = block.parts.first(where: { $0 == value || template.budgetRowName(of: value) == $0 }) {
                return part
            }
            // It is another of the money's parts, whatever words of this one it holds: 上年结转的财政拨款.
            if value != text { return nil }
        }
        // 一般公共预算财政拨款收入 still names 财政拨款; 非财政拨款 does not.
        let within = block.parts.filter { part in
            let words = template.budgetRows.first { $0.name == part }.map { [$0.name] + $0.synonyms } ?? []
            return words.contains { labels.exportText(text, names: $0) }
        }
        return within.count == 1 ? within[0] : nil
    }

    private func line(
        _ name: String, _ export: BudgetExport, _ unit: MoneyUnit, isTotal: Bool, rows: [BudgetExport.Row]
    ) -> BudgetLine {
        var line = BudgetLine(name: name)
        let places = template.standard.moneyPlaces
        for column in BudgetColumn.amounts {
            guard let sum = export.sum(column, of: rows) else { continue }
            let value = DecimalText.rounded(unit.converted(sum, to: template.moneyUnit), places: places)
            line.amounts[column] = SourcedNumber(
                value: value, text: DecimalText.text(value, places: places), precision: places,
                source: export.source(column, isTotal: isTotal, rows: rows))
        }
        return line
    }
}
