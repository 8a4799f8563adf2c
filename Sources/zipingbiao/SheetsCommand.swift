import ArgumentParser
import FormRecognition
import FormTemplates
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading

/// `sheets`: what is in a file.
struct SheetsCommand: ParsableArguments, ProgramCommand {
    @Argument var input: String
    @Option var encoding: String?
    @Option var delimiter: String?
    @Option(name: .customLong("limit"), parsing: .unconditionalSingleValue) var limits: [String] = []
    @Option var format = FillCommand.OutputFormat.text

    static var spec: CommandSpec {
        CommandSpec(
            name: "sheets",
            options: [
                "--encoding": [], "--delimiter": [], "--limit": [],
                "--format": FillCommand.OutputFormat.allCases.map(\.rawValue),
            ],
            freeOptions: ["--delimiter"], flags: [], file: "要看", help: Help.sheets,
            parse: { try SheetsCommand.parse($0) }, message: { SheetsCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        var options = ReadingOptions()
        options.limits = try LimitOption.limits(limits)
        options.encoding = encoding
        options.delimiter = try delimiter.map { Character(UnicodeScalar(try DelimiterOption.byte($0, "--delimiter"))) }
        options.rowLimit = SheetSurvey.depth
        let source = try Input.source(input, limits: options.limits)
        let labels = try Installation.templates().labels()
        let file = try TableFile.open(source, options: options)
        var report = Self.blank(file, size: source.count)
        let workbook = try WorkbookReader.read(file, options: options)
        report.notes = workbook.hasSheetNames ? workbook.readingNotes : []
        func add(_ index: Int) {
            report.add(
                workbook.sheets[index], name: workbook.hasSheetNames ? workbook.sheets[index].name : nil,
                survey: SheetSurvey(workbook, sheet: index, labels: labels))
        }
        if case .workbook(let xlsx) = file {
            report.notes = []
            var next = 0
            for entry in xlsx.entries {
                if entry.hasCells {
                    add(next)
                    next += 1
                } else {
                    report.addWithoutCells(name: entry.name, visibility: entry.visibility)
                }
            }
        } else {
            for index in workbook.sheets.indices { add(index) }
        }
        print(format == .json ? try report.json() : report.text, terminator: "")
        return 0
    }

    private static func blank(_ file: TableFile, size: Int) -> SheetsReport {
        switch file {
        case .workbook: SheetsReport(file: file.name, kind: "Excel 工作簿（.xlsx）", size: size)
        case .text(let text):
            SheetsReport(
                file: file.name, kind: "文本表格", size: size, encoding: text.encodingTitle,
                delimiter: text.delimiterTitle)
        case .whole: SheetsReport(file: file.name, kind: "旧系统导出的 .xls（网页或 XML 表格 2003）", size: size)
        }
    }
}

extension Help {
    static let sheets = """
        用法：zipingbiao sheets <文件> [选项]

        看一个文件里有什么：有几张工作表、多大、哪些是隐藏的，文本是什么编码，写明的金额单位，认出的表。

        选项：
          --encoding <编码>      文本的编码（不写时自动判断）
          --delimiter <字符>     文本的分隔符（不写时自动判断）
          --limit <名称=数>      放宽一项上限
          --format <text|json>   结果的格式（默认 text）
          -h, --help             显示这份说明

        退出码：0 读出来了　64 用法不对　65 文件读不出数据　66 没有这个文件　70 程序出错

        """
}
