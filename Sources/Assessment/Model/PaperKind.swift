/// What a paper is, as its title and its columns say: a self-assessment, or another form of the same year's round that looks like one.
public enum PaperKind: String, Hashable, Sendable, CaseIterable {
    /// 绩效自评表: it is judged and scored.
    case selfAssessment = "绩效自评表"
    /// 绩效目标申报表: goals that are set for a year, nothing of which was reached yet.
    case goalDeclaration = "绩效目标申报表"
    /// 绩效运行监控表: how things stand in the middle of a year.
    case monitoring = "绩效运行监控表"
    /// 绩效自评复核表: a reviewer's figures beside those of a self-assessment.
    case review = "绩效自评复核表"

    /// The rules that hold for it; nil for all. What another form prints has to add up; nothing of it is missing for not being a self-assessment.
    public var rules: Set<String>? {
        switch self {
        case .selfAssessment: nil
        case .goalDeclaration: ["BUD-02", "STR-05", "STR-06", "WGT-03", "VAL-05"]
        case .monitoring: ["BUD-02", "STR-06"]
        case .review: ["BUD-02", "STR-06", "WGT-03", "SCO-01", "SCO-05"]
        }
    }

    /// Why it is not judged as a self-assessment; nil for one.
    public var why: String? { self == .selfAssessment ? nil : "这是\(rawValue)，不是自评表" }
}
