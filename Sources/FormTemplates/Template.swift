import Assessment
import Spreadsheet

/// A form as data: what `Templates/<id>/` says of it. The blank itself is ``formPath``.
public struct Template: Sendable {
    /// How well a fact of the template is known, and from where.
    public struct Provenance: Hashable, Sendable {
        /// What is stated.
        public var what: String
        /// From where, or 依据待核.
        public var basis: String

        /// A statement and its basis.
        public init(what: String, basis: String) {
            self.what = what
            self.basis = basis
        }
    }

    /// A slot of the form that takes one text: 单位名称, 年度总体目标, 联系电话 …
    public struct Field: Hashable, Sendable {
        /// Canonical label, the name for `--set`.
        public var label: String
        /// Other names of it in this template, besides those of the label table.
        public var synonyms: [String]
        /// Must be filled.
        public var isRequired: Bool
        /// Longest text in characters, or nil.
        public var limit: Int?
        /// Cell of the blank, where recognition needs help, or nil.
        public var cell: CellReference?
        /// Words that stand before the text within the slot (`填报人：`); empty when the slot is the text alone.
        public var prefix: String
        /// Belongs to the signatures, which are kept together on paper.
        public var isSignature: Bool

        /// A field.
        public init(
            label: String, synonyms: [String] = [], isRequired: Bool = false, limit: Int? = nil,
            cell: CellReference? = nil, prefix: String = "",
            isSignature: Bool = false
        ) {
            self.label = label
            self.synonyms = synonyms
            self.isRequired = isRequired
            self.limit = limit
            self.cell = cell
            self.prefix = prefix
            self.isSignature = isSignature
        }
    }

    /// A row of the money block: its canonical name and the words that stand for it in forms and exports.
    public struct BudgetRow: Hashable, Sendable {
        /// Canonical name (财政拨款).
        public var name: String
        /// Other words for it (一般公共预算拨款, 财政资金 …).
        public var synonyms: [String]

        /// A row.
        public init(name: String, synonyms: [String] = []) {
            self.name = name
            self.synonyms = synonyms
        }
    }

    /// Folder name under Templates/.
    public var id: String
    /// Title of the form: 部门整体支出绩效自评表.
    public var title: String
    /// Name of the form in file names.
    public var fileTitle: String
    /// Region that it is for, as people say it.
    public var region: String
    /// Years that it was seen in.
    public var years: String
    /// Label of the field that names the file: 单位名称, or 项目名称.
    public var nameField: String
    /// Unit of money: 万元 or 元.
    public var moneyUnit: String
    /// Fields.
    public var fields: [Field]
    /// Rows of the money block, all blocks together, in order.
    public var budgetRows: [BudgetRow]
    /// Level-1 and level-2 labels that the form prints, with the level-1 text as printed (产出指标（50分）).
    public var levels: [(level1: String, level2: [String])]
    /// What the assessment goes by.
    public var standard: Standard
    /// What is known and from where.
    public var provenance: [Provenance]
    /// Path of the blank.
    public var formPath: String
    /// What columns of the indicator table are called in this form, where it is not what others call them.
    public var columnSynonyms: [IndicatorColumn: [String]] = [:]
    /// The table of base figures; nil where the form has none.
    public var figures: FigureTable?

    /// The column that a heading names in this form, where it says so itself.
    public func indicatorColumn(_ heading: String) -> IndicatorColumn? {
        let key = LabelTable.plain(heading)
        return columnSynonyms.first { $0.value.contains { LabelTable.plain($0) == key } }?.key
    }

    /// A template in code.
    package init(
        id: String, title: String, fileTitle: String, region: String, years: String, nameField: String,
        moneyUnit: String, fields: [Field], budgetRows: [BudgetRow], levels: [(level1: String, level2: [String])],
        standard: Standard, provenance: [Provenance], formPath: String
    ) {
        self.id = id
        self.title = title
        self.fileTitle = fileTitle
        self.region = region
        self.years = years
        self.nameField = nameField
        self.moneyUnit = moneyUnit
        self.fields = fields
        self.budgetRows = budgetRows
        self.levels = levels
        self.standard = standard
        self.provenance = provenance
        self.formPath = formPath
    }

    /// The field with this canonical label, or nil.
    public func field(_ label: String) -> Field? { fields.first { $0.label == label } }

    /// The canonical name of the money row that a label names (`其中：当年财政拨款`), or nil.
    public func budgetRowName(of text: String) -> String? {
        var key = TextNormalizer.key(text)
        for prefix in ["其中", "1.", "2.", "3.", "(一)", "(二)"] where key.hasPrefix(prefix) {
            key = String(key.dropFirst(prefix.count))
        }
        guard !key.isEmpty else { return nil }
        return budgetRows.first { row in ([row.name] + row.synonyms).contains { TextNormalizer.key($0) == key } }?.name
    }
}
