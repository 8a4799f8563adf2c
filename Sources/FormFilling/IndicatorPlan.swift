import Assessment
import Foundation
import FormTemplates

/// Which row of the form holds which indicator, and under which labels.
struct IndicatorPlan {
    /// A row of the form.
    struct Row {
        /// Label of the level-1 group as the form prints it.
        var level1: String
        /// Label of the level-2 group.
        var level2: String
        /// Index into the submission's indicators; nil for a row of a group that has none.
        var index: Int?
    }

    /// Rows in the order of the form.
    var rows: [Row] = []

    /// Where the template fixes groups, theirs is the order, and a group without an indicator keeps an empty row, as in
    /// the blank; otherwise, and for what the template does not know, the order of the input stands.
    init(_ evaluation: Evaluation, template: Template) {
        let indicators = evaluation.submission.indicators
        var open = Array(indicators.indices)
        func take(_ fits: (Indicator) -> Bool) -> [Int] {
            let taken = open.filter { fits(indicators[$0]) }
            open.removeAll(where: taken.contains)
            return taken
        }
        for (printed, children) in template.levels {
            let plain = Self.plain(printed)
            let group = take { Self.plain($0.level1) == plain }
            let weight = group.reduce(Decimal(0)) { $0 + (indicators[$1].weight?.value ?? 0) }
            let fixed = evaluation.standard.fixedWeights.first { Self.plain($0.label) == plain }?.weight
            // The blank prints its weight in the label; where the rows make another sum, the person's label stands.
            let label =
                fixed == nil || fixed == weight || group.isEmpty ? printed : indicators[group[0]].level1
            var rest = group
            for child in children {
                let own = rest.filter { Self.same(indicators[$0].level2, child) }
                rest.removeAll(where: own.contains)
                rows +=
                    own.isEmpty
                    ? [Row(level1: label, level2: child, index: nil)]
                    : own.map { Row(level1: label, level2: child, index: $0) }
            }
            rows += rest.map { Row(level1: label, level2: indicators[$0].level2, index: $0) }
        }
        rows += open.map { Row(level1: indicators[$0].level1, level2: indicators[$0].level2, index: $0) }
    }

    /// A label without its weight: 产出指标（50分） is 产出指标.
    static func plain(_ label: String) -> String {
        let key = TextNormalizer.key(label)
        guard let open = key.firstIndex(of: "("), key.hasSuffix("分)") else { return key }
        return String(key[..<open])
    }

    private static func same(_ label: String, _ fixed: String) -> Bool {
        let one = plain(label).replacingOccurrences(of: "等", with: "")
        return one == plain(fixed)
    }
}
