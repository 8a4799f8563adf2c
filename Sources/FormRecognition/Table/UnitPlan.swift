import Assessment
import FormTemplates
import Spreadsheet

/// Decides which columns are converted, and from which unit.
struct UnitPlan {
    let file: String
    let sheet: String?
    let options: TidyOptions

    /// Marks the columns to convert and puts the new unit into their headings. Gives what a person should know.
    ///
    /// - Throws: `ToolError` (64) when a unit is none, or it is not sure which unit the amounts are in.
    func apply(to columns: inout [TableColumn], titles: [SheetRow]) throws -> [String] {
        let given = try options.fromUnit.map { try MoneyUnit.named($0, option: "--unit") }
        guard let to = try options.toUnit.map({ try MoneyUnit.named($0, option: "--to-unit") }) else { return [] }
        let stated = titleUnits(titles)
        var notes: [String] = []
        var unsure: [String] = []
        for index in columns.indices where columns[index].kind == .amount && columns[index].isMoney {
            let own = columns[index].stated
            if let given, let own, given != own {
                notes.append("列名“\(columns[index].label)”写的是\(own.rawValue)，按您给的\(given.rawValue)换算，请核对")
            }
            guard let from = given ?? own ?? (stated.count == 1 ? stated[0] : nil) else {
                unsure.append(columns[index].label)
                continue
            }
            columns[index].conversion = (from, to)
            columns[index].name = to.heading(columns[index].name)
        }
        guard unsure.isEmpty else { throw unknown(unsure, stated: stated) }
        if let given, stated.contains(where: { $0 != given }) {
            notes.append(
                "标题里写的单位是\(stated.map(\.rawValue).joined(separator: "、"))，按您给的\(given.rawValue)换算，请核对")
        }
        // Beside amounts with fractions whole numbers of one length may be codes after all.
        let isFine = columns.contains { $0.conversion != nil && !$0.isWhole }
        for column in columns where isFine && column.isCodeLike {
            guard let conversion = column.conversion, conversion.from != conversion.to else { continue }
            notes.append("“\(column.label)”按金额换算了，但数字像编码（位数相同、开头相同），请核对")
        }
        let left = columns.filter { $0.kind == .amount && $0.conversion == nil }.map(\.label)
        if !left.isEmpty { notes.append("未换算：\(left.joined(separator: "、"))（不是金额，或认不出是金额）") }
        if !columns.contains(where: { $0.conversion != nil }) { notes.append("没有找到可以换算的金额列") }
        return notes
    }

    /// The units that the rows above the heading state, each once.
    private func titleUnits(_ titles: [SheetRow]) -> [MoneyUnit] {
        var units: [MoneyUnit] = []
        for cell in titles.flatMap(\.cells) {
            guard let cell, cell.value != .empty, let unit = MoneyUnit.stated(in: cell.shown),
                !units.contains(unit)
            else { continue }
            units.append(unit)
        }
        return units
    }

    private func unknown(_ columns: [String], stated: [MoneyUnit]) -> ToolError {
        let place = Source(file: file, sheet: sheet)
        let why =
            stated.isEmpty
            ? "表头和标题都没有写单位" : "标题里写了不同的单位：" + stated.map(\.rawValue).joined(separator: "、")
        return ToolError(
            code: .unitUnknown,
            message: "\(place.place) 的金额单位不能确定，不能换算（\(columns.joined(separator: "、"))）：\(why)",
            advice: "请用 --unit 写明金额现在的单位，例如 --unit 元。", place: place)
    }
}
