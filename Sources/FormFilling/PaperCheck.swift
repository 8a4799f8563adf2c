import Assessment
import Spreadsheet

/// Finds what of a workbook would be cut off on paper.
public enum PaperCheck {
    /// The texts and figures of a sheet that would be cut, in reading order.
    ///
    /// - Parameter file: name of the file that the sheet is written to, for messages.
    public static func cut(in workbook: Workbook, sheet index: Int = 0, file: String? = nil) -> [CutText] {
        guard workbook.sheets.indices.contains(index) else { return [] }
        let sheet = workbook.sheets[index]
        let boxes = SheetBoxes(sheet: sheet, styles: workbook.styles)
        return boxes.all().compactMap { box in
            guard let cause = cause(box, boxes.room) else { return nil }
            let source = Source(
                file: file ?? workbook.fileName, sheet: sheet.name, cell: box.range.first, text: box.cell.shown)
            return CutText(source: source, cause: cause)
        }
    }

    /// What to say of letters that are small on paper, or nil.
    public static func smallPrint(in workbook: Workbook, sheet index: Int = 0) -> String? {
        workbook.sheets.indices.contains(index) ? SmallPrint.note(workbook, sheet: index) : nil
    }

    private static func cause(_ box: CellBox, _ room: PageRoom) -> CutText.Cause? {
        if box.isCertainlyTooWide { return box.isText ? .tooWide : .numberTooWide }
        let height = box.leastHeight
        if height > room.height(of: box.range.rows) + 0.5 { return .tooTall }
        if let page = room.capacities.min(), height > page - room.repeated { return .tallerThanPage }
        return nil
    }
}
