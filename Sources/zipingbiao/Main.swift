import ArgumentParser
import Foundation
import Reports
import Spreadsheet
import SpreadsheetWriting

/// The command line: parse, call, render, exit code.
@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(run(arguments))
    }

    private static func run(_ arguments: [String]) -> Int32 {
        let asJSON =
            arguments.contains("--format=json")
            || zip(arguments, arguments.dropFirst()).contains { $0 == "--format" && $1 == "json" }
        Interruption.install()
        LibraryMessages.silence()
        do {
            if let answer = Help.answer(arguments) {
                try StandardOutput.write(answer)
                return 0
            }
            let command = try Usage.parse(arguments)
            return try command.run()
        } catch {
            let error = ToolError(caught: error)
            // Whoever read the result has gone away: there is nobody to tell.
            if error.code == .cannotWriteClosedPipe { return error.code.exitStatus }
            report(error, asJSON: asJSON)
            return error.code.exitStatus
        }
    }

    private static func report(_ error: ToolError, asJSON: Bool) {
        let report = FailureReport(error)
        if asJSON { try? Screen.show(report, as: .json) }
        FileHandle.standardError.write(Data(report.text.utf8))
    }
}
