/// The scoring methods. Which indicator has which is data of the template.
public enum ScoringMethod: String, Hashable, Sendable, CaseIterable {
    case proportion, rate, steps, deduct, bands, `self`, sum
    case oneOf = "one-of"

    /// The name that a person reads.
    public var title: String {
        switch self {
        case .proportion: "比例法"
        case .rate: "执行率法"
        case .steps: "分段计分"
        case .deduct: "扣分法"
        case .bands: "分档法"
        case .self: "自评得分"
        case .sum: "合计"
        case .oneOf: "两项选一"
        }
    }
}
