import Assessment
import Foundation
import Spreadsheet

/// What the numbers of a column make: points that add up to the whole, scores that never exceed them, coefficients that give the scores.
///
/// It supports a reading and never hides a fault: it speaks where words do not, and is not asked where they do.
enum ArithmeticEvidence: ColumnEvidence {
    static func evidence(for role: IndicatorColumn, at index: Int, in scene: ColumnScene) -> [Evidence] {
        let profile = scene.profiles[index]
        guard profile.numbers.count >= 2, profile.numeric >= 0.8 else { return [] }
        switch role {
        case .weight: return weight(profile, index, scene)
        case .score:
            guard let weights = scene.profile(.weight) else { return [] }
            let pairs = profile.numbers.filter { weights.numbers[$0.key] != nil }
            let within = pairs.count { row, value in value >= 0 && value <= weights.numbers[row] ?? value }
            return pairs.count >= 2 && within == pairs.count
                ? [scene.evidence("不超过分值", "每一行都不超过分值")] : []
        case .coefficient:
            guard let weights = scene.profile(.weight), let scores = scene.profile(.score) else { return [] }
            let rows = profile.numbers.filter { weights.numbers[$0.key] != nil && scores.numbers[$0.key] != nil }
            let fitting = rows.count { row, value in
                let share = value > 1 ? value / 100 : value
                guard let weight = weights.numbers[row], let score = scores.numbers[row] else { return false }
                return (share * weight - score).magnitude <= Decimal(5) / 100
            }
            return rows.count >= 2 && fitting * 5 >= rows.count * 4
                ? [scene.evidence("系数乘分值", "它乘以分值就是得分")] : []
        default: return []
        }
    }

    private static func weight(_ profile: ColumnProfile, _ index: Int, _ scene: ColumnScene) -> [Evidence] {
        var found: [Evidence] = []
        let values = profile.texts.compactMap { profile.numbers[$0.row] }
        guard values.allSatisfy({ $0 >= 0 && $0 <= 100 }) else { return [] }
        let sum = values.reduce(0, +)
        let withoutLast = sum - (values.last ?? 0)
        // The last of them may be the total.
        if sum == 100 || withoutLast == 100 && values.last == 100
            || (80..<100).contains(sum) && sum.isWhole && sum.isMultiple(of: 10)
        {
            found.append(scene.evidence("分值合计满分", "相加是 \(sum == 100 || withoutLast != 100 ? sum : withoutLast)"))
        }
        if let scores = scene.profile(.score) {
            let pairs = profile.numbers.filter { scores.numbers[$0.key] != nil }
            if pairs.count >= 2, pairs.allSatisfy({ ($0.value) >= scores.numbers[$0.key] ?? 0 }) {
                found.append(scene.evidence("不超过分值", "得分都不超过它"))
            }
        }
        return found
    }
}

extension Decimal {
    /// It has no places behind the point.
    fileprivate var isWhole: Bool { DecimalText.rounded(self, places: 0) == self }

    fileprivate func isMultiple(of other: Decimal) -> Bool { (self / other).isWhole }
}
