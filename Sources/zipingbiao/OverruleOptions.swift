import ArgumentParser
import FormJobs
import FormRecognition

/// `--column`, `--cell`, `--ignore`: what the person says a place is.
struct OverruleOptions: ParsableArguments {
    @Option(name: .customLong("column"), parsing: .unconditionalSingleValue) var columns: [String] = []
    @Option(name: .customLong("cell"), parsing: .unconditionalSingleValue) var cells: [String] = []
    @Option(name: .customLong("ignore"), parsing: .unconditionalSingleValue) var ignored: [String] = []

    /// The options for a command's own; the value of each may be anything.
    static let spec: [String: [String]] = ["--column": [], "--cell": [], "--ignore": []]

    /// Adds what was said to what recognition is told.
    func apply(to options: inout RecognitionOptions) throws {
        try SaidOverrules(columns: columns, cells: cells, ignored: ignored).apply(to: &options)
    }
}
