import FormRecognition
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// Makes one table file of another.
public struct TableConverter {
    /// Makes the output for a sheet; the name is nil for the only one.
    public typealias MakeOutput = (_ sheet: String?) throws -> (output: any ByteOutput, name: String)

    private let file: TableFile
    private let request: ConversionRequest

    /// A converter.
    public init(_ file: TableFile, _ request: ConversionRequest) {
        self.file = file
        self.request = request
    }

    /// Converts the sheets that are asked for. Nothing is published before all are whole.
    ///
    /// - Throws: `ToolError`; then no result appears under its name.
    public func run(_ makeOutput: MakeOutput) throws -> [ConvertedSheet] {
        let (choices, notes) = try SheetChoice.choose(request.sheets, of: file)
        var outputs: [any ByteOutput] = []
        // The last first: the folder that was made for the first goes when it is empty.
        defer { for output in outputs.reversed() { output.abandon() } }
        var results: [ConvertedSheet] = []
        for choice in choices {
            let (output, name) = try makeOutput(request.sheets == .all ? choice.name : nil)
            outputs.append(output)
            results.append(try convert(choice, to: output, named: name))
            // A workbook may have more sheets than a process may have open files.
            try output.finish()
        }
        if !results.isEmpty { results[0].notes = notes + results[0].notes }
        for output in outputs { try output.publish() }
        return results
    }

    private func convert(
        _ choice: SheetChoice, to output: any ByteOutput, named name: String
    ) throws -> ConvertedSheet {
        if let tidy = request.tidy { return try tidied(choice, tidy, to: output, named: name) }
        switch (choice.content, request.target) {
        case (.sheet(let file, let entry), .text(let dialect)):
            var conversion = SheetToText(file: file, entry: entry, dialect: dialect)
            conversion.showsFormats = request.showsFormats
            conversion.threads = request.threads
            conversion.progress = request.progress
            return result(name, try conversion.run(to: output, named: name), of: choice)
        case (.oldSheet(let file, let entry), .text(let dialect)):
            var conversion = OldSheetToText(file: file, entry: entry, dialect: dialect)
            conversion.showsFormats = request.showsFormats
            conversion.progress = request.progress
            return result(name, try conversion.run(to: output, named: name), of: choice)
        case (.text(let file), .text(let dialect)):
            var conversion = TextToText(file: file, dialect: dialect)
            conversion.threads = request.threads
            conversion.progress = request.progress
            return result(name, try conversion.run(to: output, named: name), of: choice)
        case (.text(let file), .workbook):
            return try textToWorkbook(file, choice, to: output, named: name)
        default:
            return try valueByValue(choice, to: output, named: name)
        }
    }

    private func textToWorkbook(
        _ file: TextFile, _ choice: SheetChoice, to output: any ByteOutput, named name: String
    ) throws -> ConvertedSheet {
        let source = try RowSource(choice, threads: 1, progress: nil)
        var conversion = TextToWorkbook(file: file, sheet: Self.stem(file.name), headingRow: try headingRow(source))
        conversion.progress = request.progress
        return result(name, try conversion.run(to: output, named: name), of: choice)
    }

    private func valueByValue(
        _ choice: SheetChoice, to output: any ByteOutput, named name: String
    ) throws -> ConvertedSheet {
        let source = try RowSource(choice, limits: request.limits, threads: request.threads, progress: request.progress)
        let target = try target(source, to: output, named: name)
        var notes = ConversionNotes()
        try source.rows(
            restart: {
                notes = ConversionNotes()
                try target.restart()
            },
            { row in
                try target.add(row)
                for (column, cell) in row.cells.enumerated() where cell?.lacksCachedValue == true {
                    notes.missingValues += 1
                    if notes.firstMissingValue == nil {
                        notes.firstMissingValue = CellReference(row: row.number, column: column)
                    }
                }
            })
        try target.finish()
        notes.rows = target.rows
        return result(name, notes, of: choice)
    }

    private func target(
        _ source: RowSource, to output: any ByteOutput, named name: String
    ) throws -> any RowTarget {
        switch request.target {
        case .text(let dialect):
            return try TextTarget(
                output, named: name, dialect: dialect, source: source, shows: request.showsFormats)
        case .workbook:
            return try WorkbookTarget(
                output, named: name, sheet: source.choice.name ?? Self.stem(source.file), styles: source.styles,
                headingRow: headingRow(source),
                shownText: request.showsFormats
                    ? CellPlainText(styles: source.styles, uses1904: source.uses1904) : nil)
        }
    }

    private func tidied(
        _ choice: SheetChoice, _ options: TidyOptions, to output: any ByteOutput, named name: String
    ) throws -> ConvertedSheet {
        let source = try RowSource(choice, limits: request.limits, threads: request.threads, progress: request.progress)
        guard let labels = request.labels else {
            throw ToolError(code: .fault, message: "缺少标签表", advice: "请重新安装本工具。")
        }
        let target: any RowTarget
        switch request.target {
        case .text(let dialect):
            target = try TextTarget(
                output, named: name, dialect: dialect, source: source, shows: false, isTable: true)
        case .workbook:
            target = try WorkbookTarget(
                output, named: name, sheet: choice.name ?? Self.stem(source.file), styles: [], headingRow: 0)
        }
        let merges = try source.merges()
        func tidier() -> TableTidier {
            TableTidier(
                file: source.file, sheet: choice.name, merges: merges, labels: labels, options: options,
                output: { try target.add($0) })
        }
        var current = tidier()
        try source.rows(
            restart: {
                try target.restart()
                current = tidier()
            }, { try current.add($0) })
        let report = try current.finish()
        try target.finish()
        return ConvertedSheet(name: name, rows: target.rows, notes: fileNotes(choice) + report.lines)
    }

    /// The heading that is kept in view: the one that is found, else the first row.
    private func headingRow(_ source: RowSource) throws -> Int? {
        let head = try source.head(HeadingRow.depth)
        if let labels = request.labels, let row = HeadingRow.last(in: head, labels: labels) { return row }
        guard let first = head.first, first.number == 0,
            first.cells.count(where: { !($0?.shown.isEmpty ?? true) }) > 1
        else { return nil }
        return 0
    }

    private func result(_ name: String, _ notes: ConversionNotes, of choice: SheetChoice) -> ConvertedSheet {
        var lines = fileNotes(choice)
        if notes.missingValues > 0, let first = notes.firstMissingValue {
            lines.append(
                "有 \(notes.missingValues) 个公式没有保存计算结果（第一个在 \(first)），那些格子是空的；请用 Excel 或 WPS 打开，保存一次再转换")
        }
        if let line = notes.strayTextLine {
            lines.append("第 \(line) 行有一对双引号后面还跟着文字，已照原样保留；请核对这一行的列数")
        }
        return ConvertedSheet(name: name, rows: notes.rows, notes: lines)
    }

    private func fileNotes(_ choice: SheetChoice) -> [String] {
        switch choice.content {
        case .text(let file): ["编码：\(file.encodingTitle)；分隔符：\(file.delimiterTitle)"]
        case .whole(let workbook, _): workbook.readingNotes
        case .oldSheet(let file, _): file.notes
        case .sheet: []
        }
    }

    /// The name of a file without its ending.
    static func stem(_ name: String) -> String {
        guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
        return String(name[..<point])
    }
}
