import Assessment
import Foundation

/// What a form says, before it is laid out.
struct GrammarContents {
    struct Fund {
        var name: String
        /// Breakdown that it is a part of; the total is of none.
        var breakdown: Int
        var amounts: [BudgetColumn: Decimal]
    }

    struct Group {
        var label: String
        /// Number of the group above it; nil for the first level.
        var parent: Int?
        /// Points of its rows.
        var points: Decimal = 0
        /// Points that are printed; nil where the form prints none.
        var stated: Decimal?
        var score: Decimal = 0
    }

    struct Row {
        enum Aim { case number(Target.Operator, Decimal, unit: String), date(String), words(String) }
        var name: String
        /// Number of its lowest group.
        var group: Int
        var aim: Aim
        /// The actual as text, without unit; nil where it is blank.
        var actual: String?
        var weight: Decimal?
        var score: Decimal?
        var coefficient: Decimal?
        var reason = ""
        var criterion = ""
        var isRate = false
        /// The target was not reached.
        var isMissed = false

        /// What it has less than its points.
        var isBelow: Bool { score.flatMap { score in weight.map { score < $0 } } ?? false }
    }

    var year: Int
    var office: String
    var project: String
    var funds: [Fund] = []
    var rate: Decimal?
    var rateWeight: Decimal?
    var rateScore: Decimal?
    var groups: [Group] = []
    var rows: [Row] = []
    var weightTotal: Decimal = 0
    var total: Decimal = 0
    var grade = ""
    var goals: [(aim: String, result: String)] = []
    /// Rows whose points were left out.
    var unweighed: Set<Int> = []
    var faults: [GrammarFault] = []
    let moneyPlaces: Int

    /// Places that amounts in a unit are written with.
    static let places = ["元": 2, "千元": 1, "万元": 2, "百万元": 2, "亿元": 4]

    init(_ choices: GrammarChoices, _ chance: inout Chance) {
        year = chance.int(2019...2025)
        let town = chance.pick(["清河县", "云岭区", "临江市", "南屏县", "东湖区", "石桥镇", "白沙县", "望城区"])
        office = town + chance.pick(["水务局", "教育局", "文化馆", "交通运输局", "农业农村局", "卫生健康局", "档案馆"])
        project =
            chance.pick(["农村道路养护", "校舍维修", "基层文化服务", "高标准农田建设", "疾病防控", "档案数字化"]) + chance.pick(["项目", "经费", "专项资金"])
        moneyPlaces = Self.places[choices.unit] ?? 2
        addMoney(choices, &chance)
        addRows(choices, &chance)
        addGoals(&chance)
        GrammarFaults.plant(into: &self, choices, &chance)
        settle(choices)
        GrammarFaults.plantSums(into: &self, choices, &chance)
    }

    // MARK: Money

    private mutating func addMoney(_ choices: GrammarChoices, _ chance: inout Chance) {
        guard choices.money != .none else { return }
        let tick = Decimal(sign: .plus, exponent: -moneyPlaces, significand: 1)
        var total: [BudgetColumn: Int] = [:]
        var names = chance.shuffled(Self.sources)
        names = Array(names.prefix(chance.int(2...3)))
        var ticks: [[BudgetColumn: Int]] = names.map { _ in
            let adjusted = chance.int(2000...90_000) * (choices.unit == "元" ? 1000 : 1)
            let initial = chance.happens(50) ? adjusted : adjusted * chance.int(80...98) / 100
            return [.initial: initial, .adjusted: adjusted, .executed: adjusted * chance.int(780...999) / 1000]
        }
        // A source that gave nothing is printed all the same.
        if chance.happens(20) {
            names.append("其他资金")
            ticks.append([.initial: 0, .adjusted: 0, .executed: 0])
        }
        for part in ticks { total.merge(part, uniquingKeysWith: +) }
        func amounts(_ ticks: [BudgetColumn: Int]) -> [BudgetColumn: Decimal] { ticks.mapValues { Decimal($0) * tick } }
        funds = [Fund(name: choices.words.fundTotal, breakdown: -1, amounts: amounts(total))]
        if choices.hasParts {
            funds += zip(names, ticks).map { Fund(name: $0, breakdown: 0, amounts: amounts($1)) }
        }
        if choices.money == .below || choices.money == .beside {
            let kinds = chance.pick([["基本支出", "项目支出"], ["人员经费", "公用经费", "项目支出"], ["人员类", "运转类", "特定目标类"]])
            var left = total
            for (index, kind) in kinds.enumerated() {
                let isLast = index == kinds.count - 1
                let part = isLast ? left : left.mapValues { $0 * 3 / 5 }
                left.merge(part) { $0 - $1 }
                funds.append(Fund(name: kind, breakdown: 1, amounts: amounts(part)))
            }
        }
        rate = percent(funds[0])
        guard choices.ratePlace == .money else { return }
        let weight = chance.pick([10, 10, 20] as [Decimal])
        rateWeight = weight
        rateScore = rateScore(weight, choices)
    }

    func percent(_ fund: Fund) -> Decimal? {
        guard let adjusted = fund.amounts[.adjusted], let executed = fund.amounts[.executed], adjusted > 0 else {
            return nil
        }
        return DecimalText.rounded(executed * 100 / adjusted, places: 2)
    }

