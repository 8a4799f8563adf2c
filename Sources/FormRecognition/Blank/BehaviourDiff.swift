import Assessment
import Spreadsheet

/// What changed in what a sheet does: formulas, what may be typed, protection, formats by value, comments.
struct BehaviourDiff {
    let old: BlankSheet
    let new: BlankSheet
    let alignment: SheetAlignment

    func changes() -> [FormChange] { formulas() + validations() + protection() + besides() }

    private func formulas() -> [FormChange] {
        var changes: [FormChange] = []
        var seen: Set<CellReference> = []
        for (place, cell) in old.view.sheet.cells.sorted(by: { $0.key < $1.key }) {
            guard let other = alignment.forward(place) else { continue }
            seen.insert(other)
            let before = cell.formula
            let after = new.view.sheet[other]?.formula
            guard before.map(alignment.forward) != after else { continue }
            let message =
                switch (before, after) {
                case (let one?, let two?): "\(other) 的公式由 =\(one) 改为 =\(two)。"
                case (let one?, nil): "\(other) 的公式 =\(one) 没有了。"
                case (nil, let two?): "\(other) 新增公式 =\(two)。"
                case (nil, nil): ""
                }
            changes.append(
                FormChange(.formula, before: old.source(place), after: new.source(other), message: message))
        }
        for (place, cell) in new.view.sheet.cells.sorted(by: { $0.key < $1.key }) where !seen.contains(place) {
            // A row or column that came is told as such.
            guard let formula = cell.formula, alignment.rows.backward[place.row] != nil,
                alignment.columns.backward[place.column] != nil
            else { continue }
            changes.append(FormChange(.formula, after: new.source(place), message: "\(place) 新增公式 =\(formula)。"))
        }
        return changes
    }

    private func validations() -> [FormChange] {
        let before = old.view.sheet.validations
        var left = new.view.sheet.validations
        var changes: [FormChange] = []
        for validation in before {
            let ranges = Set(validation.ranges.compactMap(alignment.forward))
            guard !ranges.isEmpty else { continue }
            if let same = left.firstIndex(where: { Set($0.ranges) == ranges && isSame($0, validation) }) {
                left.remove(at: same)
                continue
            }
            let place = validation.ranges.first?.first ?? CellReference(row: 0, column: 0)
            let names = validation.ranges.map(\.description).joined(separator: "、")
            if let changed = left.firstIndex(where: {
                !Set($0.ranges).isDisjoint(with: ranges) || isSame($0, validation)
            }) {
                let other = left.remove(at: changed)
                let after = other.ranges.map(\.description).joined(separator: "、")
                changes.append(
                    FormChange(
                        .validation, before: old.source(place),
                        after: new.source(other.ranges.first?.first ?? place),
                        message: "\(names) 可填的内容由\(words(validation))改为 \(after) \(words(other))。"))
            } else {
                changes.append(
                    FormChange(
                        .validation, before: old.source(place), message: "\(names) 不再限定可填的内容（原来是\(words(validation))）。")
                )
            }
        }
        for validation in left {
            let place = validation.ranges.first?.first ?? CellReference(row: 0, column: 0)
            let names = validation.ranges.map(\.description).joined(separator: "、")
            changes.append(
                FormChange(.validation, after: new.source(place), message: "\(names) 限定了可填的内容：\(words(validation))。"))
        }
        return changes
    }

    private func isSame(_ one: DataValidation, _ other: DataValidation) -> Bool {
        one.kind == other.kind && one.comparison == other.comparison
            && one.firstFormula == other.firstFormula.map(alignment.forward)
            && one.secondFormula == other.secondFormula.map(alignment.forward)
    }

    private func words(_ validation: DataValidation) -> String {
        let bounds = [validation.firstFormula, validation.secondFormula].compactMap { $0 }.joined(separator: " 至 ")
        let kinds = [
            "list": "下拉选项", "whole": "整数", "decimal": "小数", "date": "日期", "time": "时间", "textLength": "字数",
            "custom": "公式",
        ]
        return "“\(kinds[validation.kind] ?? validation.kind) \(bounds)”"
    }

    private func protection() -> [FormChange] {
        let (before, after) = (old.view.sheet, new.view.sheet)
        var changes: [FormChange] = []
        func say(_ message: String) {
            changes.append(
                FormChange(.protection, before: old.view.sheetSource, after: new.view.sheetSource, message: message))
        }
        switch (before.protection, after.protection) {
        case (nil, .some): say("工作表加了保护。")
        case (.some, nil): say("工作表不再保护。")
        case (let one?, let two?) where one != two: say("工作表保护的设置变了。")
        default: break
        }
        if before.protectedRanges != after.protectedRanges { say("保护时允许编辑的区域变了。") }
        return changes
    }

    private func besides() -> [FormChange] {
        let (before, after) = (old.view.sheet, new.view.sheet)
        var changes: [FormChange] = []
        for (place, comment) in before.comments.sorted(by: { $0.key < $1.key }) {
            guard let other = alignment.forward(place) else { continue }
            let text = after.comments[other]?.text
            guard text != comment.text else { continue }
            changes.append(
                FormChange(
                    text == nil ? .noteRemoved : .noteReworded, before: old.source(place), after: new.source(other),
                    message: "\(other) 的批注“\(comment.text)”" + (text.map { "改为“\($0)”。" } ?? "没有了。")))
        }
        let known = Set(before.comments.keys.compactMap { alignment.forward($0) })
        for (place, comment) in after.comments.sorted(by: { $0.key < $1.key }) where !known.contains(place) {
            changes.append(
                FormChange(.noteAdded, after: new.source(place), message: "\(place) 新增批注“\(comment.text)”。"))
        }
        if before.conditionalFormats.map(\.rules) != after.conditionalFormats.map(\.rules) {
            changes.append(
                FormChange(.style, before: old.view.sheetSource, after: new.view.sheetSource, message: "条件格式变了。"))
        }
        return changes
    }
}
