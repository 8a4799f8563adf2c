import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// What a bureau's blank says of itself: everything that a template has to hold.
public struct LearnedForm: Sendable {
    /// A place that is not sure, and what to ask about it.
    public struct Question: Hashable, Sendable {
        /// The cell, or nil for the form as a whole.
        public var cell: CellReference?
        /// What is not sure and what was taken for it, in Chinese.
        public var text: String
    }

    /// A slot for one text.
    public struct Field: Hashable, Sendable {
        /// Canonical label, or the label as printed.
        public var label: FactName
        /// The label as printed, where it is another word.
        public var printed: String
        /// Where its text goes.
        public var slot: CellReference?
        /// Longest text in characters, where the form says so.
        public var limit: Int?
        /// Must be filled.
        public var isRequired = false
        /// Belongs to the signatures.
        public var isSignature = false
    }

    /// A group of indicators with the labels under it.
    public struct Level: Hashable, Sendable {
        /// Name without points.
        public var name: String
        /// As printed.
        public var printed: String
        /// Its points, where the form states them.
        public var weight: Decimal?
        /// Labels of the second level.
        public var children: [String] = []
    }

    /// Rows of money that add up.
    public struct Block: Hashable, Sendable {
        /// What the rows are split by.
        public var title: String
        /// Row of the total.
        public var total: String
        /// The rows that make it.
        public var parts: [String]
    }

    /// A row of the money block.
    public struct BudgetRow: Hashable, Sendable {
        /// Its name as printed, without 其中.
        public var name: String
        /// Other words for it.
        public var synonyms: [String]
    }

    /// Title.
    public var title = ""
    /// Name of the sheet.
    public var sheet = ""
    /// The workbook has other sheets: the template names its own.
    public var isOneOfSheets = false
    /// Years printed.
    public var year = ""
    /// The field that names the file.
    public var nameField = FactName.unit
    /// 万元 or another.
    public var moneyUnit = MoneyUnit.tenThousand
    /// Slots for texts.
    public var fields: [Field] = []
    /// Rows of the money block.
    public var budgetRows: [BudgetRow] = []
    /// Sums in it.
    public var blocks: [Block] = []
    /// Groups of indicators.
    public var levels: [Level] = []
    /// Columns of the indicator table, by the names of the roles.
    public var columns: [IndicatorColumn] = []
    /// Headings that mean another column here than elsewhere.
    public var renamed: [(column: IndicatorColumn, heading: String)] = []
    /// Where 预算执行率 is scored.
    public var ratePlace = Standard.ExecutionRatePlace.none
    /// Its points, where stated.
    public var rateWeight: Decimal?
    /// Grades that the form prints, highest first; empty when it prints none.
    public var grades: [Grade] = []
    /// Bands of qualitative results that the form prints; empty when it prints none.
    public var bands: [Standard.Band] = []
    /// Per cent below which 执行率 needs a reason, where the form says so.
    public var lowRate: Decimal?
    /// The form asks for the reason of an adjusted budget.
    public var asksForAdjustment = false
    /// The sentences of the form that weights, grades and limits were read from, by what was read.
    public var basis: [String: String] = [:]
    /// What is not sure.
    public var questions: [Question] = []
}
