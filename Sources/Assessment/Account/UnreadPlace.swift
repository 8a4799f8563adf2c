import Spreadsheet

/// A column, a row, a fact or a text that was not understood.
public struct UnreadPlace: Hashable, Sendable {
    /// What it looks like, in the order in which a report names them.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A column of a table.
        case column
        /// A row or a column of the money block.
        case money
        /// A label with its text.
        case fact
        /// Anything else.
        case other

        /// The word that a person reads.
        public var title: String {
            switch self {
            case .column: "列"
            case .money: "资金"
            case .fact: "项目"
            case .other: "其他内容"
            }
        }
    }

    /// What it looks like.
    public var kind: Kind
    /// The cell that names it (a heading, a label), or the text itself; its text is what stands there.
    public var source: Source
    /// Filled cells that belong to it, the naming one included, all on the sheet of ``source``.
    public var cells: [CellReference]
    /// Numbers are among them.
    public var holdsFigures: Bool
    /// All its numbers are rates: none of them is a part of a sum.
    public var holdsRatesOnly = false
    /// What was seen there, in one Chinese clause; empty where the text says all.
    public var message: String
    /// The known label that it may be a slip of, or nil.
    public var suggestion: String?
    /// What it was taken for, on less than words; nil where nothing speaks for anything.
    public var guess: String?
    /// Whether no promise can be made as long as it is not understood.
    public var isBlocking: Bool
    /// It stands on another sheet than the indicator table: who names it names the sheet too.
    public var isOnOtherSheet = false
    /// Whether it stands in the form or the indicator table: only there a person can say on the command line what it is.
    public var isInForm = true

    /// A place.
    public init(
        _ kind: Kind, source: Source, cells: [CellReference], holdsFigures: Bool = false, message: String = "",
        suggestion: String? = nil, isBlocking: Bool
    ) {
        self.kind = kind
        self.source = source
        self.cells = cells
        self.holdsFigures = holdsFigures
        self.message = message
        self.suggestion = suggestion
        self.isBlocking = isBlocking
    }

    /// A cell that should hold a number and holds something else; nil for what stands in no cell.
    public static func notANumber(_ name: String, _ source: Source) -> UnreadPlace? {
        source.cell.map { cell in
            UnreadPlace(
                .other, source: source, cells: [cell], holdsFigures: true,
                message: "\(name)写的是“\(source.text)”，不是一个数", isBlocking: true)
        }
    }
}
