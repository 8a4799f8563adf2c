/// What was chosen for a form: drawn once from its seed, each by the tables below.
struct GrammarChoices {
    typealias Choice = GrammarChoice

    /// Names and choices, in the order in which they were drawn.
    private(set) var table: [(name: String, choice: String)] = []

    let kind: Choice.Kind
    let book: Choice.Book
    let facts: Choice.Facts
    let money: Choice.Money
    let isMoneyBelow: Bool
    let hasInitial: Bool
    let unit: String
    let unitPlace: Choice.UnitPlace
    let ratePlace: Choice.RatePlace
    let parts: Choice.PartWords
    let goals: Choice.Goals
    let levels: Int
    let fill: Choice.Fill
    let points: Choice.Points
    let heading: Choice.Heading
    let hasSideLabel: Bool
    let isNameWide: Bool
    let operators: Choice.Operators
    let units: Choice.Units
    let hasInitialTarget: Bool
    let hasCoefficient: Bool
    let hasOrdinal: Bool
    let hasReason: Bool
    let hasCriterion: Bool
    let repeats: Choice.Repeat
    let order: Choice.Order
    let total: Choice.Total
    let grade: Choice.Grade
    let bands: Choice.Bands
    let decoration: Choice.Decoration
    let numbers: Choice.Numbers
    let scorePlaces: Int
    let hasHalves: Bool
    let words: GrammarHeadings

    /// Funds in one row, or in none, have no parts.
    var hasParts: Bool { ![.nameless, .none].contains(money) }

