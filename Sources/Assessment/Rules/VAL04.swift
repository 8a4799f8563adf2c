import Foundation
import Spreadsheet

/// Target and actual have one unit, or units that convert exactly.
///
/// What goes on after the unit (200人受益) does not count.
enum VAL04: Rule {
    static let info = RuleInfo(
        id: "VAL-04",
        title: "目标值与完成值单位一致",
        level: .must,
        citation: "本工具约定（单位不同不能比较）",
        departure: "一方没有写单位的不算；人、名、位，次、场、场次，个、家、处，天、日，各算同一种单位；万元与元等能换算的不算；个与项、% 与百分点、天与工作日等说不准的不判，也不计分。",
        remedy: "把完成值换算成目标的单位。")

    static let needs: [RuleNeed] = [.column(.target), .column(.actual)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let rows = evaluation.judged.filter {
            $0.indicator.target?.quantity.number != nil && $0.indicator.actualQuantity?.number != nil
        }
        guard !rows.isEmpty else { return .notRun("没有可以比较单位的指标") }
        return .ran(
            rows.filter { $0.indicator.unitRelation == .different }.compactMap { row in
                guard let target = row.indicator.target, let actual = row.indicator.actual,
                    let unit = row.indicator.actualQuantity?.unit
                else { return nil }
                return RuleHit(
                    actual.source, subject: row.indicator.title, found: actual.text,
                    expected: "以“\(target.quantity.unit)”为单位",
                    message: "目标的单位是“\(target.quantity.unit)”，完成值的单位是“\(unit)”，不能比较。")
            })
    }
}
