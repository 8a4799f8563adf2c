import Assessment
import FormTemplates
import Spreadsheet

/// Titles that stand alone in a row between the tables of a sheet.
enum FormTitles {
    /// Whether a row holds the title of a form and nothing else: 项目支出绩效自评表. One that goes on (续表) begins none.
    static func isTitle(_ look: SheetLook, _ row: Int) -> Bool {
        alone(look, row).map { look.words.labels.isTitle($0.name) } ?? false
    }

    /// Whether a row holds what a table is called and nothing else: 指标评分表, 表2.
    static func isTableTitle(_ look: SheetLook, _ row: Int) -> Bool {
        guard let name = alone(look, row)?.name, (2...30).contains(name.count) else { return false }
        return name.hasSuffix("表") || name.hasPrefix("表") || name.hasPrefix("附表")
    }

    /// Whether a row holds nothing but a title that says that the form above goes on.
    static func goesOn(_ look: SheetLook, _ row: Int) -> Bool {
        let texts = look.view.texts(in: row)
        return texts.count == 1 && texts[0].text.contains("续") && texts[0].text.contains("表")
    }

    private static func alone(_ look: SheetLook, _ row: Int) -> Label? {
        let texts = look.view.texts(in: row)
        guard texts.count == 1, !texts[0].text.contains("续") else { return nil }
        return texts[0].label
    }
}
