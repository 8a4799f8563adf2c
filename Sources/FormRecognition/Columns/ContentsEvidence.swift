import Assessment
import Foundation
import Spreadsheet

/// What stands in a column: operators, quantities, units, prose.
enum ContentsEvidence: ColumnEvidence {
    /// Most of the texts have to be so.
    private static let most = 0.8
    private static let signs: Set<String> = [
        "≥", "≤", "=", ">", "<", ">=", "<=", "定性", "定量", "正向", "反向", "正向指标", "反向指标",
    ]

    static func evidence(for role: IndicatorColumn, at index: Int, in scene: ColumnScene) -> [Evidence] {
        let profile = scene.profiles[index]
        guard !profile.texts.isEmpty else { return [] }
        switch role {
        case .target: return target(profile, scene)
        case .actual: return actual(profile, index, scene)
        case .comparison:
            let share = profile.share { signs.contains(TextNormalizer.key($0)) }
            return share >= most ? [scene.evidence("全是符号", "这一列全是比较符号")] : []
        case .unit:
            let share = profile.share { text in
                text.count <= 4 && !text.contains(where: \.isNumber)
                    && Quantity("1" + text).unit == TextNormalizer.narrowed(text)
            }
            // 确定能 and 有可能 are answers: a unit is one or two letters, or one that targets have.
            guard profile.share({ $0.count <= 2 }) >= most else { return [] }
            // Where a column has figures with units of their own, one letter in each row is something else: 经办人 王.
            if scene.profiles.contains(where: { $0.operators >= 0.4 && $0.targetUnits >= most }) { return [] }
            let isRepeated =
                Set(profile.texts.map(\.text)).count < profile.texts.count || profile.texts.contains { $0.text == "%" }
            return share >= most && isRepeated ? [scene.evidence("全是单位", "这一列都像计量单位")] : []
        case .reason: return reason(profile, scene)
        case .criterion:
            guard profile.isProse, profile.texts.count * 5 >= filled(scene) * 4 else { return [] }
            var found = [scene.evidence("行行有文字", "每一行都有一段文字")]
            if profile.share({ $0.contains("分") }) >= 0.5 { found.append(scene.evidence("文字里有分", "文字里写着给多少分")) }
            return found
        case .explanation:
            guard profile.isProse, profile.texts.count * 5 >= filled(scene) * 4,
                profile.share({ $0.contains("分") }) < 0.5
            else { return [] }
            return [scene.evidence("行行有文字", "每一行都有一段文字")]
        default: return []
        }
    }

    /// Rows that have an indicator.
    private static func filled(_ scene: ColumnScene) -> Int { scene.profile(.name)?.texts.count ?? 0 }

    private static func target(_ profile: ColumnProfile, _ scene: ColumnScene) -> [Evidence] {
        var found: [Evidence] = []
        if profile.operators >= 0.4 {
            found.append(scene.evidence("符号和数", "这一列是带符号的数"))
        } else if profile.quantities >= 0.5 {
            found.append(scene.evidence("数带单位", "这一列是带单位的数"))
        }
        return found
    }

    private static func actual(_ profile: ColumnProfile, _ index: Int, _ scene: ColumnScene) -> [Evidence] {
        guard profile.operators < 0.2 else { return [] }
        var found: [Evidence] = []
        if profile.quantities >= 0.5 { found.append(scene.evidence("数带单位", "这一列是带单位、不带符号的数")) }
        if let target = scene.index(.target) {
            let wanted = Dictionary(
                scene.profiles[target].texts.map { ($0.row, $0.text) }, uniquingKeysWith: { one, _ in one })
            let pairs = profile.texts.filter { wanted[$0.row] != nil }
            let same = pairs.count { row, text in
                let unit = Target(text: wanted[row] ?? "", source: scene.view.sheetSource).quantity.unit
                return !unit.isEmpty && Quantity(text).unit == unit || text == wanted[row]
            }
            if pairs.count >= 1, same * 2 >= pairs.count, same > 0 {
                found.append(scene.evidence("与邻列同单位", "单位与目标一列相同"))
            }
        }
        return found
    }

    /// Prose where points were lost, and nowhere else.
    private static func reason(_ profile: ColumnProfile, _ scene: ColumnScene) -> [Evidence] {
        guard profile.numeric < 0.2, let weight = scene.profile(.weight), let score = scene.profile(.score) else {
            return []
        }
        let lost = score.numbers.filter { row, points in (weight.numbers[row] ?? points) > points }.keys
        let rows = profile.texts.map(\.row)
        guard !lost.isEmpty, !rows.isEmpty, rows.count * 2 <= filled(scene) + 1 else { return [] }
        let fitting = rows.count { lost.contains($0) }
        return fitting * 5 >= rows.count * 4 ? [scene.evidence("扣分处有文字", "扣了分的行才有文字")] : []
    }
}
