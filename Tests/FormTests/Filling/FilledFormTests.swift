import Assessment
import FormFilling
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

/// Forms filled from submissions that are made here, on the blanks that ship.
@Suite(.serialized) struct FilledFormTests {
    static let ids = ["guangzhou-department", "hunan-department", "national-project", "sichuan-project"]

    private func fill(_ id: String, _ submission: Submission) throws -> (form: Workbook, evaluation: Evaluation) {
        let template = try Repository.templates.template(id)
        let blank = try WorkbookReader.read(path: template.formPath)
        let evaluation = Evaluator.evaluate(submission, standard: template.standard)
        let form = try FormFiller.fill(
            blank: blank, template: template, evaluation: evaluation, labels: Repository.templates.labels()
        ).workbook
        return (form, evaluation)
    }

    @Test(arguments: ids)
    func everyTextOfThePersonStandsInTheForm(id: String) throws {
        let template = try Repository.templates.template(id)
        let sample = SampleSubmission.make(for: template)
        let (form, evaluation) = try fill(id, sample)
        let shown = form.sheets[0].cells.values.map(\.shown)
        let labels = try Repository.templates.labels()
        let hasReasons = shown.contains { labels.indicatorColumn($0) == .reason }
        for indicator in evaluation.indicators {
            #expect(shown.contains(indicator.name))
            // A form without a column of reasons has no place for them.
            if let reason = indicator.reason, hasReasons { #expect(shown.contains(reason.text)) }
        }
        for field in template.fields where field.label != "年度" {
            let text = try #require(sample.facts[field.label]).text
            #expect(shown.contains { $0.hasSuffix(text) }, "\(field.label) 没有写进表里")
        }
        for task in sample.tasks where shown.contains("重点工作任务") {
            for text in task.parts.values { #expect(shown.contains(text.text)) }
        }
        #expect(shown.contains("（2022年度）"))
        #expect(evaluation.findings.filter { $0.level == .must } == [])
    }

    @Test(arguments: ids)
    func equalLabelsAreMergedAndMergesNeverOverlap(id: String) throws {
        let template = try Repository.templates.template(id)
        let sample = SampleSubmission.make(for: template)
        let (form, _) = try fill(id, sample)
        let merges = form.sheets[0].merges
        for (index, merge) in merges.enumerated() {
            #expect(!merges[(index + 1)...].contains { $0.overlaps(merge) })
        }
        let label = try #require(sample.indicators.first).level1
        let count = sample.indicators.count { $0.level1 == label }
        let level1 = form.sheets[0].cells.first { $0.value.shown.hasPrefix(label) }
        #expect(merges.contains { $0.first == level1?.key && $0.rows.count >= min(count, 3) })
    }

    @Test(arguments: ids)
    func keepsTheBlanksLayout(id: String) throws {
        let template = try Repository.templates.template(id)
        let blank = try WorkbookReader.read(path: template.formPath)
        let (form, _) = try fill(id, SampleSubmission.make(for: template))
        let (before, after) = (blank.sheets[0], form.sheets[0])
        #expect(after.columns == before.columns)
        #expect(after.page.paper == 9)
        #expect(after.page.fit?.wide == 1)
        #expect(after.page.titleRows != nil)
        // Every label of the blank is still there, with the style that it had, but for its size where that saves a page, and the lines at a page's end.
        func looks(_ style: Int, _ workbook: Workbook) -> CellStyle {
            var style = workbook.styles[style]
            style.font.size = min(style.font.size, 9)
            style.border = CellBorder()
            return style
        }
        for cell in before.cells.values where !cell.shown.isEmpty {
            let key = TextNormalizer.key(cell.shown)
            guard !key.contains("年度)"), key.count > 1, Decimal(string: key) == nil else { continue }
            #expect(
                after.cells.values.contains {
                    looks($0.style, form) == looks(cell.style, blank) && TextNormalizer.key($0.shown).hasPrefix(key)
                },
                "“\(cell.shown)”不见了")
        }
    }

    @Test(.enabled(if: LibreOffice.isInstalled, "needs libreoffice-calc and poppler-utils"), arguments: ids)
    func formulasGiveTheFiguresThatWeWrote(id: String) throws {
        let office = try LibreOffice()
        defer { office.remove() }
        let template = try Repository.templates.template(id)
        let (form, evaluation) = try fill(id, SampleSubmission.make(for: template))
        // A cached value that is wrong must come back right, else nothing was recalculated and nothing is proved.
        let probe = CellReference(row: 0, column: 30)
        var probed = form
        probed.sheets[0][probe] = Cell(value: .number(1), shown: "1", formula: "1+1")
        let path = office.folder + "/form.xlsx"
        try WorkbookWriter.write(probed, to: path)
        let again = try WorkbookReader.read(path: office.convert(path, to: "xlsx")).sheets[0]
        #expect(again[probe]?.value == .number(2))
        var compared = 0
        for (place, cell) in form.sheets[0].cells where cell.formula != nil {
            compared += 1
            switch (cell.value, again[place]?.value) {
            case (.number(let ours), .number(let theirs)?):
                #expect(abs(ours - theirs) < Decimal(string: "0.0000000001") ?? 0, "\(place) \(cell.formula ?? "")")
            case (let ours, let theirs):
                #expect(ours == theirs, "\(place) \(cell.formula ?? "")")
            }
        }
        // Rates, scores, sums and the grade are all live; a form without money has no rates and sums of it.
        let others = template.budgetRows.isEmpty ? 1 : 4
        #expect(compared >= evaluation.indicators.count + others)
    }

    @Test(.enabled(if: LibreOffice.isInstalled, "needs libreoffice-calc and poppler-utils"), arguments: ids)
    func nothingIsCutOffOnPaper(id: String) throws {
        let office = try LibreOffice()
        defer { office.remove() }
        let template = try Repository.templates.template(id)
        let (form, _) = try fill(id, SampleSubmission.make(for: template, longTexts: true))
        #expect(PaperCheck.cut(in: form) == [])
        let path = office.folder + "/form.xlsx"
        try WorkbookWriter.write(PaperPrint.strict(form), to: path)
        let printed = try office.text(ofPDF: office.convert(path, to: "pdf"))
        for (place, cell) in form.sheets[0].cells where !cell.shown.isEmpty {
            // Lines of a cell may be broken by those of its neighbours in the text of the PDF: every character is
            // looked for by count below, and here by its pieces of ten.
            for piece in SampleSubmission.pieces(of: cell.shown) {
                #expect(printed.contains(piece), "\(place)：“\(piece)”没有印出来")
            }
        }
    }

    /// Rows are added one by one, so that the end of the page passes through the signatures.
    @Test(.enabled(if: LibreOffice.isInstalled, "needs libreoffice-calc and poppler-utils"))
    func signaturesStandOnOnePage() throws {
        let office = try LibreOffice()
        defer { office.remove() }
        let template = try Repository.templates.template(Self.ids[0])
        var broken = 0
        for count in 8...20 {
            var sample = SampleSubmission.make(for: template)
            while sample.indicators.count < count { sample.indicators.append(sample.indicators[0]) }
            let (form, _) = try fill(Self.ids[0], sample)
            broken += form.sheets[0].page.rowBreaks.count
            let path = office.folder + "/form\(count).xlsx"
            try WorkbookWriter.write(form, to: path)
            // One print in three: each takes seconds.
            guard count % 3 == 2 || !form.sheets[0].page.rowBreaks.isEmpty else { continue }
            let pages = try office.pages(ofPDF: office.convert(path, to: "pdf"))
            let signed = pages.filter { page in ["填报人：", "填报日期：", "（公章）"].contains { page.contains($0) } }
            #expect(signed.count == 1, "\(count) 行")
        }
        #expect(broken > 0)
    }

    @Test func sameInputSameBytes() throws {
        let template = try Repository.templates.template(Self.ids[0])
        let folder = try Repository.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["a", "b"] {
            let (form, _) = try fill(Self.ids[0], SampleSubmission.make(for: template))
            try WorkbookWriter.write(form, to: "\(folder)/\(name).xlsx")
        }
        #expect(
            FileManager.default.contents(atPath: folder + "/a.xlsx")
                == FileManager.default.contents(atPath: folder + "/b.xlsx"))
    }
}
