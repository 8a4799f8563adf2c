import Assessment
import Spreadsheet

/// What changed in how a sheet prints, as far as it matters to who fills it.
struct PageDiff {
    let old: BlankSheet
    let new: BlankSheet
    let alignment: SheetAlignment

    func changes() -> [FormChange] {
        let (before, after) = (old.view.sheet.page, new.view.sheet.page)
        var changes: [FormChange] = []
        func say(_ what: String, _ one: String, _ other: String) {
            guard one != other else { return }
            changes.append(
                FormChange(
                    .page, before: old.view.sheetSource, after: new.view.sheetSource,
                    message: "\(what)由\(one)改为\(other)。"))
        }
        say("纸张", paper(before.paper), paper(after.paper))
        say("方向", before.landscape ? "横向" : "纵向", after.landscape ? "横向" : "纵向")
        say("缩放", scale(before), scale(after))
        say("重复的标题行", titles(before, old), titles(after, new))
        say("打印区域", area(before.printAreas.compactMap { alignment.forward($0) }), area(after.printAreas))
        say("重复的标题列", columns(before.titleColumns.map(moved)), columns(after.titleColumns))
        say("手工分页", breaks(before.rowBreaks.compactMap { alignment.rows.forward[$0] }), breaks(after.rowBreaks))
        say("居中", centred(before), centred(after))
        say("打印网格线", before.printsGridlines ? "是" : "否", after.printsGridlines ? "是" : "否")
        say("页眉", header(before.header), header(after.header))
        say("页脚", header(before.footer), header(after.footer))
        let margins = [before.left - after.left, before.right - after.right, before.top - after.top]
        if margins.contains(where: { abs($0) > 0.1 }) || abs(before.bottom - after.bottom) > 0.1 {
            say("页边距", margin(before), margin(after))
        }
        return changes
    }

    private func area(_ ranges: [CellRange]) -> String {
        ranges.isEmpty ? "“全部”" : " \(ranges.map(\.description).joined(separator: "、")) "
    }

    private func moved(_ columns: ClosedRange<Int>) -> ClosedRange<Int> {
        let found = columns.compactMap { alignment.columns.forward[$0] }
        guard let first = found.min(), let last = found.max() else { return columns }
        return first...last
    }

    private func columns(_ columns: ClosedRange<Int>?) -> String {
        guard let columns else { return "“无”" }
        func name(_ column: Int) -> String { CellReference.letters(ofColumn: column) }
        return " \(name(columns.lowerBound))—\(name(columns.upperBound)) 列 "
    }

    private func breaks(_ rows: [Int]) -> String {
        rows.isEmpty ? "“无”" : "第 \(rows.map { "\($0)" }.joined(separator: "、")) 行后"
    }

    private func centred(_ page: PageSetup) -> String {
        switch (page.centeredHorizontally, page.centeredVertically) {
        case (true, true): "“水平、垂直”"
        case (true, false): "“水平”"
        case (false, true): "“垂直”"
        case (false, false): "“无”"
        }
    }

    private func paper(_ number: Int?) -> String {
        switch number {
        case nil: "打印机默认"
        case 8: " A3 "
        case 9: " A4 "
        case 11: " A5 "
        case let number?: " \(number) 号"
        }
    }

    private func scale(_ page: PageSetup) -> String {
        guard let fit = page.fit else { return " \(page.scale)% " }
        return fit.high == 0 ? " \(fit.wide) 页宽 " : " \(fit.wide) 页宽 \(fit.high) 页高 "
    }

    /// By what stands in the rows: they move with the rows above them.
    private func titles(_ page: PageSetup, _ sheet: BlankSheet) -> String {
        guard let rows = page.titleRows else { return "“无”" }
        let names = rows.flatMap { sheet.texts(inRow: $0) }.prefix(2).map(\.base)
        return "“\(names.joined(separator: "、"))”"
    }

    /// Without the marks of left, middle and right.
    private func header(_ text: String) -> String {
        let plain = text.replacing(/&[LCR]/) { _ in " " }.replacing("&P", with: "页码").replacing("&N", with: "页数")
        return text.isEmpty ? "“无”" : "“\(TextNormalizer.trimmed(plain))”"
    }

    private func margin(_ page: PageSetup) -> String {
        let words = [page.left, page.right, page.top, page.bottom].map { margin in
            let tenths = Int((margin * 25.4).rounded())
            return "\(tenths)"
        }
        return "左右上下 " + words.joined(separator: "、") + " 毫米"
    }
}
