import FormJobs
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

@testable import FormFilling

/// Filled forms printed: on the pages that were planned, full but for the last, with no heading alone at a foot.
@Suite(.serialized, .enabled(if: LibreOffice.isInstalled, "needs libreoffice-calc and poppler-utils"))
struct PagePrintTests {
    /// A form to fill: one of the templates with its example, or a bureau's blank with its input; and the most pages that it may take.
    struct Form: Sendable, CustomTestStringConvertible {
        let name: String
        let most: Int
        var testDescription: String { name }

        var isTemplate: Bool { FilledFormTests.ids.contains(name) }

        func filled() throws -> Workbook {
            let library = try JobLibrary.load(
                TemplateSet(shipped: Repository.templates, own: nil), needed: isTemplate ? name : nil, loadsAll: false)
            var request: FillRequest
            if isTemplate {
                let folder = Repository.root + "/Templates/\(name)/example/"
                request = FillRequest(table: InputFile(argument: folder + "指标表.xlsx"))
                let budget = folder + "预算执行导出.csv"
                if FileManager.default.fileExists(atPath: budget) { request.budget = InputFile(argument: budget) }
                request.template = name
            } else {
                request = FillRequest(table: InputFile(argument: Blanks.inputPath(name)))
                request.form = InputFile(argument: Blanks.blankPath(name))
            }
            return try FillJob.run(request, library: library).form.workbook
        }
    }

    static let forms =
        [
            Form(name: "national-project", most: 2), Form(name: "guangzhou-department", most: 2),
            Form(name: "sichuan-project", most: 1), Form(name: "hunan-department", most: 1),
        ] + Blanks.names.map { Form(name: $0, most: 3) }

    @Test(arguments: forms)
    func pagesAreAsPlanned(form: Form) throws {
        let office = try LibreOffice()
        defer { office.remove() }
        var book = try form.filled()
        // The form alone is judged.
        let index = book.sheets.firstIndex { !$0.page.rowBreaks.isEmpty || $0.page.fit != nil } ?? 0
        book.sheets = [book.sheets[index]]
        let sheet = book.sheets[0]
        let path = office.folder + "/表.xlsx"
        try WorkbookWriter.write(book, to: path)
        let printed = try PrintedPages(pdf: office.convert(path, to: "pdf"))

        let breaks = sheet.page.rowBreaks
        #expect(printed.pages.count == breaks.count + 1 && printed.pages.count <= form.most)
        // Each row stands on its page: asked of a text that stands there alone, on one line.
        let boxes = SheetBoxes(sheet: sheet, styles: book.styles)
        let whole = boxes.all().filter {
            $0.isText && $0.range.rows.count == 1 && $0.cell.shown.count >= 5 && !$0.cell.shown.contains(" ")
                && $0.lineWidth < $0.room
        }
        var asked = 0
        for (row, boxes) in Dictionary(grouping: whole, by: \.range.first.row) {
            guard let text = boxes.max(by: { $0.cell.shown.count < $1.cell.shown.count })?.cell.shown,
                sheet.cells.values.count(where: { $0.shown.contains(text.prefix(5)) }) == 1
            else { continue }
            asked += 1
            #expect(printed.pages(with: text).contains(breaks.count { $0 <= row }), "\(row + 1) \(text)")
        }
        #expect(asked >= 3)
        // All pages but the last are full; the last is not nearly empty; no heading ends a page.
        let room = PageRoom(sheet: sheet, styles: book.styles)
        let capacity = room.capacities.min() ?? 0
        let last = sheet.usedRange?.last.row ?? 0
        // Where the bureau ends a page itself it stays as it is.
        let own = form.isTemplate ? [] : Set(try Blanks.blank(form.name).sheets.flatMap(\.page.rowBreaks))
        for (start, end) in zip([0] + breaks, breaks + [last + 1]) {
            let isRepeated = start > sheet.page.titleRows?.upperBound ?? Int.max
            if own.contains(end) { continue }
            let share = (room.height(of: start...(end - 1)) + (isRepeated ? room.repeated : 0)) / capacity
            #expect(
                share <= 1 && (end > last ? start == 0 || share >= 0.2 : share >= 0.83), "\(start + 1)–\(end): \(share)"
            )
            if end <= last { #expect(end - 1 != sheet.page.titleRows?.upperBound) }
        }
    }
}
