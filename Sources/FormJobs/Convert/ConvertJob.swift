import FormTemplates
import SpreadsheetReading
import SpreadsheetWriting
import TableConversion

/// `convert`: from one table file to another.
public struct ConvertJob {
    private let request: ConvertRequest
    private let file: TableFile

    /// Opens the file.
    ///
    /// - Throws: `ToolError`: 64 for an encoding that contradicts the file's bytes, 65 for a file that can't be read, 66 for one that is not there.
    public init(_ request: ConvertRequest) throws {
        self.request = request
        var options = ReadingOptions()
        options.limits = request.limits
        options.delimiter = request.delimiter
        let said =
            request.fromEncoding.map { SaidEncoding($0, whereCertain: .overrule) }
            ?? request.encoding.map { name in
                let advice = "--encoding 说的是读入文件的编码。要写成这种编码，请用 --to-encoding \(name)；一定要按它读，请用 --from-encoding。"
                return SaidEncoding(name, whereCertain: .refuse(advice: advice))
            }
        file = try SaidEncoding.open(request.input.source(limits: options.limits), options, said)
    }

    /// Whether the file is text, which has an encoding and a delimiter.
    public var isText: Bool { if case .text = file { true } else { false } }

    /// Converts.
    ///
    /// - Parameters:
    ///   - format: What is written.
    ///   - labels: Words for headings and totals. Asked only where they are wanted: a plain conversion to text does without.
    ///   - output: Makes the output for a sheet; the name is nil for the only one.
    /// - Throws: `ToolError`; then no result appears under its name.
    public func run(
        to format: TargetFormat, labels: () throws -> LabelTable, output: TableConverter.MakeOutput
    ) throws -> ConvertOutcome {
        var conversion = ConversionRequest(target: try target(format))
        conversion.sheets = request.sheets
        conversion.showsFormats = request.showsFormats
        conversion.threads = request.threads
        conversion.limits = request.limits
        conversion.tidy = request.tidy
        if request.tidy != nil {
            conversion.labels = try labels()
        } else if format == .xlsx {
            // Only for the heading that is kept in view: without it, it is the first row.
            conversion.labels = try? labels()
        }
        conversion.progress = request.progress
        return ConvertOutcome(sheets: try TableConverter(file, conversion).run(output))
    }

    private func target(_ format: TargetFormat) throws -> ConversionRequest.Target {
        if format == .xlsx { return .workbook }
        var dialect = CSVDialect()
        dialect.delimiter = request.text.delimiter ?? (format == .tsv ? 9 : UInt8(ascii: ","))
        var isASCII = false
        if case .text(let text) = file { isASCII = text.isASCII }
        // Of a file that has no encoding of its own, the encoding that is said is that of the result.
        if let name = request.text.encoding ?? (isText && !isASCII ? nil : request.encoding) {
            dialect.encoding = try TextFile.encodingName(name)
            if dialect.encoding == "UTF-16" { dialect.encoding = "UTF-16LE" }
        }
        dialect.hasMark = request.text.hasMark || dialect.encoding.hasPrefix("UTF-16")
        // For Excel are meant: a byte order mark, the encodings of Windows.
        let isForExcel = dialect.hasMark || dialect.encoding != "UTF-8"
        dialect.usesCRLF = request.text.usesCRLF ?? isForExcel
        return .text(dialect)
    }
}
