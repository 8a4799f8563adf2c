import Assessment
import FormTemplates
import Spreadsheet

/// What a bureau changed in its blank form: two workbooks give a list of differences, each with both places. Pure.
public enum FormDiff {
    /// The differences of two blanks, by kind and place; empty when they are the same form.
    public static func changes(from old: Workbook, to new: Workbook, labels: LabelTable) -> [FormChange] {
        let pairs = pairs(old, new, labels)
        var changes: [FormChange] = []
        for (index, other) in pairs {
            let (before, after) = (old.sheets[index], new.sheets[other])
            let sources = (source(old, index), source(new, other))
            if before.name != after.name, old.hasSheetNames, new.hasSheetNames {
                changes.append(
                    FormChange(
                        .sheetChanged, before: sources.0, after: sources.1,
                        message: "工作表“\(before.name)”改名为“\(after.name)”。"))
            }
            if before.visibility != after.visibility {
                changes.append(
                    FormChange(
                        .sheetChanged, before: sources.0, after: sources.1,
                        message: "工作表“\(after.name)”\(after.visibility == .visible ? "不再隐藏" : "隐藏了")。"))
            }
            let left = BlankSheet(old, index, labels: labels)
            let right = BlankSheet(new, other, labels: labels)
            let diff = SheetDiff(old: left, new: right, labels: labels)
            let alignment = diff.alignment
            changes += diff.changes()
            changes += BehaviourDiff(old: left, new: right, alignment: alignment).changes()
            changes += SizeDiff(old: left, new: right, alignment: alignment).changes()
            changes += StyleDiff(
                old: left, new: right, alignment: alignment, oldStyles: old.styles, newStyles: new.styles
            ).changes()
            changes += PageDiff(old: left, new: right, alignment: alignment).changes()
        }
        for index in old.sheets.indices where !pairs.contains(where: { $0.0 == index }) {
            changes.append(
                FormChange(
                    .sheetRemoved, before: source(old, index), message: "工作表“\(old.sheets[index].name)”没有了。"))
        }
        for index in new.sheets.indices where !pairs.contains(where: { $0.1 == index }) {
            changes.append(
                FormChange(.sheetAdded, after: source(new, index), message: "新增工作表“\(new.sheets[index].name)”。"))
        }
        let order = Dictionary(uniqueKeysWithValues: FormChange.Kind.allCases.enumerated().map { ($1, $0) })
        return changes.enumerated().sorted { one, other in
            let (left, right) = (one.element, other.element)
            let kinds = (order[left.kind] ?? 0, order[right.kind] ?? 0)
            return kinds.0 == kinds.1 ? one.offset < other.offset : kinds.0 < kinds.1
        }.map(\.element)
    }

    private static func source(_ workbook: Workbook, _ index: Int) -> Source {
        Source(file: workbook.fileName, sheet: workbook.hasSheetNames ? workbook.sheets[index].name : nil)
    }

    /// Sheets of the same name; then those that print the same labels; then the first with the first.
    private static func pairs(_ old: Workbook, _ new: Workbook, _ labels: LabelTable) -> [(Int, Int)] {
        var rest = Array(new.sheets.indices)
        var pairs: [(Int, Int)] = []
        var left: [Int] = []
        for index in old.sheets.indices {
            if let found = rest.firstIndex(where: { new.sheets[$0].name == old.sheets[index].name }) {
                pairs.append((index, rest.remove(at: found)))
            } else {
                left.append(index)
            }
        }
        for index in left {
            let keys = PrintedLabels(SheetView(old, index), labels).keys
            let likeness = rest.map { other in
                let others = PrintedLabels(SheetView(new, other), labels).keys
                return keys.isEmpty && others.isEmpty
                    ? 50 : 200 * keys.intersection(others).count / max(keys.count + others.count, 1)
            }
            // Of one sheet each there is no choice.
            let least = old.sheets.count == 1 && new.sheets.count == 1 ? 0 : 50
            guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }), likeness[best] >= least else {
                continue
            }
            pairs.append((index, rest.remove(at: best)))
        }
        return pairs.sorted { $0.0 < $1.0 }
    }
}
