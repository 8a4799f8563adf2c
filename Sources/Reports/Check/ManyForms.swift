import Spreadsheet

/// The report on several forms, of one file or of many. It is made form by form: of each only what is said of it is kept.
public struct ManyForms {
    /// What is kept of a form.
    public struct Piece: Sendable {
        /// For the totals.
        public var summary: CheckSummary
        /// What is written of it.
        public var text: String
    }

    private let format: OutputFormat
    private let isQuiet: Bool
    private let write: (String) throws -> Void
    private var totals = CheckTotals()
    private var summaries: [CheckSummary] = []
    private var sections: [String] = []
    private var isFirst = true

    /// A report that begins.
    ///
    /// - Parameters:
    ///   - quiet: Of a text only the verdict is wanted.
    ///   - notes: What is to be said once for all forms.
    ///   - write: Takes the report piece by piece.
    public init(format: OutputFormat, quiet: Bool, notes: [String] = [], write: @escaping (String) throws -> Void)
        throws
    {
        self.format = format
        isQuiet = quiet
        self.write = write
        totals.notes = notes
        if format == .json { try write(ManyFilesJSON.start) }
    }

    /// What is kept of the forms of a file. Several threads may do it at once.
    ///
    /// - Parameters:
    ///   - number: Number of the file from 0.
    ///   - strict: Whether missing explanations show in the exit status.
    public static func pieces(
        _ forms: [CheckedForm], file number: Int, format: OutputFormat, strict: Bool
    ) -> [Piece] {
        forms.enumerated().map { place, form in
            piece(
                form, anchor: "f\(number + 1)" + (place == 0 ? "" : "-\(place + 1)"), format: format, strict: strict)
        }
    }

    private static func piece(_ form: CheckedForm, anchor: String, format: OutputFormat, strict: Bool) -> Piece {
        switch form.result {
        case .success(let report):
            var summary = CheckSummary(report, strict: strict)
            summary.anchor = anchor
            do {
                let text =
                    switch format {
                    case .text: ManyFilesText.line(summary) + ManyFilesText.unread(report.evaluation.account)
                    case .json: try JSONReport.render(report)
                    case .html: HTMLReport.section(report, id: anchor)
                    }
                return Piece(summary: summary, text: text)
            } catch {
                var failed = form
                failed.result = .failure(ToolError(caught: error))
                return piece(failed, anchor: anchor, format: format, strict: strict)
            }
        case .failure(let error):
            var summary = CheckSummary(path: form.name, error: error)
            summary.anchor = anchor
            let text =
                switch format {
                case .text: ManyFilesText.line(summary)
                case .json: (try? JSONReport.render(error, path: form.path, sheet: form.sheet)) ?? "null"
                case .html: HTMLReport.section(error, path: form.name, id: anchor)
                }
            return Piece(summary: summary, text: text)
        }
    }

    /// Adds the forms of a file.
    public mutating func add(_ pieces: [Piece]) throws {
        for piece in pieces {
            totals.add(piece.summary)
            switch format {
            case .text: if !isQuiet { try write(piece.text) }
            case .json: try write(ManyFilesJSON.item(piece.text, isFirst: isFirst))
            case .html:
                summaries.append(piece.summary)
                sections.append(piece.text)
            }
            isFirst = false
        }
    }

    /// Ends the report; gives what all forms make together.
    public func finish() throws -> CheckTotals {
        switch format {
        case .text: try write(isQuiet ? totals.verdict + "\n" : ManyFilesText.totals(totals))
        case .json: try write(try ManyFilesJSON.end(totals))
        case .html: try write(HTMLReport.render(summaries, sections: sections, totals: totals))
        }
        return totals
    }
}
