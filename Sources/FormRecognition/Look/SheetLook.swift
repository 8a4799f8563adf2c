import Assessment
import FormTemplates
import Spreadsheet

/// One look at a sheet: the blocks that stand on it, and the cells that they claim.
struct SheetLook: Sendable {
    let view: SheetView
    let words: FormWords
    let overrules: Overrules
    /// The blocks, kind by kind.
    private(set) var places: [FormPlace] = []
    /// Labels and whatever else was claimed while looking.
    var claims = CellClaims()
    /// Rows that belong to a block as a whole.
    var ownRows: Set<Int> = []
    /// The first row that heads amounts of money as a form has them, near the top.
    var moneyHeading: Int?

    /// Looks at a sheet. Called once for each sheet of a workbook: whatever is asked of it later is answered from this look.
    static func look(at view: SheetView, words: FormWords, overrules: Overrules = Overrules()) -> SheetLook {
        LookCounter.current?.count(view.sheet.name)
        var look = SheetLook(view: view, words: words, overrules: overrules)
        guard view.lastRow >= 0 else { return look }
        for kind in FormBlocks.all { look.places += kind.find(in: &look) }
        return look
    }

    private init(view: SheetView, words: FormWords, overrules: Overrules) {
        self.view = view
        self.words = words
        self.overrules = overrules
    }

    /// The indicator tables on the sheet, from above.
    var tables: [IndicatorBlock] { places.compactMap { $0.block as? IndicatorBlock } }

    /// The unit of money that the nearest text states, from a row upwards. What an indicator is measured in (设备采购均价 in 万元) is no unit of the money
    /// below its table.
    func statedUnit(upTo row: Int) -> MoneyUnit? {
        (0...row).reversed().lazy.filter { $0 == row || !ownRows.contains($0) }.flatMap { view.texts(in: $0) }
            .compactMap { $0.statedUnit }.first
    }

    /// Texts of a row that nobody has claimed.
    func freeTexts(in row: Int) -> [ViewText] {
        view.texts(in: row).filter { claims.isFree(row, $0.column) }
    }
}

/// Counts the looks, for tests.
final class LookCounter: @unchecked Sendable {
    @TaskLocal static var current: LookCounter?
    /// Looks by the name of the sheet. Used by one thread at a time.
    private(set) var looks: [String: Int] = [:]

    func count(_ sheet: String) { looks[sheet, default: 0] += 1 }
}
