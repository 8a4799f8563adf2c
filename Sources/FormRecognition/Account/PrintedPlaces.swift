import Assessment
import FormTemplates
import Spreadsheet

/// What the blank of a form prints itself: where it is not understood, nothing is lost that a person wrote.
struct PrintedPlaces {
    private struct Print: Hashable {
        var column: Int
        var text: String
    }

    private let prints: Set<Print>

    /// - Parameter sheet: Name of the blank's sheet that is the form; nil for the first.
    init(blank: Workbook, sheet: String?) {
        let index = BlankIndex.sheetIndex(of: blank, sheet)
        guard blank.sheets.indices.contains(index) else {
            prints = []
            return
        }
        // Rows grow with the indicators, columns stay.
        prints = Set(blank.sheets[index].cells.compactMap { Self.print($1.shown, $0.column) })
    }

    /// A figure may be anyone's; words in the same column are the form's.
    private static func print(_ text: String, _ column: Int) -> Print? {
        let key = TextNormalizer.key(text)
        return key.contains(where: \.isLetter) && key.count > 1 ? Print(column: column, text: key) : nil
    }

    /// Says of places that were not understood, and are as the blank prints them, that nothing hangs on them. They are named all the same.
    func settle(_ account: inout FormAccount, in sheet: Sheet) {
        for index in account.unread.indices where account.unread[index].source.sheet.map({ $0 == sheet.name }) ?? true {
            let place = account.unread[index]
            let cells = Set(place.cells + [place.source.cell].compactMap { $0 })
            let filled = cells.filter { !(sheet[$0]?.shown.isEmpty ?? true) }
            guard !filled.isEmpty, filled.allSatisfy({ isPrinted($0, sheet) }) else { continue }
            account.unread[index].isBlocking = false
        }
    }

    private func isPrinted(_ cell: CellReference, _ sheet: Sheet) -> Bool {
        // A comment or a formula is more than what is shown.
        guard let content = sheet[cell], content.formula == nil, sheet.comments[cell] == nil else { return false }
        return Self.print(content.shown, cell.column).map(prints.contains) ?? false
    }
}