    /// Draws what is to be chosen.
    ///
    /// - Parameter fixed: Choices by name that are not left to chance, where they are possible: `表头` to `一行`, `词·得分` to `评分`.
    init(_ chance: inout Chance, fixed: [String: String] = [:]) {
        var drawn: [(name: String, choice: String)] = []
        func draw<Value: RawRepresentable>(_ name: String, _ list: [(Value, Int)]) -> Value
        where Value.RawValue == String {
            let any = chance.pick(weighted: list)
            let value = list.first { $0.0.rawValue == fixed[name] }?.0 ?? any
            drawn.append((name, value.rawValue))
            return value
        }
        func says(_ name: String, _ percent: Int, if isPossible: Bool = true) -> Bool {
            let any = chance.happens(percent)
            let value = (fixed[name].map { $0 == "有" } ?? any) && isPossible
            drawn.append((name, value ? "有" : "无"))
            return value
        }

        kind = draw(
            "种类",
            [
                (.project, 36), (.department, 26), (.scoring, 14), (.unscored, 10), (.declaration, 7),
                (.monitoring, 7),
            ])
        let isScoring = kind == .scoring
        let hasScores = kind.hasScores
        book = draw("工作簿", [(.one, 70), (.numbered, 15), (.instructed, 15)])
        facts = draw("基本情况", [(.right, 40), (.below, 15), (.colon, 20), (.merged, 25)])
        let drawnMoney: Choice.Money = draw(
            "资金块",
            isScoring
                ? [(.none, 60), (.nameless, 20), (.totalFirst, 20)]
                : [
                    (.totalFirst, 30), (.totalLast, 13), (.columns, 12), (.below, 10), (.beside, 7), (.nameless, 12),
                    (.colon, 7), (.none, 9),
                ])
        money = drawnMoney
        isMoneyBelow = says("资金在指标表下", 15, if: drawnMoney != .none)
        hasInitial = says("年初预算列", 55, if: ![.none, .beside, .colon].contains(drawnMoney))
        let anyUnit = chance.pick(weighted: [("万元", 60), ("元", 20), ("千元", 8), ("百万元", 6), ("亿元", 6)])
        unit = fixed["金额单位"] ?? anyUnit
        drawn.append(("金额单位", unit))
        unitPlace = draw("单位写在", [(.line, 40), (.label, 40), (.headings, 20)])
        let rates: [(Choice.RatePlace, Int)] =
            !hasScores || isScoring || drawnMoney == .none
            ? [(.none, 1)]
            : [.colon, .beside].contains(drawnMoney)
                ? [(.row, 60), (.none, 40)] : [(.money, 50), (.row, 25), (.none, 25)]
        ratePlace = draw("执行率", rates)
        parts = draw("分项写法", [(.first, 50), (.each, 25), (.plain, 25)])
        goals = draw(
            "目标",
            [(.none, 15), (.one, 25), (.two, 10), (.pair, 30), (.stacked, 12), (.numbered, 8)])
        let anyThree = chance.happens(78)
        let isThree = fixed["级数"].map { $0 == "三级" } ?? anyThree
        levels = isThree ? 3 : 2
        drawn.append(("级数", isThree ? "三级" : "两级"))
        fill = draw("上级指标", [(.merged, 50), (.first, 25), (.each, 25)])
        let drawnPoints: Choice.Points = draw(
            "上级分值",
            hasScores
                ? [(.none, 45), (.labels, 18), (.columns, 12), (.tree, 12), (.subtotals, 13)]
                : [(.none, 85), (.tree, 15)])
        points = drawnPoints
        heading = draw("表头", [(.one, 55), (.two, 33), (.three, 12)])
        hasSideLabel = says("左侧标签", 35)
        isNameWide = says("指标名占两列", 20, if: drawnPoints != .tree)
        let drawnOperators: Choice.Operators = draw(
            "比较符号", kind.hasTargets ? [(.inTarget, 75), (.column, 25)] : [(.inTarget, 1)])
        operators = drawnOperators
        units = draw(
            "指标单位", drawnOperators == .column ? [(.column, 1)] : [(.inCell, 55), (.column, 20), (.targetOnly, 25)])
        let hasActuals = kind.hasTargets && kind.isAssessment
        hasInitialTarget = says("年初与调整目标", 8, if: hasActuals)
        hasCoefficient = says("得分系数列", 9, if: hasActuals && hasScores)
        hasOrdinal = says("序号列", 18)
        hasReason = says("原因列", 88, if: kind != .declaration)
        hasCriterion = says("评分标准列", isScoring ? 100 : 20, if: hasScores)
        let drawnRepeats: Choice.Repeat = draw(
            "表头重复", drawnPoints == .tree ? [(.none, 1)] : [(.none, 80), (.group, 6), (.page, 5), (.goal, 9)])
        repeats = drawnRepeats
        order = draw(
            "列序", [(.usual, 50), (.weightFirst, 20), (.actualLast, 20), (.scoreThenWeight, 10)])
        let drawnTotal: Choice.Total = draw(
            "总分", hasScores ? [(.row, 55), (.scoreOnly, 15), (.below, 20), (.none, 10)] : [(.none, 1)])
        total = drawnTotal
        grade = draw(
            "等级", drawnTotal == .none ? [(.none, 1)] : [(.none, 50), (.below, 35), (.beside, 15)])
        bands = draw("等级说明", hasScores ? [(.none, 60), (.usual, 25), (.own, 15)] : [(.none, 1)])
        decoration = draw("列名装饰", [(.none, 55), (.star, 10), (.brackets, 12), (.breaks, 13), (.spaces, 10)])
        numbers = draw("数字", [(.text, 40), (.number, 60)])
        hasHalves = says("半分的分值", 15, if: hasScores)
        let anyPlaces = chance.pick(weighted: [(0, 25), (1, 25), (2, 50)])
        let places = fixed["得分位数"].flatMap { Int($0) } ?? anyPlaces
        scorePlaces = hasHalves ? max(1, places) : places
        drawn.append(("得分位数", "\(scorePlaces)"))
        var words = GrammarHeadings(&chance, kind: kind, hasInitialTarget: hasInitialTarget)
        words.set(fixed)
        self.words = words
        drawn += words.table
        table = drawn
    }
}
