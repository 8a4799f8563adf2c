import Assessment
import Foundation
import FormRecognition

/// Which row of the form holds which indicator, and under which labels.
///
/// Every row that the blank prints stays where it is; rows that are missing come below the last row of their group.
struct IndicatorPlan {
    /// A row of the form.
    struct Row {
        /// Label of the level-1 group as the form prints it.
        var level1: String
        /// Label of the level-2 group.
        var level2: String
        /// Index into the evaluation's indicators; nil for a row of a group that has none.
        var index: Int?
        /// The row of the blank whose look it takes.
        var pattern: Int
        /// It is a row of the blank, which keeps what is printed in it, and none that was inserted.
        var isPrinted = false
        /// It prints the points of its group: they count with the group's own rows.
        var isSubtotal = false
        /// 分值 that the blank prints for an indicator that nobody reported.
        var openWeight: Decimal?
    }

    /// Rows in the order of the form.
    private(set) var rows: [Row] = []
    private let indicators: [Indicator]
    private let block: FormMap.RepeatBlock
    private var open: [Int]

    /// Where the blank prints groups and indicators, theirs is the order, and what has none keeps its row; for what the blank
    /// does not know, the order of the input stands.
    init(_ evaluation: Evaluation, block: FormMap.RepeatBlock) {
        indicators = evaluation.indicators
        self.block = block
        open = Array(indicators.indices)
        let fixed = FixedRows.matches(block.printed, indicators)
        open.removeAll(where: fixed.values.contains)
        var lastPattern = block.rows.lowerBound
        var next = block.printed.startIndex
        while next < block.printed.endIndex {
            let printed = block.printed[next]
            switch printed.kind {
            case .group:
                append(printed, nil)
                next += 1
            case .fixed:
                append(printed, fixed[printed.row])
                next += 1
            case .free:
                let slots = block.printed[next...].prefix { $0.kind == .free && Self.haveSameLabels($0, printed) }
                lastPattern = slots.last?.row ?? lastPattern
                fill(Array(slots))
                next = slots.endIndex
            }
            let last = block.printed[next - 1]
            if endsGroup(last) { appendRest(of: last) }
        }
        let isEmpty = rows.allSatisfy { row in
            row.index == nil && row.level1.isEmpty && row.level2.isEmpty
                && block.printed.contains { $0.row == row.pattern && $0.kind == .free && $0.weight == nil }
        }
        if isEmpty, !open.isEmpty { rows = [] }
        for index in open {
            rows.append(
                Row(
                    level1: indicators[index].level1, level2: indicators[index].level2, index: index,
                    pattern: lastPattern))
        }
    }

    // MARK: Which indicator

    /// Whether what was brought says which table of the form each indicator stands in.
    private var hasParts: Bool { indicators.contains { $0.part > 0 } }

    private mutating func take(_ taken: [Int]) -> [Int] {
        open.removeAll(where: taken.contains)
        return taken
    }

    /// Puts the indicators of a group into the rows that stand free for them; what is too much comes below the last of these.
    private mutating func fill(_ slots: [FormMap.PrintedRow]) {
        guard let first = slots.first, let last = slots.last else { return }
        let own = take(open.filter { belongs($0, to: first) })
        // Points that the row prints are those of one indicator, or else of the group.
        let points = first.weight?.value
        let isGroup =
            points != nil && !(own.count == 1 && slots.count == 1 && indicators[own[0]].weight?.value == points)
        var left = own[...]
        for slot in slots {
            if isGroup, slot.row == first.row {
                append(slot, nil, isSubtotal: !own.isEmpty)
            } else {
                append(slot, left.popFirst())
            }
        }
        for index in left {
            rows.append(Row(level1: first.level1, level2: first.level2, index: index, pattern: last.row))
        }
    }

    /// Whether an indicator stands under the labels of a row. A row without labels takes nothing by itself.
    private func belongs(_ index: Int, to printed: FormMap.PrintedRow) -> Bool {
        let level1 = Self.name(of: printed.level1)
        let level2 = Self.name(of: printed.level2)
        guard !level1.isEmpty || !level2.isEmpty else { return false }
        let own = indicators[index]
        // What was brought in one table may belong to any of the form's.
        guard own.part == printed.part || !hasParts else { return false }
        guard level1.isEmpty || Self.same(own.level1, printed.level1) else { return false }
        if !level2.isEmpty { return Self.same(own.level2, printed.level2) }
        // Where the second level is left to the person, all fit that have no row of their own.
        return !block.printed.contains { other in
            !Self.name(of: other.level2).isEmpty && other.part == printed.part && Self.same(own.level1, other.level1)
                && Self.same(own.level2, other.level2)
        }
    }

    private static func haveSameLabels(_ one: FormMap.PrintedRow, _ other: FormMap.PrintedRow) -> Bool {
        one.part == other.part && name(of: one.level1) == name(of: other.level1)
            && name(of: one.level2) == name(of: other.level2)
    }

    private func endsGroup(_ row: FormMap.PrintedRow) -> Bool {
        guard !row.level1.isEmpty else { return false }
        let last = block.printed.last { $0.part == row.part && Self.name(of: $0.level1) == Self.name(of: row.level1) }
        return last?.row == row.row
    }

    /// Indicators of a level-1 group under labels that the blank does not print.
    private mutating func appendRest(of printed: FormMap.PrintedRow) {
        for index in take(
            open.filter { index in
                Self.same(indicators[index].level1, printed.level1)
                    && (indicators[index].part == printed.part || !hasParts)
            })
        {
            rows.append(
                Row(level1: printed.level1, level2: indicators[index].level2, index: index, pattern: printed.row))
        }
    }

    private mutating func append(_ printed: FormMap.PrintedRow, _ index: Int?, isSubtotal: Bool = false) {
        rows.append(
            Row(
                level1: printed.level1, level2: printed.level2, index: index, pattern: printed.row, isPrinted: true,
                isSubtotal: isSubtotal || printed.kind == .group,
                openWeight: printed.kind == .fixed && index == nil ? printed.weight?.value : nil))
    }

    // MARK: Labels

    private static func name(of label: String) -> String {
        label.contains { $0.isLetter || $0.isNumber } ? Label(label, isLevel: true).name : ""
    }

    private static func same(_ label: String, _ fixed: String) -> Bool {
        let one = Self.name(of: label).replacingOccurrences(of: "等", with: "")
        let other = Self.name(of: fixed).replacingOccurrences(of: "等", with: "")
        return one == other || one + "指标" == other || one == other + "指标"
    }
}
