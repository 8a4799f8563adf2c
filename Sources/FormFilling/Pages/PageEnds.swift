import Spreadsheet

/// How good the places of a form are for the end of a page: between groups, else between rows; never under a heading or before the signatures.
struct PageEnds {
    /// Longest text of a label that is drawn again on the next page.
    private static let longestLabel = 30

    let sheet: Sheet
    /// Rows of headings: what they head stands below them on the same page.
    let headings: Set<Int>
    /// The signatures and notes at the end, which stay with two rows of what they sign.
    let signed: ClosedRange<Int>?
    /// Cells with a person's text: what is merged there is not cut in two.
    let values: Set<CellReference>
    private let crossing: [Int: [CellRange]]
    /// Points that the letters of each label need, and points from the top of the sheet to each row: asked for at every row that a label reaches over.
    private let needed: [CellReference: Double]
    private let tops: [Double]

    init(
        sheet: Sheet, styles: [CellStyle], headings: Set<Int>, signed: ClosedRange<Int>?, values: Set<CellReference>
    ) {
        self.sheet = sheet
        let boxes = SheetBoxes(sheet: sheet, styles: styles)
        self.headings = headings
        self.signed = signed
        self.values = values
        var crossing: [Int: [CellRange]] = [:]
        var needed: [CellReference: Double] = [:]
        var last = sheet.usedRange?.last.row ?? 0
        for merge in sheet.merges where merge.rows.count > 1 && merge.rows.count < 10_000 {
            for row in merge.rows.dropFirst() { crossing[row, default: []].append(merge) }
            needed[merge.first] = boxes.box(merge.first)?.leastHeight
            last = max(last, merge.last.row)
        }
        self.crossing = crossing
        self.needed = needed
        var tops = [0.0]
        for row in 0...last { tops.append(tops[row] + boxes.room.height(ofRow: row)) }
        self.tops = tops
    }

    /// Merged cells that a page's end before a row cuts.
    func merges(over row: Int) -> [CellRange] { crossing[row] ?? [] }

    /// What it costs to end a page before a row.
    func cost(_ row: Int) -> Int {
        if row == 0 || headings.contains(row - 1) || signed.map({ row > $0.lowerBound - 2 }) ?? false {
            return PagePartition.forbidden
        }
        let cut = merges(over: row)
        guard cut.allSatisfy(isLabel) else { return PagePartition.forbidden / 2 }
        // The label of the whole block is cut before that of a group in it.
        let levels = cut.count * (cut.count + 1) / 2
        return levels + cut.count { !hasRoom($0, endingBefore: row) } * 3
    }

    /// Whether merged cells hold a label, which is drawn on both pages.
    func isLabel(_ merge: CellRange) -> Bool {
        guard !values.contains(merge.first) else { return false }
        return (sheet[merge.first]?.shown.count ?? 0) <= Self.longestLabel
    }

    /// Whether a label has room on both pages.
    private func hasRoom(_ merge: CellRange, endingBefore row: Int) -> Bool {
        guard let needed = needed[merge.first] else { return true }
        return min(tops[row] - tops[merge.first.row], tops[merge.last.row + 1] - tops[row]) >= needed
    }
}
