import ArgumentParser
import FormRecognition
import FormTemplates
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
            flags: ["--all-sheets", "--tidy", "--formatted", "--bom", "--force", "--quiet"], file: "要转换",
            help: Help.convert, parse: { try ConvertCommand.parse($0) }, message: { ConvertCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        try checkTogether()
        try refuseOtherEndings()
        var options = ReadingOptions()
        options.limits = try LimitOption.limits(limits)
        options.delimiter = try delimiter.map { Character(UnicodeScalar(try DelimiterOption.byte($0, "--delimiter"))) }
        options.encoding = fromEncoding ?? encoding
        let source = try Input.source(input, limits: options.limits)
        let file = try open(source, options)
        let place = OutputPlace(
            input: input, output: output, to: to.flatMap { TargetFormat(rawValue: $0) },
            becomesWorkbook: isText(file) && textOptions.isEmpty)
        if place.format == .xlsx, let option = textOptions.first {
            throw Usage.error("\(option) 只对写出的 .csv、.tsv 有意义，写成 .xlsx 时不要写它", help: "convert")
        }
        var request = ConversionRequest(target: try target(place.format, file: file))
        request.sheets = allSheets ? .all : sheet.map { ConversionRequest.Sheets.one($0) } ?? .first
        request.showsFormats = formatted
        request.threads = try threadCount()
        if tidy {
            var tidy = TidyOptions()
            tidy.fromUnit = unit
            tidy.toUnit = toUnit
            request.tidy = tidy
            request.labels = try Installation.templates().labels()
        } else if place.format == .xlsx {
            // Only for the heading that is kept in view: without it, it is the first row.
            request.labels = try? Installation.templates().labels()
        }
        let progress = Progress(isQuiet: quiet)
        request.progress = progress.update
        var names = place.names()
        let results = try TableConverter(file, request).run { sheet in
            let path = names.path(sheet: sheet)
            if path == "-" { return (try SpooledOutput(), "标准输出") }
            try Input.protect(input, from: path)
            return (try OutputFile(path: path, replacing: force), path)
        }
        progress.finish()
        report(results)
        return 0
    }

    private func report(_ results: [ConvertedSheet]) {
        for result in results {
            if !quiet {
                for note in result.notes { FileHandle.standardError.write(Data("提示：\(note)\n".utf8)) }
            }
            if result.name != "标准输出", !quiet { print("已写出：\(result.name)（\(result.rows) 行）") }
        }
    }

    /// What is said of the text to be written: it has no meaning for a workbook.
    private var textOptions: [String] {
        var said: [String] = []
        if toEncoding != nil { said.append("--to-encoding") }
        if bom { said.append("--bom") }
        if lineEnd != nil { said.append("--line-end") }
        if toDelimiter != nil { said.append("--to-delimiter") }
        return said
    }

    private func isText(_ file: TableFile) -> Bool { if case .text = file { true } else { false } }

    /// An encoding that is said of a file is meant for the file that is read; what is certain of its bytes is not overruled.
    private func open(_ source: ByteSource, _ options: ReadingOptions) throws -> TableFile {
        guard encoding != nil, fromEncoding == nil else { return try TableFile.open(source, options: options) }
        var unsaid = options
        unsaid.encoding = nil
        guard let found = try? TableFile.open(source, options: unsaid), case .text(let text) = found else {
            return try TableFile.open(source, options: options)
        }
        let said = try TextFile.encodingName(encoding ?? "")
        // UTF-16 is either order of bytes.
        let isSame = said == text.encodingName || said == "UTF-16" && text.encodingName.hasPrefix(said)
        if text.isCertainOfEncoding, !isSame {
            throw ToolError(
                code: .usage, message: "\(text.name) 是 \(text.encodingTitle) 编码，不是 \(said)",
                advice: "--encoding 说的是读入文件的编码。要写成这种编码，请用 --to-encoding \(encoding ?? "")；一定要按它读，请用 --from-encoding。")
        }
        return text.isASCII ? found : try TableFile.open(source, options: options)
    }

    private func target(_ format: TargetFormat, file: TableFile) throws -> ConversionRequest.Target {
        if format == .xlsx { return .workbook }
        var dialect = CSVDialect()
        dialect.delimiter = format == .tsv ? 9 : UInt8(ascii: ",")
        if let toDelimiter { dialect.delimiter = try DelimiterOption.written(toDelimiter) }
        var isASCII = false
        if case .text(let text) = file { isASCII = text.isASCII }
        // Of a file that has no encoding of its own, the encoding that is said is that of the result.
        if let name = toEncoding ?? (isText(file) && !isASCII ? nil : encoding) {
            dialect.encoding = try TextFile.encodingName(name)
            if dialect.encoding == "UTF-16" { dialect.encoding = "UTF-16LE" }
        }
        dialect.hasMark = bom || dialect.encoding.hasPrefix("UTF-16")
        // For Excel are meant: a byte order mark, the encodings of Windows.
        let isForExcel = dialect.hasMark || dialect.encoding != "UTF-8"
        dialect.usesCRLF = lineEnd.map { $0 == "crlf" } ?? isForExcel
        return .text(dialect)
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
