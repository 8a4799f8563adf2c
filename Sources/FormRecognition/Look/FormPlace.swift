import Spreadsheet

/// A block of a sheet: where it stands and what it is.
struct FormPlace: Sendable {
    /// Number of the sheet.
    let sheet: Int
    /// The rows that it takes.
    let rows: ClosedRange<Int>
    /// What it is.
    let block: any FormBlock
}

/// A kind of block that forms have. A new kind is one file, and one line in ``FormBlocks``.
protocol FormBlock: Sendable {
    /// Finds the blocks of this kind on a sheet, in what the kinds before it have left, and claims their cells.
    static func find(in look: inout SheetLook) -> [FormPlace]
    /// Adds what stands in it to what is read of the form.
    func read(_ view: SheetView, into reading: inout FormReading)
}

/// The kinds of blocks, in the order in which they are looked for: what is surest comes first.
enum FormBlocks {
    static let all: [any FormBlock.Type] = [
        IndicatorBlock.self, MoneyTasks.self, MoneyBlock.self, MoneyAcross.self, MoneyColons.self, MoneyPhrases.self,
        TaskBlock.self, FigureBlock.self, FactBlock.self, NoteBlock.self,
    ]
}
