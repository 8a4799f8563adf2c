import Assessment
import FormTemplates
import Spreadsheet

/// Tells what a paper is: by the words of its title and of its columns together with what the table has and has not.
enum PaperFinder {
    static func kind(of table: IndicatorBlock, in look: SheetLook) -> PaperKind {
        let words = look.words.labels.papers
        let titles = titles(above: table.table.headingRows.lowerBound, look.view)
        let headings = headings(look.view, table)
        let isScored = table.parts.contains { $0.table.column(.score) != nil }
        let isReached = table.parts.contains { $0.table.column(.actual) != nil || $0.table.column(.reason) != nil }
        for kind in words.kinds {
            let isTitled = titles.contains(where: kind.isTitle)
            let isHeaded = headings.contains(where: kind.isHeading)
            switch kind.kind {
            case .selfAssessment: continue
            // Goals alone: nothing was reached or scored.
            case .goalDeclaration: if isTitled, !isScored, !isReached { return .goalDeclaration }
            case .monitoring: if !isScored, isTitled || isHeaded { return .monitoring }
            case .review: if isHeaded, isTitled || headings.count(where: kind.isHeading) >= 2 { return .review }
            }
        }
        return .selfAssessment
    }

    /// Texts that a paper has above everything else: its title stands in the first rows, alone in its row.
    private static func titles(above row: Int, _ view: SheetView) -> [String] {
        let rows = view.filledRows.filter { $0 < row }.prefix(3)
        return rows.compactMap { row in
            let texts = view.texts(in: row)
            return texts.count == 1 ? TextNormalizer.key(texts[0].text) : nil
        }
    }

    /// Everything that heads something on the sheet near the table: its own columns, and money above it.
    private static func headings(_ view: SheetView, _ table: IndicatorBlock) -> [String] {
        let own = table.parts.flatMap { part in
            part.table.columns.map { TextNormalizer.key(view.text($0.headingRow, $0.column)) }
        }
        let above = view.filledRows.filter { $0 < table.table.headingRows.lowerBound }.flatMap { row in
            view.texts(in: row).count >= 3 ? view.texts(in: row).map { TextNormalizer.key($0.text) } : []
        }
        return own + above
    }
}
