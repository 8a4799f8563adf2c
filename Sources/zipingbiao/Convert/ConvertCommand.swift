import ArgumentParser
import FormJobs
import FormRecognition
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TableConversion

/// `convert`: from one table file to another.
struct ConvertCommand: ParsableArguments, ProgramCommand {
    @Argument var input: String
    @Option(name: .shortAndLong) var output: String?
    @Option var to: String?
    @Option var sheet: String?
    @Flag var allSheets = false
    @Flag var tidy = false
    @Option var unit: String?
    @Option var toUnit: String?
    @Flag var formatted = false
    @Option var encoding: String?
    @Option var fromEncoding: String?
    @Option var toEncoding: String?
    @Option var delimiter: String?
    @Option var toDelimiter: String?
    @Flag var bom = false
    @Flag var guardFormulas = false
    @Option var lineEnd: String?
    @Flag var force = false
    @Option(name: .customLong("limit"), parsing: .unconditionalSingleValue) var limits: [String] = []
    @Option var threads: Int?
    @Flag var quiet = false

    static var spec: CommandSpec {
        CommandSpec(
            name: "convert",
            options: [
                "--output": [], "-o": [], "--to": TargetFormat.allCases.map(\.rawValue), "--sheet": [], "--unit": [],
                "--to-unit": [], "--encoding": [], "--from-encoding": [], "--to-encoding": [], "--delimiter": [],
                "--to-delimiter": [], "--line-end": ["lf", "crlf"], "--limit": [], "--threads": [],
            ],
            freeOptions: ["--delimiter", "--to-delimiter"],
            flags: ["--all-sheets", "--tidy", "--formatted", "--bom", "--guard-formulas", "--force", "--quiet"],
            file: "要转换",
            help: Help.convert, parse: { try ConvertCommand.parse($0) }, message: { ConvertCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        try checkTogether()
        try refuseOtherEndings()
        let progress = Progress(isQuiet: quiet)
        let job = try ConvertJob(try request(progress))
        let place = OutputPlace(
            input: input, output: output, to: to.flatMap { TargetFormat(rawValue: $0) },
            becomesWorkbook: job.isText && textOptions.isEmpty)
        if place.format == .xlsx, let option = textOptions.first {
            throw Usage.error("\(option) 只对写出的 .csv、.tsv 有意义，写成 .xlsx 时不要写它", help: "convert")
        }
        var names = place.names()
        let outcome = try job.run(to: place.format, labels: { try Installation.templates().labels() }) { sheet in
            let path = names.path(sheet: sheet)
            if path == "-" { return (try SpooledOutput(), ConvertOutcome.standardOutput) }
            try Input.protect(InputFile(argument: input), from: path)
            return (try OutputFile(path: path, replacing: force), path)
        }
        progress.finish()
        if !quiet { Screen.note(outcome.notes) }
        try Screen.show(outcome, quiet: quiet)
        return 0
    }

    private func request(_ progress: Progress) throws -> ConvertRequest {
        var request = ConvertRequest(input: InputFile(argument: input))
        request.limits = try LimitOption.limits(limits)
        request.delimiter = try delimiter.map { try DelimiterOption.character($0) }
        request.encoding = encoding
        request.fromEncoding = fromEncoding
        request.sheets = allSheets ? .all : sheet.map { ConversionRequest.Sheets.one($0) } ?? .first
        request.showsFormats = formatted
        request.threads = try threadCount()
        request.text.encoding = toEncoding
        request.text.delimiter = try toDelimiter.map { try DelimiterOption.written($0) }
        request.text.hasMark = bom
        request.text.guardsFormulas = guardFormulas
        request.text.usesCRLF = lineEnd.map { $0 == "crlf" }
        request.progress = progress.update
        if tidy {
            var tidy = TidyOptions()
            tidy.fromUnit = unit
            tidy.toUnit = toUnit
            request.tidy = tidy
        }
        return request
    }

    /// What is said of the text to be written: it has no meaning for a workbook.
    private var textOptions: [String] {
        var said: [String] = []
        if toEncoding != nil { said.append("--to-encoding") }
        if bom { said.append("--bom") }
        if guardFormulas { said.append("--guard-formulas") }
        if lineEnd != nil { said.append("--line-end") }
        if toDelimiter != nil { said.append("--to-delimiter") }
        return said
    }

    private func checkTogether() throws {
        func refuse(_ isWrong: Bool, _ message: String) throws {
            if isWrong { throw Usage.error(message, help: "convert") }
        }
        try refuse(allSheets && sheet != nil, "--all-sheets 和 --sheet 只能写一个")
        try refuse(allSheets && output == "-", "--all-sheets 会写出几个文件，不能写到标准输出")
        try refuse(toUnit != nil && !tidy, "--to-unit 要和 --tidy 一起用")
        try refuse(unit != nil && !tidy, "--unit 要和 --tidy 一起用")
        try refuse(formatted && tidy, "--formatted 和 --tidy 只能写一个：整理成的表里数字、日期是统一写法")
        for name in [encoding, fromEncoding, toEncoding] { if let name { _ = try TextFile.encodingName(name) } }
        try refuse(encoding != nil && fromEncoding != nil, "--encoding 和 --from-encoding 说的是同一件事，只写一个")
    }

    /// A folder is written into; a file of a kind that is not written would be taken for one.
    private func refuseOtherEndings() throws {
        guard to == nil, let output, let point = output.lastIndex(of: ".") else { return }
        let ending = output[output.index(after: point)...].lowercased()
        let others = ["xls", "et", "xlsm", "xlsb", "ods", "html", "htm", "xml", "json", "pdf", "doc", "docx", "dbf"]
        guard others.contains(ending), !FileManager.default.fileExists(atPath: output) else { return }
        throw Usage.error("写不了 .\(ending) 文件，只能写 .csv、.tsv 或 .xlsx", help: "convert")
    }

    private func threadCount() throws -> Int {
        guard let threads else { return min(8, ProcessInfo.processInfo.activeProcessorCount) }
        guard (1...64).contains(threads) else { throw Usage.error("--threads 要写 1 到 64 的整数", help: "convert") }
        return threads
    }
}
