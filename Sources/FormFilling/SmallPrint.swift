import Foundation
import Spreadsheet

/// How small the letters of a sheet are on paper.
enum SmallPrint {
    /// The size that most characters of a sheet have, in points.
    static func common(_ workbook: Workbook, sheet index: Int) -> Double {
        var counts: [Double: Int] = [:]
        for box in SheetBoxes(sheet: workbook.sheets[index], styles: workbook.styles).all() {
            counts[box.font.size, default: 0] += box.cell.shown.count
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? CellFont().size
    }

    /// What to say when letters are smaller than 8 points on paper, or nil.
    static func note(_ workbook: Workbook, sheet index: Int) -> String? {
        let sheet = workbook.sheets[index]
        let boxes = SheetBoxes(sheet: sheet, styles: workbook.styles)
        let scale = boxes.room.scale()
        guard let smallest = boxes.all().min(by: { $0.font.size < $1.font.size }) else { return nil }
        let size = smallest.font.size * scale
        guard size < PageRoom.smallestOnPaper - 0.05 else { return nil }
        let percent = Int((scale * 100).rounded(.down))
        return "打印时缩到 \(percent)%，最小的字只有 \(tenths(size)) 磅（\(sheet.name) \(smallest.range.first)），不到 8 磅；"
            + "想要大一点，请用横向、更大的纸或调整列宽。"
    }

    private static func tenths(_ size: Double) -> String {
        let tenths = Int((size * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
