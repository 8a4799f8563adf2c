import Foundation

/// A piece of 评分标准.
enum CriterionToken: Hashable {
    /// A number with the unit behind it.
    case number(Decimal, unit: String)
    /// `10分`.
    case points(Decimal)
    /// 满分, 该项分值.
    case full
    /// 得, 计, 记, 给.
    case gives
    /// 扣.
    case takes
    /// 每.
    case each
    /// A side of 每…: 低, 少 (below); 超, 多 (above).
    case side(ScoreDeduction.Side)
    /// 发生, 出现: what is counted from 0.
    case event
    /// A sign or word before its number: ≥, 低于.
    case sign(FormulaTest.Sign)
    /// 达到, 完成 …: the target, or at least the number behind it.
    case reaches
    /// 未达到: not the target, or less than the number behind it.
    case reachesNot
    /// A word behind its number: 以上.
    case after(FormulaTest.Sign)
    /// （含）, （不含）.
    case included(Bool)
    /// - ~ 至 between numbers.
    case to
    /// 否则, 其他.
    case otherwise
    /// 按比例得分.
    case proportional
    /// 酌情扣分.
    case open
    /// 扣完为止: says what holds anyway.
    case floor
    /// 最多扣 N 分, N first.
    case most
    /// 不足…也算, 不足…不计.
    case counting(ScoreDeduction.Counting)
    case punctuation(Character)
    /// Anything else, a character each.
    case letter(Character)
}
