import Foundation
import Spreadsheet

extension ScoringMethod {
    /// A qualitative result is held to a band of points.
    public static let bands = ScoringMethod(id: "bands", title: "分档法")
}

/// `bands`: a qualitative result. The person gives the score, the tool holds it to its band.
enum BandScoring: Scoring {
    static let method = ScoringMethod.bands

    static func score(_ subject: ScoringSubject) -> Score {
        let (indicator, weight, standard) = (subject.indicator, subject.weight, subject.standard)
        let band = namedBand(of: indicator, standard: standard)
        let allowed = band.map { weight * $0.from / 100...weight * $0.to / 100 } ?? 0...weight
        guard let given = indicator.givenScore?.value else {
            return Score(
                points: nil, method: method, formula: "",
                missing: "定性指标的得分由填报人给出，可填 \(allowed.lowerBound)–\(allowed.upperBound) 分",
                allowed: allowed)
        }
        let points = DecimalText.rounded(given, places: standard.scorePlaces)
        let name = band?.names.first ?? "未写明档次"
        var score = Score(
            points: points, method: method,
            formula: "\(name)：可得 \(allowed.lowerBound)–\(allowed.upperBound) 分，自评 \(points)",
            allowed: allowed)
        score.trace.inputs = ScoreTrace.Input.row(indicator) + ScoreTrace.Input.given(indicator)
        score.trace.judgement = "\(name)：可得 \(allowed.lowerBound)–\(allowed.upperBound) 分"
        score.trace.formula = "自评 \(points)"
        score.trace.rounding = ScoreTrace.rounding(of: given, to: points, places: standard.scorePlaces)
        return score
    }

    /// The band whose name 实际完成值 is, and nothing else; nil otherwise: 按计划完成8次 names none for certain.
    static func namedBand(of indicator: Indicator, standard: Standard) -> Standard.Band? {
        guard let actual = indicator.actual?.text else { return nil }
        let key = TextNormalizer.key(actual).filter { $0.isLetter || $0.isNumber }
        return standard.bands.first { band in
            band.names.contains { name in
                let wanted = TextNormalizer.key(name).filter { $0.isLetter || $0.isNumber }
                return wanted == key || "已" + wanted == key || wanted.count >= 4 && key == wanted + "指标"
            }
        }
    }

    /// The band that 实际完成值 names, or nil. The longest name wins: 未达成 is not 达成, 部分达成 is not 达成.
    static func band(of indicator: Indicator, standard: Standard) -> Standard.Band? {
        guard let actual = indicator.actual?.text else { return nil }
        let key = TextNormalizer.key(actual)
        var best: (length: Int, band: Standard.Band)?
        for band in standard.bands {
            for name in band.names {
                let wanted = TextNormalizer.key(name)
                if key.contains(wanted), wanted.count > best?.length ?? 0 { best = (wanted.count, band) }
            }
        }
        return best?.band
    }
}
