import Foundation
import Spreadsheet

/// What a template says of the assessment itself: weights, methods, grades, limits. Data, from template.yaml.
public struct Standard: Sendable {
    /// A rule that gives indicators their scoring method; the first that fits wins.
    public struct MethodChoice: Hashable, Sendable {
        /// Level-1 label it is for, or nil for any.
        public var level1: String?
        /// Level-2 label it is for, or nil for any.
        public var level2: String?
        /// Level-3 name it is for, or nil for any.
        public var name: String?
        /// The method.
        public var method: ScoringMethod
        /// The figures of a `rate`; nil means 全年执行数 over 全年预算数.
        public var rate: RateFigures?
        /// The bands of `steps`.
        public var steps: ScoreSteps?
        /// The rule of `deduct`.
        public var deduction: ScoreDeduction?

        /// A choice.
        public init(
            level1: String? = nil, level2: String? = nil, name: String? = nil, method: ScoringMethod,
            rate: RateFigures? = nil, steps: ScoreSteps? = nil, deduction: ScoreDeduction? = nil
        ) {
            self.level1 = level1
            self.level2 = level2
            self.name = name
            self.method = method
            self.rate = rate
            self.steps = steps
            self.deduction = deduction
        }

        /// Whether the choice is for this indicator. Labels are compared without spaces and without `（50分）`.
        func fits(_ indicator: Indicator) -> Bool {
            func same(_ wanted: String?, _ label: String) -> Bool {
                guard let wanted else { return true }
                return TextNormalizer.key(label).hasPrefix(TextNormalizer.key(wanted))
            }
            return same(level1, indicator.level1) && same(level2, indicator.level2) && same(name, indicator.name)
        }
    }

    /// A band of qualitative results.
    public struct Band: Hashable, Sendable {
        /// Words that name the band in 实际完成值.
        public var names: [String]
        /// Lowest share of the weight, in per cent.
        public var from: Decimal
        /// Highest share of the weight, in per cent.
        public var to: Decimal

        /// A band.
        public init(names: [String], from: Decimal, to: Decimal) {
            self.names = names
            self.from = from
            self.to = to
        }
    }

    /// Rows of the money block that add up to a total.
    public struct BudgetBlock: Hashable, Sendable {
        /// 按资金来源, 按支出构成.
        public var title: String
        /// Name of the row of the total.
        public var total: String
        /// Names of the rows that make the total.
        public var parts: [String]
        /// Names of rows that stand within one of the parts (其中), and are not added up.
        public var inner: [String] = []
        /// It is certain that these rows make the total, and no others: where a form leaves that open, they are not held against it.
        public var isCertain = true

        /// A block.
        public init(title: String, total: String, parts: [String]) {
            self.title = title
            self.total = total
            self.parts = parts
        }
    }

    /// Where 预算执行率 is scored.
    public enum ExecutionRatePlace: String, Hashable, Sendable, CaseIterable {
        /// A row of the indicator table.
        case indicator
        /// The total row of the money block.
        case budget
        /// Not scored.
        case none
    }

    /// What becomes of the points of rows that say 不适用.
    public enum NotApplicable: String, Hashable, Sendable, CaseIterable {
        /// They are lost: the total is that of the other rows.
        case leaveOut = "leave-out"
        /// The other rows count for the whole.
        case rescale
    }

    /// A rule switched, re-graded, or given its number.
    public struct RuleSetting: Hashable, Sendable {
        /// Runs at all.
        public var isOn: Bool
        /// Level instead of the rule's own, or nil.
        public var level: Finding.Level?
        /// The rule's number, or nil for its own.
        public var threshold: Decimal?

        /// A setting.
        public init(isOn: Bool = true, level: Finding.Level? = nil, threshold: Decimal? = nil) {
            self.isOn = isOn
            self.level = level
            self.threshold = threshold
        }
    }

