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
        public var label: FactName
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
            label: FactName, synonyms: [String] = [], isRequired: Bool = false, limit: Int? = nil,
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
    public var nameField: FactName
    /// Unit of money: 万元 or another.
    public var moneyUnit: MoneyUnit
    /// Fields.
    public var fields: [Field]
    /// Rows of the money block, all blocks together, in order.
    public var budgetRows: [BudgetRow] { didSet { rowNames = Self.rowNames(budgetRows) } }
    /// Canonical names of rows by the name of each label for them: labels are asked for thousands of times.
    private var rowNames = WordMap<String>()
    /// Level-1 and level-2 labels that the form prints, with the level-1 text as printed (产出指标（50分）).
    public var levels: [(level1: String, level2: [String])]
    /// What the assessment goes by.
    public var standard: Standard
    /// What is known and from where.
    public var provenance: [Provenance]
    /// Path of the blank.
    public var formPath: String
    /// Name of the blank's sheet that is the form, where the workbook has others; nil to find it.
    public var sheet: String?
    /// What columns of the indicator table are called in this form, where it is not what others call them.
    public var columnSynonyms: [IndicatorColumn: [String]] = [:] {
        didSet {
            columnNames = WordMap()
            for (column, words) in columnSynonyms {
                for word in words { columnNames[Label.name(of: word)] = column }
            }
        }
    }
    private var columnNames = WordMap<IndicatorColumn>()
    /// Columns that the person or the template told by their letters: 得分: H.
    public var toldColumns: [(name: String, column: String)] = []
    /// Cells that hold facts or amounts, as they were told: 全年预算数: D7.
    public var toldCells: [(name: String, cell: String)] = []
    /// What of a form is not needed, as it was told: 列K.
    public var ignored: [String] = []
    /// The table of base figures; nil where the form has none.
    public var figures: FigureTable?

    /// The column that a heading names in this form, where it says so itself.
    public func indicatorColumn(_ heading: Label) -> IndicatorColumn? { columnNames[heading.name] }

    /// A template in code.
    package init(
        id: String, title: String, fileTitle: String, region: String, years: String, nameField: FactName,
        moneyUnit: MoneyUnit, fields: [Field], budgetRows: [BudgetRow], levels: [(level1: String, level2: [String])],
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
        rowNames = Self.rowNames(budgetRows)
    }

    /// Whether the layout of the blank is rebuilt, and not confirmed by one that was issued.
    public var isLayoutUnsettled: Bool {
        provenance.contains { $0.what.contains("排法") && $0.basis.contains("依据待核") }
    }

    /// The field with this canonical label, or nil.
    public func field(_ label: FactName) -> Field? { fields.first { $0.label == label } }

    /// The canonical name of the money row that a label names (`其中：当年财政拨款`), or nil.
    public func budgetRowName(of label: Label) -> String? { rowNames[label.name] }

    /// The canonical name of the money row that a text names (`其中：当年财政拨款`), or nil.
    public func budgetRowName(of text: String) -> String? { budgetRowName(of: Label(text)) }

    /// The first row that has a word for itself keeps it.
    private static func rowNames(_ rows: [BudgetRow]) -> WordMap<String> {
        var names = WordMap<String>()
        for row in rows {
            for word in [row.name] + row.synonyms {
                let name = Label.name(of: word)
                if !name.isEmpty, names[name] == nil { names[name] = row.name }
            }
        }
        return names
    }
}

extension Template {
    /// The template as it holds for a form.
    public func adapted(to traits: FormTraits) -> Template {
        var template = self
        if let unit = traits.moneyUnit { template.moneyUnit = unit }
        template.standard = standard.adapted(to: traits)
        return template
    }
}

extension Template {
    /// A template that says nothing.
    package static let none = Template(
        id: "", title: "", fileTitle: "", region: "", years: "", nameField: .unit, moneyUnit: .tenThousand, fields: [],
        budgetRows: [], levels: [], standard: Standard(), provenance: [], formPath: "")
}
