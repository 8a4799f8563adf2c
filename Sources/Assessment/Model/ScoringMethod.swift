/// The scoring methods. Which indicator has which is data of the template.
public enum ScoringMethod: String, Hashable, Sendable, CaseIterable {
    case proportion, rate, bands, `self`, sum

    /// The name that a person reads.
    public var title: String {
        switch self {
        case .proportion: "比例法"
        case .rate: "执行率法"
        case .bands: "分档法"
        case .self: "自评得分"
        case .sum: "合计"
        }
    }
}
