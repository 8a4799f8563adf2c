import Assessment
import FormRecognition
import Foundation
import Spreadsheet
import Testing

/// Nothing is passed over in silence: whatever word of a form is one that nobody knows, what comes out is right, or it is named and nothing is
/// promised.
@Suite struct HonestyTests {
    /// What of a variant is neither right nor told; nil when it is one of both.
    static func fault(_ variant: FormVariant, of form: ReadForm) -> String? {
        let read: ReadForm
        do {
            guard
                let found = try ReadForm(variant.workbook, sheet: form.form.submission.source.sheet)
                    ?? ReadForm(variant.workbook, sheet: nil)
            else { return "\(variant)：没有读" }
            read = found
        } catch {
            // Refused in words, with the exit status of what can't be read.
            return "\(variant)：读不出 \("\(error)".prefix(80))"
        }
        let (before, after) = (form.values, read.values)
        let isRight = before.allSatisfy { after[$0.key] == $0.value } && after.allSatisfy { before[$0.key] == $0.value }
        let isNamed = read.names(variant.cell, row: variant.isAddition)
        // Of another paper nothing is promised: its verdict says that it is no self-assessment.
        let isTold = isNamed && ([3, 5].contains(read.status) || read.form.submission.paper != .selfAssessment)
        if isTold { return nil }
        // A row that was put into the table is one of its indicators.
        if variant.isAddition, read.form.submission.indicators.contains(where: { FormVariant.words.contains($0.name) })
        {
            return nil
        }
        // What was put in is nobody's when it is not named, whatever the rest says.
        if isRight, isNamed || !variant.isAddition { return nil }
        let lost = before.filter { after[$0.key] != $0.value }.keys.sorted().prefix(3).joined(separator: "、")
        return "\(variant)：退出码 \(read.status)，\(isNamed ? "说了" : "没有说")；不同：\(lost)"
    }

    @Test(arguments: ReadForm.filled)
    func anyWordOfAFilledForm(form: ReadForm) { Self.record(form) }

    @Test(.enabled(if: Repository.cases != nil, "needs ../shared/cases"), arguments: ReadForm.published)
    func anyWordOfAPublishedForm(form: ReadForm) { Self.record(form) }

    /// Any one heading replaced, any one label replaced, anything put in.
    private static func record(_ form: ReadForm) {
        var variants = FormVariant.headings(form).flatMap { cell in
            FormVariant.words.map { FormVariant.replacing(cell, in: form.workbook, sheet: form.sheet, by: $0) }
        }
        variants += FormVariant.labels(form).map {
            FormVariant.replacing($0, in: form.workbook, sheet: form.sheet, by: FormVariant.words[0])
        }
        variants += FormVariant.additions(form)
        #expect(variants.count > 20, "\(form)")
        for variant in variants {
            if let fault = fault(variant, of: form) { Issue.record("\(fault)") }
        }
    }
}
