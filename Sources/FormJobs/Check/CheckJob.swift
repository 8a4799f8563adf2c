import Assessment
import FormRecognition
import Reports
import Spreadsheet
import SpreadsheetReading

/// `check`: what is wrong in forms that are filled. Several threads may use one at once.
public struct CheckJob: Sendable {
    private let request: CheckRequest
    private let library: JobLibrary
    /// Indicators of the goal declaration, or nil.
    private let declared: [Indicator]?

    /// Reads what belongs to all files: the goal declaration.
    ///
    /// - Throws: `ToolError`: 65 for a declaration that can't be used, 66 for one that is not there.
    public init(_ request: CheckRequest, library: JobLibrary) throws {
        self.request = request
        self.library = library
        declared = try request.declaration.map { file in
            try FormReader.read(
                file.workbook(encoding: request.encoding), library: library.forms, template: request.template
            ).submission.indicators
        }
    }

    /// Reads, recognises and evaluates the forms of a file; writes nothing.
    ///
    /// - Throws: `ToolError`: 64 when the sheet or template must be told, 65 when nothing can be read, 66 when there is no such file. Of
    ///   several forms one that can't be read stops no other.
    public func run(_ file: InputFile) throws -> CheckOutcome {
        let brought = try file.workbook(encoding: request.encoding)
        // What a marked copy has more than the person's own sheets is not looked at.
        let workbook = OwnSheets.of(brought)
        let read = try FormReader.forms(
            in: workbook, library: library.forms, template: request.template, options: request.options)
        guard declared == nil || read.count == 1 else {
            throw ToolError.usage(
                "--declaration 要和一张表一起用，\(file.name) 里有 \(read.count) 张；请用 --sheet 指明一张", help: "check")
        }
        let forms = read.map { form in
            CheckedForm(
                path: file.name, sheet: form.sheet, result: form.result.map { report($0, file.name, form.sheet) })
        }
        return CheckOutcome(file: file, forms: forms, workbook: brought)
    }

    /// Checks many files on several threads; what each gives is handed on in their order. A file that can't be read stops no other: it
    /// counts as one form.
    ///
    /// - Parameters:
    ///   - threads: How many files may be worked on at once.
    ///   - finish: What else is done with a file, such as writing its marked copy; called on several threads.
    ///   - render: What is kept of the forms of a file, which has this index; called on several threads.
    ///   - consume: Takes what was kept of each file, in their order, by one thread at a time. When it throws, no more is begun.
    /// - Throws: What `consume` throws.
    public func run<Output: Sendable>(
        _ files: [InputFile], threads: Int, finish: @escaping @Sendable (CheckOutcome) throws -> CheckOutcome = { $0 },
        render: @escaping @Sendable (Int, [CheckedForm]) -> Output, consume: (Output) throws -> Void
    ) throws {
        try OrderedPieces.run(count: files.count, threads: threads) { index -> Output in
            let forms: [CheckedForm]
            do { forms = try finish(run(files[index])).forms } catch {
                forms = [CheckedForm(path: files[index].name, result: .failure(ToolError(caught: error)))]
            }
            return render(index, forms)
        } consume: { (_, output: Output) in
            try consume(output)
        }
    }

    private func report(_ form: RecognizedForm, _ path: String, _ sheet: String?) -> CheckReport {
        var form = form
        if let declared { form.submission.declared = declared }
        let evaluation = Evaluator.evaluate(
            form.submission, standard: form.template.standard, account: form.account)
        var report = CheckReport(form, evaluation: evaluation, path: path, sheet: sheet)
        report.notes = library.notes + report.notes
        return report
    }
}
