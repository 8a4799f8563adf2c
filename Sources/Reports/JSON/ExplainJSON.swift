import Assessment
import Spreadsheet

/// An explanation for a script. Decimals are texts. The keys are described in Documentation/JSON.md.
public enum ExplainJSON {
    /// Version of the schema; grows when a key changes its meaning or goes.
    public static let schemaVersion = 2

    private struct Root: Encodable {
        var schemaVersion = ExplainJSON.schemaVersion
        var file: String
        var template: String
        var title: String
        var scores: [Item]
        var executionRate: Item?
        var total: Item?
        var uncappedTotal: String?
        var cap: Cap?
        var rescaling: Scaling?
        var grade: Item?
        var missing: [String]
        var unread: [Placed<AccountItems.Unread>]
        var notPlaced: [Placed<AccountItems.NotPlaced>]
        var told: [Placed<AccountItems.Told>]
        var account: [String: Int]
        var notes: [String]
        var sheet: String?
        var readings: [Reading]?
    }
    private struct Forms: Encodable {
        var schemaVersion = ExplainJSON.schemaVersion
        var forms: [Root]
    }
    private struct Reading: Encodable {
        var place: JSONPlace
        var text: String
        var reading: String?
        var certainty: String
        var evidence: [Ground]
        var rival: String?
        var rivalWeight: Int?
    }
    private struct Ground: Encodable {
        var kind: String
        var weight: Int
        var ground: String
    }
    private struct Item: Encodable {
        var name: String
        var groups: [String]
        var result: String?
        var weight: String?
        var printed: String?
        var printedAt: JSONPlace?
        var missing: String?
        var isLeftOut: Bool
        var method: String
        var methodTitle: String
        var rule: String?
        var derivation: String?
        var judgement: String?
        var formula: String?
        var exact: String?
        var rounding: String?
        var cap: String?
        var citation: String
        var inputs: [Input]
    }
    private struct Input: Encodable {
        var name: String
        var value: String
        var unit: String?
        var source: JSONPlace?
    }
    private struct Cap: Encodable {
        var executionRate: String
        var below: String
        var atMost: String
        var words: String
    }
    private struct Scaling: Encodable {
        var leftOut: [String]
        var counted: String
        var total: String
        var before: String
        var words: String
    }

    /// One JSON object, keys sorted, ended by a line break.
    public static func render(_ report: ExplainReport) throws -> String { try JSONReport.encoded(root(report)) }

    /// The same of several forms of one workbook.
    public static func render(_ reports: [ExplainReport]) throws -> String {
        try JSONReport.encoded(Forms(forms: reports.map(root)))
    }

    private static func root(_ report: ExplainReport) -> Root {
        let evaluation = report.evaluation
        let items = AccountItems(evaluation.account)
        let results = ScoreExplanation.results(of: evaluation)
        func result(_ kind: ScoreExplanation.Kind) -> Item? { results.first { $0.kind == kind }.map(item) }
        return
            Root(
                file: report.file, template: report.template, title: report.title,
                scores: ScoreExplanation.scores(of: evaluation).map(item), executionRate: result(.rate),
                total: result(.total), uncappedTotal: evaluation.uncappedTotal.map { "\($0)" },
                cap: evaluation.cap.map {
                    Cap(
                        executionRate: "\($0.rate)", below: "\($0.cap.below)", atMost: "\($0.cap.atMost)",
                        words: $0.words)
                },
                rescaling: evaluation.rescaling.map {
                    Scaling(
                        leftOut: $0.leftOut, counted: "\($0.counted)", total: "\($0.total)", before: "\($0.before)",
                        words: $0.words)
                },
                grade: result(.grade), missing: evaluation.totalMissing, unread: items.unread,
                notPlaced: items.notPlaced, told: items.told, account: items.account, notes: report.notes,
                sheet: report.sheet, readings: report.showsReadings ? evaluation.account.readings.map(reading) : nil)
    }

    private static func reading(_ reading: PlaceReading) -> Reading {
        Reading(
            place: JSONPlace(reading.source), text: reading.source.text,
            reading: reading.reading.isEmpty ? nil : reading.reading, certainty: reading.certainty.rawValue,
            evidence: reading.evidence.map { Ground(kind: $0.kind, weight: $0.weight, ground: $0.ground) },
            rival: reading.rival?.0, rivalWeight: reading.rival?.1)
    }

    private static func item(_ line: ScoreExplanation) -> Item {
        let trace = line.trace
        func some(_ text: String) -> String? { text.isEmpty ? nil : text }
        return Item(
            name: line.name, groups: line.groups, result: line.result, weight: line.weight.map { "\($0)" },
            printed: line.printed?.text, printedAt: line.printed.map { JSONPlace($0.source) }, missing: line.missing,
            isLeftOut: line.isLeftOut, method: trace.method, methodTitle: trace.title,
            rule: some(trace.rule), derivation: some(trace.derivation), judgement: some(trace.judgement),
            formula: some(trace.formula),
            exact: trace.exact.map { "\($0)" }, rounding: some(trace.rounding), cap: some(trace.cap),
            citation: trace.citation,
            inputs: trace.inputs.map {
                Input(name: $0.name, value: $0.value, unit: some($0.unit), source: $0.source.map { JSONPlace($0) })
            })
    }
}
