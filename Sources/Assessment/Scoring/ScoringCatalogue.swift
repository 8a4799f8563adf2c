/// Every scoring method, in the order in which messages name them.
enum ScoringCatalogue {
    /// The methods that there are.
    static let all: [any Scoring.Type] = [
        ProportionScoring.self, RateScoring.self, StepsScoring.self, DeductScoring.self, BandScoring.self,
        SelfScoring.self, SumScoring.self, OneOfScoring.self, CriterionScoring.self,
    ]

    /// The method with this name.
    static func scoring(_ method: ScoringMethod) -> any Scoring.Type {
        // Names are made by methods alone: there is none that the catalogue does not have.
        all.first { $0.method == method } ?? SelfScoring.self
    }
}
