/// What a form says of itself that its standard has to follow.
public struct FormTraits: Hashable, Sendable {
    /// The unit that its money is in; nil where it says none.
    public var moneyUnit: MoneyUnit?
    /// No template is known for it.
    public var isUnknown: Bool
    /// It is a form, not an indicator table alone.
    public var isForm: Bool
    /// 预算执行率 is a row of its indicator table.
    public var scoresRateInTable: Bool

    /// The indicators of its table have all the points that there are: none are left for 预算执行率.
    public var givesAllPoints: Bool

    /// It bears the title of the template's form, or the person said that it is this form: labels alone are much the same everywhere.
    public var isTitled: Bool

    /// Traits.
    public init(
        moneyUnit: MoneyUnit?, isUnknown: Bool, isForm: Bool, scoresRateInTable: Bool, givesAllPoints: Bool = false,
        isTitled: Bool = true
    ) {
        self.isTitled = isTitled
        self.givesAllPoints = givesAllPoints
        self.moneyUnit = moneyUnit
        self.isUnknown = isUnknown
        self.isForm = isForm
        self.scoresRateInTable = scoresRateInTable
    }
}

extension Standard {
    /// The standard as it holds for a form: what the form itself shows goes before what holds for forms in general.
    public func adapted(to traits: FormTraits) -> Standard {
        var standard = self
        if let unit = traits.moneyUnit { standard.moneyUnit = unit }
        // Points that a form does not print itself are demanded of the very form that they were laid down for.
        if traits.isForm, !traits.isTitled {
            standard.fixedWeights = []
            standard.isSureOfForm = false
        }
        // Where the indicators have all points, and no place beside the money has any, the rate has none.
        if traits.givesAllPoints, !traits.scoresRateInTable { standard.executionRatePlace = .none }
        guard traits.isUnknown else { return standard }
        // Which columns a form has that nobody knows is for the form to say.
        standard.requiredColumns = standard.requiredColumns.filter { $0 == .name }
        if traits.scoresRateInTable { standard.executionRatePlace = .indicator }
        // 预算执行率 counts as far as the form itself gives it points.
        if traits.isForm { standard.executionRateWeight = nil }
        return standard
    }
}
