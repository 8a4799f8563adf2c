import Assessment
import FormRecognition
import Foundation
import Spreadsheet

/// What came of checking a generated form, held against what is right.
struct GrammarVerdict: Sendable {
    /// Why forms were not read, or not named as what they are.
    var refused: [String] = []
    /// 必须改正 that nothing in the form gives cause for.
    var falseMusts: [(rule: String, text: String)] = []
    /// Figures that were read as something else, or passed over, without a word.
    var misread: [(kind: String, text: String)] = []
    var planted: [String] = []
    var missed: [(rule: String, text: String)] = []
    /// Figures of the forms, and those among them that were named as not understood.
    var figures = 0
    var named = 0
    /// What the person is asked about before anything is promised: texts and figures that were not understood.
    var asked: [String] = []
    /// Templates that the forms were taken for.
    var templates: [String] = []

    var isRight: Bool { refused.isEmpty && falseMusts.isEmpty && misread.isEmpty && missed.isEmpty }

    /// The first thing that is wrong, in words.
    var first: String {
        refused.first.map { "没有读：\($0)" } ?? misread.first.map { "读错：\($0.text)" }
            ?? falseMusts.first.map { "误报：\($0.text)" } ?? missed.first.map { "漏报：\($0.text)" } ?? ""
    }

    init(_ form: GrammarForm) {
        let forms: [FormReader.Form]
        do {
            forms = try FormReader.forms(in: form.workbook, library: Repository.library)
        } catch {
            if !form.kind.isAssessment, Self.names(form.kind, "\(error)") { return }
            refused.append("\(error)")
            planted = form.pages.flatMap(\.faults).map(\.rule)
            missed = planted.map { ($0, "没有读") }
            return
        }
        var read: [String: RecognizedForm] = [:]
        var errors: [String: String] = [:]
        for one in forms {
            switch one.result {
            case .success(let form): read[form.submission.source.sheet ?? one.sheet ?? ""] = form
            case .failure(let error): errors[one.sheet ?? ""] = "\(error)"
            }
        }
        for page in form.pages { judge(page, form, read[page.grid.sheet.name], errors[page.grid.sheet.name]) }
    }

    private mutating func judge(
        _ page: GrammarForm.Page, _ form: GrammarForm, _ read: RecognizedForm?, _ error: String?
    ) {
        planted += page.faults.map(\.rule)
        guard let read else {
            if !form.kind.isAssessment, Self.names(form.kind, error ?? "") { return }
            refused.append("〔\(page.grid.sheet.name)〕\(error ?? "没有这张表")")
            missed += page.faults.map { ($0.rule, "没有读") }
            return
        }
        templates.append(read.match.id)
        let evaluation = Evaluator.evaluate(
            read.submission, standard: read.template.standard, account: read.account)
        hold(evaluation, against: page)
        asked += evaluation.account.unread.filter(\.isBlocking).map { "\($0.kind.title) \($0.source.text.prefix(24))" }
        guard form.kind.isAssessment else {
            let words = [read.match.title] + read.match.evidence + read.submission.notes + [evaluation.whyNoForm ?? ""]
            if !words.contains(where: { Self.names(form.kind, $0) }) { refused.append("没有说这是\(form.kind.rawValue)表") }
            return
        }
        let reading = GrammarReading(evaluation)
        for figure in page.grid.figures {
            figures += 1
            guard let fault = reading.fault(figure, form) else { continue }
            if reading.names(figure.cell, on: page.grid.sheet.name) {
                named += 1
            } else {
                misread.append((figure.place.kind, "\(figure.cell) \(figure.place)“\(figure.text)”：\(fault)"))
            }
        }
    }

    /// Whether a text says that a form is a goal declaration, or a monitoring form.
    private static func names(_ kind: GrammarChoice.Kind, _ text: String) -> Bool {
        (kind == .declaration ? ["申报", "目标表"] : ["监控"]).contains { text.contains($0) }
    }

    // MARK: Findings

    private mutating func hold(_ evaluation: Evaluation, against page: GrammarForm.Page) {
        let sheet = page.grid.sheet.name
        func cells(_ fault: GrammarFault) -> [CellReference] { fault.places.compactMap { page.grid.cells[$0] } }
        func isAt(_ source: Source, _ fault: GrammarFault) -> Bool {
            fault.places.isEmpty || source.cell.map { cells(fault).contains($0) } ?? false
        }
        func isInRow(_ source: Source, _ fault: GrammarFault) -> Bool {
            cells(fault).contains { $0.row == source.cell?.row }
        }
        let found = evaluation.findings.filter { $0.level == .must }
        let all = found.map { ($0.rule, $0.source) } + evaluation.followOns.map { ($0.rule, $0.source) }
        for fault in page.faults where !all.contains(where: { $0.0 == fault.rule && isAt($0.1, fault) }) {
            let places = fault.places.prefix(1).map { "\($0) \(page.grid.cells[$0]?.description ?? "")" }.joined()
            let why = evaluation.notRun.first { $0.rule == fault.rule }.map { "未执行：\($0.why)" } ?? "没有报"
            missed.append((fault.rule, "〔\(sheet)〕\(fault.rule) \(places) \(why)"))
        }
        for finding in found {
            let isExplained = page.faults.contains { fault in
                finding.rule == fault.rule && isAt(finding.source, fault)
                    || fault.mayAlso.contains(finding.rule) && isInRow(finding.source, fault)
                    || fault.mayFollow.contains(finding.rule)
            }
            if !isExplained {
                falseMusts.append(
                    (
                        finding.rule,
                        "〔\(sheet)〕\(finding.rule) \(finding.source.cell?.description ?? "") \(finding.message)"
                    ))
            }
        }
    }
}