    private func rateScore(_ weight: Decimal, _ choices: GrammarChoices) -> Decimal {
        guard let total = funds.first?.amounts, let adjusted = total[.adjusted], let executed = total[.executed] else {
            return weight
        }
        return DecimalText.rounded(executed * weight / adjusted, places: choices.scorePlaces)
    }

    private static let sources = [
        "财政拨款", "一般公共预算拨款", "上级补助资金", "本级财政资金", "政府性基金", "单位资金", "上年结转资金", "社会捐赠资金",
    ]

    // MARK: Indicators

    private mutating func addRows(_ choices: GrammarChoices, _ chance: inout Chance) {
        let isProject = ![.department, .scoring].contains(choices.kind)
        let source = isProject ? GrammarItems.project : GrammarItems.department
        let ending = isProject ? chance.pick(["指标", "指标", ""]) : ""
        for (label, children) in source {
            groups.append(Group(label: label + ending))
            let top = groups.count - 1
            for child in chance.shuffled(children).prefix(chance.int(1...min(3, children.count))) {
                var own = top
                if choices.levels == 3 {
                    groups.append(Group(label: child.name + ending, parent: top))
                    own = groups.count - 1
                }
                for item in chance.shuffled(child.items).prefix(chance.int(1...min(3, child.items.count))) {
                    rows.append(row(item, own, choices, &chance))
                }
            }
        }
        guard choices.kind.hasScores else { return }
        var left = (100 as Decimal) - (rateWeight ?? 0)
        if choices.ratePlace == .row {
            let weight: Decimal = 10
            left -= weight
            groups.append(Group(label: "预算执行率"))
            var row = Row(
                name: "预算执行率", group: groups.count - 1, aim: .number(.equal, 100, unit: "%"), weight: weight)
            row.isRate = true
            row.score = rateScore(weight, choices)
            row.actual = rate.map { "\($0)%" }
            row.coefficient = rate
            if row.isBelow { row.reason = GrammarItems.reasons[3] }
            if chance.happens(50) { rows.insert(row, at: 0) } else { rows.append(row) }
        }
        weigh(left, choices, &chance)
        score(choices, &chance)
    }

    private func row(
        _ item: GrammarItems.Item, _ group: Int, _ choices: GrammarChoices, _ chance: inout Chance
    ) -> Row {
        switch item.aim {
        case .number(let comparison, let number, let unit):
            return Row(name: item.name, group: group, aim: .number(comparison, Decimal(number), unit: unit))
        case .date(let text, _, let early):
            var row = Row(name: item.name, group: group, aim: .date("\(year)\(text)"))
            row.actual = "\(year)\(early)"
            return row
        case .words(let words):
            var row = Row(name: item.name, group: group, aim: .words(words))
            row.actual = chance.pick([words, "达成预期指标"])
            return row
        }
    }

    private mutating func addGoals(_ chance: inout Chance) {
        goals = chance.shuffled(Self.goalTexts).prefix(2).map { $0 }
        for index in rows.indices where rows[index].actual == nil { rows[index].actual = reached(rows[index], &chance) }
    }

    /// What a row reached that met its target.
    private func reached(_ row: Row, _ chance: inout Chance) -> String {
        guard case .number(let comparison, let number, let unit) = row.aim else { return "" }
        var reached = number
        switch comparison {
        case .atLeast where unit == "%":
            // Not so far above that a reason would be asked for.
            reached = min(100, number + Decimal(chance.int(0...5)) * (number < 40 ? 0.2 : 1))
        case .atLeast: reached = number + DecimalText.rounded(number * Decimal(chance.int(0...15)) / 100, places: 0)
        case .atMost: reached = number - DecimalText.rounded(number * Decimal(chance.int(0...10)) / 100, places: 0)
        default: break
        }
        return "\(reached)"
    }

    private static let goalTexts = [
        ("完成年度建设任务，改善群众生产生活条件。", "已完成年度建设任务，群众生产生活条件得到改善。"),
        ("保障机构正常运转，按时足额发放各类补助。", "机构运转正常，各类补助均已按时足额发放。"),
        ("提升公共服务水平，群众满意度稳步提高。", "公共服务水平有所提升，群众满意度稳步提高。"),
    ]

    // MARK: Sums

    /// Reckons what follows from the rows: points of groups, total, grade.
    private mutating func settle(_ choices: GrammarChoices) {
        for row in rows {
            var group: Int? = row.group
            while let index = group {
                groups[index].points += row.weight ?? 0
                groups[index].score += row.score ?? 0
                group = groups[index].parent
            }
        }
        if choices.kind.hasScores {
            for index in groups.indices {
                let isTop = groups[index].parent == nil
                switch choices.points {
                case .labels: if isTop { groups[index].stated = groups[index].points }
                case .columns, .tree: groups[index].stated = groups[index].points
                case .none, .subtotals: break
                }
            }
        }
        weightTotal = rows.reduce(rateWeight ?? 0) { $0 + ($1.weight ?? 0) }
        total = rows.reduce(rateScore ?? 0) { $0 + ($1.score ?? 0) }
        grade(choices)
    }

    /// The grade of the total by the bands that hold for the form.
    mutating func grade(_ choices: GrammarChoices) {
        let bands: [(String, Decimal)] =
            choices.bands == .own
            ? [("优秀", 90), ("良好", 75), ("合格", 60), ("不合格", 0)] : [("优", 90), ("良", 80), ("中", 60), ("差", 0)]
        grade = bands.first { total >= $0.1 }?.0 ?? ""
    }
}
