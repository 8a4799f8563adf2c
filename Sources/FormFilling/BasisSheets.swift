import Assessment
import Foundation
import Spreadsheet

/// The sheets that go with a form on demand: 评分依据 says how each score came about, 数据来源 where each filled cell came from.
struct BasisSheets {
    private static let scoreColumns: [(String, Double)] = [
        ("序号", 6), ("指标", 22), ("计分方法", 22), ("计算过程", 38), ("取整", 20), ("封顶", 16), ("依据", 22), ("数据来自", 42),
    ]
    private static let originColumns: [(String, Double)] = [
        ("单元格", 14), ("内容", 44), ("来自文件", 30), ("工作表", 16), ("单元格", 10), ("原文", 44), ("换算", 22),
    ]

    /// Adds both sheets behind those of the form; gives the cells whose text is too long for the highest row.
    static func add(
        to workbook: inout Workbook, evaluation: Evaluation, origins: [CellOrigin]
    ) -> [(sheet: String, cell: CellReference)] {
        let scores = scoreRows(evaluation)
        let cells = originRows(origins, workbook)
        return [("评分依据", scoreColumns, scores), ("数据来源", originColumns, cells)].flatMap { name, columns, rows in
            let cut = add(name, columns: columns, rows: rows, to: &workbook)
            return cut.map { (name, $0) }
        }
    }

    // MARK: Rows

    private static func scoreRows(_ evaluation: Evaluation) -> [[String]] {
        let lines = ScoreExplanation.scores(of: evaluation) + ScoreExplanation.results(of: evaluation)
        return lines.enumerated().map { number, line in
            let sources = line.trace.inputs.compactMap { input in
                input.source.map { "\(input.name) \(input.value)：\($0.place)" }
            }
            return [
                "\(number + 1)", line.name,
                [line.trace.title, line.trace.rule].filter { !$0.isEmpty }.joined(separator: "：\n"), line.trace.process,
                line.trace.rounding, line.trace.cap,
                line.isLeftOut ? "" : line.trace.citation, sources.joined(separator: "\n"),
            ]
        }
    }

    private static func originRows(_ origins: [CellOrigin], _ workbook: Workbook) -> [[String]] {
        // What was put last is what stands there.
        var known: [Int: [CellReference: CellOrigin]] = [:]
        for origin in origins { known[origin.sheet, default: [:]][origin.cell] = origin }
        var rows: [[String]] = []
        for (index, sheet) in workbook.sheets.enumerated() {
            let own = known[index] ?? [:]
            for (place, cell) in sheet.cells.sorted(by: { $0.key < $1.key }) where !cell.shown.isEmpty {
                let name = workbook.sheets.count > 1 && known.count > 1 ? "\(sheet.name) \(place)" : "\(place)"
                if let source = own[place]?.source {
                    let formula = cell.formula.map { "由公式 =\($0) 得出" } ?? ""
                    let conversion = [CellOrigin.conversion(of: source, to: cell.shown), formula]
                        .filter { !$0.isEmpty }.joined(separator: "；")
                    rows.append([
                        name, cell.shown, source.file, source.sheet ?? "", source.cell?.description ?? "", source.text,
                        conversion,
                    ])
                } else if let formula = cell.formula {
                    rows.append([name, cell.shown, "本表计算", "", "", "", "=" + formula])
                }
            }
        }
        return rows
    }

    // MARK: Layout

    private static func add(
        _ name: String, columns: [(title: String, width: Double)], rows: [[String]], to workbook: inout Workbook
    ) -> [CellReference] {
        var sheet = Sheet(name: name)
        let title = workbook.index(of: style(size: 14, bold: true, boxed: false, centered: true))
        let heading = workbook.index(of: style(size: 10, bold: true, boxed: true, centered: true, fill: "E7E6E6"))
        let body = workbook.index(of: style(size: 9, bold: false, boxed: true, centered: false))
        sheet[0, 0] = Cell(text: name, style: title)
        sheet.merges = [
            CellRange(CellReference(row: 0, column: 0), CellReference(row: 0, column: columns.count - 1))
        ]
        for (column, entry) in columns.enumerated() {
            sheet.columns[column] = ColumnLayout(width: entry.width)
            sheet[1, column] = Cell(text: entry.title, style: heading)
        }
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() { sheet[row + 2, column] = Cell(text: text, style: body) }
        }
        sheet.page.paper = 9
        sheet.page.landscape = true
        sheet.page.fit = (wide: 1, high: 0)
        sheet.page.titleRows = 1...1
        sheet.page.footer = "&C第 &P 页，共 &N 页"
        (sheet.page.left, sheet.page.right) = (0.4, 0.4)
        (sheet.page.top, sheet.page.bottom) = (0.5, 0.6)
        sheet.page.centeredHorizontally = true
        sheet.frozenAt = CellReference(row: 2, column: 0)
        RowHeights.fit(&sheet, styles: workbook.styles)
        workbook.sheets.append(sheet)
        return PaperCheck.cut(in: workbook, sheet: workbook.sheets.count - 1).compactMap(\.source.cell)
    }

    private static func style(
        size: Double, bold: Bool, boxed: Bool, centered: Bool, fill: String? = nil
    ) -> CellStyle {
        var style = CellStyle()
        style.font.size = size
        style.font.bold = bold
        style.fill = fill
        style.alignment.wraps = true
        style.alignment.vertical = .center
        style.alignment.horizontal = centered ? .center : .left
        if boxed {
            var edge = BorderEdge()
            edge.style = .thin
            (style.border.left, style.border.right, style.border.top, style.border.bottom) = (edge, edge, edge, edge)
        }
        return style
    }
}
