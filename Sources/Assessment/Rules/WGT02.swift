import Foundation
import Spreadsheet

/// Each 一级指标 has the 分值 that the template fixes, 预算执行率 included.
enum WGT02: Rule {
    static let info = RuleInfo(
        id: "WGT-02",
        title: "一级指标的分值符合规定",
        level: .must,
        citation: "模板规定的一级指标分值",
        departure: "表下的注写明分值的，以注为准；一级指标自己写明分值的按写明的核对，没有写明的按各行相加。",
        remedy: "按规定的分值调整这一组指标，各组合计应等于满分。")

    static let needs: [RuleNeed] = [.column(.weight)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        if let why = submission.whyPartial { return .notRun(why) }
        guard !evaluation.indicators.isEmpty else { return .notRun("没有绩效指标") }
        let wanted = demands(evaluation)
        guard !wanted.isEmpty else { return .notRun("本模板没有规定一级指标的分值") }
        var hits: [RuleHit] = []
        for demand in wanted {
            let groups = evaluation.outline.filter {
                $0.level2.isEmpty && !Label.isExecutionRateLevel($0.level1)
                    && Label.isSameLevel($0.level1, demand.label)
            }
            guard let first = groups.first, !groups.contains(where: \.isUncertain) else { continue }
            let weights = groups.compactMap { $0.statedWeight?.value ?? evaluation.weight(of: $0) }
            let sum = weights.reduce(0, +)
            guard weights.count == groups.count, sum != demand.weight else { continue }
            hits.append(
                RuleHit(
                    first.source, subject: first.level1,
                    found: groups.count == 1 ? first.statedWeight?.text ?? "各行相加 \(sum)" : "相加 \(sum)",
                    expected: "\(demand.weight)",
                    message: "“\(first.level1)”的分值是 \(sum)，应为 \(demand.weight)（\(demand.basis)）。"))
        }
        if let hit = rate(evaluation) { hits.append(hit) }
        return .ran(hits)
    }

    private struct Demand {
        var label: String
        var weight: Decimal
        var basis: String
    }

    /// What the form's own notes say, else what the template says.
    private static func demands(_ evaluation: Evaluation) -> [Demand] {
        let labels = evaluation.standard.fixedWeights.map(\.label)
        let stated = evaluation.submission.printedNotes.flatMap { note in weights(in: note) }
        var found = evaluation.standard.fixedWeights.map { label, weight in
            stated.first { Label.isSameLevel($0.label, label) }
                ?? Demand(label: label, weight: weight, basis: "表样规定")
        }
        found += stated.filter { one in !labels.contains { Label.isSameLevel($0, one.label) } }
        return found
    }

    /// 产出指标50分、效益指标30分 in a note; 预算资金执行率10分 is no group.
    private static func weights(in note: SourcedText) -> [Demand] {
        let pieces = TextNormalizer.narrowed(note.text).split { "、,，;；。:： ".contains($0) }
        return pieces.compactMap { piece in
            guard piece.hasSuffix("分"), let word = piece.range(of: "指标", options: .backwards),
                let weight = DecimalText.number(piece[word.upperBound...].dropLast().filter { !"()（）".contains($0) })
            else { return nil }
            return Demand(
                label: String(piece[..<word.upperBound]), weight: weight,
                basis: "见 \(note.source.place) 的注：\(piece)")
        }
    }

    private static func rate(_ evaluation: Evaluation) -> RuleHit? {
        guard !evaluation.standard.fixedWeights.isEmpty, let wanted = evaluation.standard.executionRateWeight else {
            return nil
        }
        let line = evaluation.budgetTotal?.amounts[.weight]
        let row = evaluation.indicators.first(where: \.isExecutionRate)?.weight
        guard let printed = line ?? row, let value = printed.value, value != wanted else { return nil }
        return RuleHit(
            printed.source, subject: "预算执行率", found: printed.text, expected: "\(wanted)",
            message: "预算执行率的分值是 \(value)，表样规定 \(wanted)。")
    }
}