    /// What all 分值 make together.
    public var total: Decimal = 100
    /// Facts that must be there, by canonical label.
    public var requiredFacts: [FactName] = []
    /// Columns that the indicator table must have.
    public var requiredColumns: [IndicatorColumn] = [.level1, .level2, .name, .target, .actual, .weight]
    /// 分值 of level-1 groups that the template fixes, by label.
    public var fixedWeights: [(label: String, weight: Decimal)] = []
    /// Level-1 labels that the template fixes, each with its level-2 labels.
    public var fixedLevels: [(level1: String, children: [String])] = []
    /// Whether forms that are judged by it bear its title, or the person said so: what another form does not have is no fault of it then, but asked.
    public var isSureOfForm = true
    /// Methods by indicator.
    public var methods: [MethodChoice] = []
    /// Indicators, by name, of which exactly one is scored (`one-of`).
    public var oneOf: [[String]] = []
    /// What becomes of rows that say 不适用.
    public var notApplicable = NotApplicable.leaveOut
    /// Highest totals by 预算执行率.
    public var caps: [TotalCap] = []
    /// Method of a quantitative indicator that no choice fits.
    public var quantitativeMethod = ScoringMethod.proportion
    /// Method of a qualitative indicator that no choice fits.
    public var qualitativeMethod = ScoringMethod.bands
    /// Method of an indicator without 年度指标值, for forms that have no such column; nil where every form has it.
    public var methodWithoutTarget: ScoringMethod?
    /// Bands of qualitative results, best first.
    public var bands: [Band] = []
    /// The money block.
    public var budgetBlocks: [BudgetBlock] = []
    /// Where 预算执行率 is scored.
    public var executionRatePlace = ExecutionRatePlace.indicator
    /// 分值 of 预算执行率 where the template fixes it.
    public var executionRateWeight: Decimal?
    /// Grades, highest first.
    public var grades: [Grade] = []
    /// Places of a score.
    public var scorePlaces = 2
    /// Unit that the form's money is in.
    public var moneyUnit = MoneyUnit.tenThousand
    /// Places of an amount of money.
    public var moneyPlaces = 2
    /// Places of a rate in per cent.
    public var ratePlaces = 2
    /// Longest texts, by canonical label of the field.
    public var textLimits: [(label: FactName, characters: Int)] = []
    /// Rules that are not as they come.
    public var rules: [String: RuleSetting] = [:]
    /// Documents that rules and methods rest on here, by rule id or method id; 依据待核 where none is known.
    public var citations: [String: String] = [:]

    /// A standard with the defaults.
    public init() {}

    /// The standard with the money as a form lays it out: its own rows make its totals, whatever rows forms have in general.
    func adapted(to own: [BudgetBlock]) -> Standard {
        var standard = self
        var used: Set<Int> = []
        let names = Set(own.flatMap { $0.parts + $0.inner })
        for block in own {
            let index = standard.budgetBlocks.indices.first { index in
                let other = standard.budgetBlocks[index]
                return !used.contains(index) && other.total == block.total
                    && !Set(other.parts).isDisjoint(with: block.parts + block.inner)
            }
            guard let index else {
                used.insert(standard.budgetBlocks.count)
                standard.budgetBlocks.append(block)
                continue
            }
            used.insert(index)
            let others = standard.budgetBlocks[index].parts.filter { !names.contains($0) }
            standard.budgetBlocks[index].parts = block.parts + others
            standard.budgetBlocks[index].inner = block.inner
            standard.budgetBlocks[index].isCertain = block.isCertain
        }
        for index in standard.budgetBlocks.indices where !used.contains(index) {
            standard.budgetBlocks[index].parts.removeAll { names.contains($0) }
        }
        return standard
    }

    /// The grade of a total, or nil when the template has no grades.
    public func grade(of total: Decimal) -> Grade? { grades.first { $0.takes(total) } }

    /// The standard as the form's own notes have it: grades that are printed there go before all others.
    func printed(on submission: Submission) -> Standard {
        let notes = submission.gradeScales + submission.printedNotes
        let whole = notes.map(\.text).joined(separator: "\n")
        guard
            let found = notes.lazy.compactMap({ note in PrintedGrades.grades(in: note.text).map { ($0, note) } }).first
                ?? notes.first.flatMap({ first in PrintedGrades.grades(in: whole).map { ($0, first) } })
        else { return self }
        var standard = self
        standard.grades = found.0
        let basis = "表中写明的等级（\(found.1.source.cell?.description ?? found.1.source.place)）"
        standard.citations["grade"] = basis
        standard.citations["SCO-06"] = basis
        return standard
    }

    /// The sentence that something rests on here: the first of these ids that has one, or 依据待核.
    public func citation(_ ids: String...) -> String {
        ids.lazy.compactMap { citations[$0] }.first ?? ScoreTrace.unsettled
    }

    /// Name of the money block's total row.
    public var budgetTotalName: String { budgetBlocks.first?.total ?? "合计" }
}
