import Foundation
import Spreadsheet

/// 得分 is not below 0 and not above 分值.
enum SCO01: Rule {
    static let info = RuleInfo(
        id: "SCO-01",
        title: "得分在 0 和分值之间",
        level: .must,
        citation: "表样：得分最高不超过该指标分值",
        departure: "写明不适用的行不查。",
        remedy: "把得分改到 0 至分值之间。")

    static let needs: [RuleNeed] = [.column(.score), .column(.weight)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let given = evaluation.judged.map(\.indicator).filter { $0.givenScore != nil && $0.weight?.value != nil }
        guard !given.isEmpty else { return .notRun("输入里没有填写得分，由本工具计算") }
        return .ran(
            given.compactMap { indicator in
                guard let score = indicator.givenScore, let value = score.value, let weight = indicator.weight?.value,
                    value < 0 || value > weight
                else { return nil }
                return RuleHit(
                    score.source, subject: indicator.title, found: score.text, expected: "0–\(weight)",
                    message: "得分 \(value) 不在 0 和分值 \(weight) 之间。")
            })
    }
}
