import Assessment
import Foundation
import FormRecognition

/// Which row of the form holds which indicator, and under which labels.
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
        /// The row keeps what the blank prints in it.
        var keepsText = false
        /// It prints the points of its group: they count with the group's own rows.
        var isSubtotal = false
        /// 分值 that the blank prints for an indicator that nobody reported.
        var openWeight: Decimal?
    }

    /// Rows in the order of the form.
    private(set) var rows: [Row] = []
    private let indicators: [Indicator]
    private var open: [Int]

    /// Where the blank prints groups and indicators, theirs is the order, and what has none keeps its row; for what the blank
    /// does not know, the order of the input stands.
    init(_ evaluation: Evaluation, block: FormMap.RepeatBlock) {
        indicators = evaluation.indicators
        open = Array(indicators.indices)
        let fixed = FixedRows.matches(block.printed, indicators)
        open.removeAll(where: fixed.values.contains)
        var done: Set<String> = []
        var lastPattern = block.rows.lowerBound
        for printed in block.printed {
            lastPattern = printed.kind == .free ? printed.row : lastPattern
            switch printed.kind {
            case .group:
                append(printed, nil, keepsText: true)
            case .fixed:
                append(printed, fixed[printed.row], keepsText: true)
            case .free:
                let key = Self.name(of: printed.level1) + "\u{1F}" + Self.name(of: printed.level2)
                let own = take(open.filter { belongs($0, to: printed) })
                if own.isEmpty, !done.insert(key).inserted { continue }
                done.insert(key)
                if own.isEmpty {
                    append(printed, nil, keepsText: false)
                } else {
                    for index in own { append(printed, index, keepsText: false) }
                }
            }
            if endsGroup(printed, in: block.printed) { appendRest(of: printed) }
        }
        let isEmpty = rows.allSatisfy { $0.index == nil && !$0.keepsText && $0.level1.isEmpty && $0.level2.isEmpty }
        if isEmpty, !open.isEmpty { rows = [] }
        for index in open {
            rows.append(
                Row(
                    level1: indicators[index].level1, level2: indicators[index].level2, index: index,
                    pattern: lastPattern))
        }
        nameGroupsByTheirPoints(evaluation)
    }

    // MARK: Which indicator

    private mutating func take(_ taken: [Int]) -> [Int] {
        open.removeAll(where: taken.contains)
        return taken
    }

    /// Whether an indicator stands under the labels of a row. A row without labels takes nothing by itself.
    private func belongs(_ index: Int, to printed: FormMap.PrintedRow) -> Bool {
        let level1 = Self.name(of: printed.level1)
        let level2 = Self.name(of: printed.level2)
        guard !level1.isEmpty || !level2.isEmpty else { return false }
        let own = indicators[index]
        let isSame1 = level1.isEmpty || Self.same(own.level1, printed.level1)
        let isSame2 = level2.isEmpty ? Self.name(of: own.level2).isEmpty : Self.same(own.level2, printed.level2)
        return isSame1 && isSame2
    }

    private func endsGroup(_ row: FormMap.PrintedRow, in printed: [FormMap.PrintedRow]) -> Bool {
        guard !row.level1.isEmpty else { return false }
        let last = printed.last { Self.name(of: $0.level1) == Self.name(of: row.level1) }
        return last?.row == row.row
    }

    /// Indicators of a level-1 group under labels that the blank does not print.
    private mutating func appendRest(of printed: FormMap.PrintedRow) {
        let level1 = Self.name(of: printed.level1)
        for index in take(open.filter { Self.name(of: indicators[$0].level1) == level1 }) {
            rows.append(
                Row(level1: printed.level1, level2: indicators[index].level2, index: index, pattern: printed.row))
        }
    }

    private mutating func append(_ printed: FormMap.PrintedRow, _ index: Int?, keepsText: Bool) {
        rows.append(
            Row(
                level1: printed.level1, level2: printed.level2, index: index, pattern: printed.row,
                keepsText: keepsText, isSubtotal: printed.kind == .group,
                openWeight: printed.kind == .fixed && index == nil ? printed.weight?.value : nil))
    }

    /// The blank prints a group's points in its label; where the rows make another sum, the person's own label stands.
    private mutating func nameGroupsByTheirPoints(_ evaluation: Evaluation) {
        for printed in Set(rows.map(\.level1)) {
            guard let stated = Label(printed, isLevel: true).points else { continue }
            let own = rows.filter { $0.level1 == printed }.compactMap(\.index)
            let open = rows.filter { $0.level1 == printed }.compactMap(\.openWeight)
            let sum = own.reduce(open.reduce(0, +)) { $0 + (indicators[$1].weight?.value ?? 0) }
            guard let first = own.first, sum != stated, !indicators[first].level1.isEmpty else { continue }
            for index in rows.indices where rows[index].level1 == printed {
                rows[index].level1 = indicators[first].level1
            }
        }
    }

    // MARK: Labels

    private static func name(of label: String) -> String { Label(label, isLevel: true).name }

    private static func same(_ label: String, _ fixed: String) -> Bool {
        let one = Self.name(of: label).replacingOccurrences(of: "等", with: "")
        let other = Self.name(of: fixed).replacingOccurrences(of: "等", with: "")
        return one == other || one + "指标" == other || one == other + "指标"
    }
}
