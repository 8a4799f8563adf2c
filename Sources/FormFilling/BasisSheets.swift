import Assessment
import Foundation
import Spreadsheet

/// The sheets that go with a form on demand: 评分依据 says how each score came about, 数据来源 where each filled cell came from.
public struct BasisSheets {
    /// The workbook without the sheets that ``FormFiller`` adds on demand: they are no part of a form that is read.
    public static func removed(from workbook: Workbook) -> Workbook {
        let own = workbook.sheets.indices.filter { isOne(workbook.sheets[$0]) }
        guard !own.isEmpty, own.count < workbook.sheets.count else { return workbook }
        var workbook = workbook
        for index in own.reversed() { workbook.sheets.remove(at: index) }
        workbook.activeSheet = nil
        return workbook
    }

    /// Whether a sheet is one of them: by its name, its title and its headings.
    private static func isOne(_ sheet: Sheet) -> Bool {
        guard let columns = [scoreName: scoreColumns, originName: originColumns][sheet.name],
            sheet[0, 0]?.shown == sheet.name
        else { return false }
        let known = Set(columns.map(\.0))
        let headings = sheet.cells.filter { $0.key.row == 1 && !$0.value.shown.isEmpty }.map(\.value.shown)
        return headings.count >= 3 && headings.allSatisfy(known.contains)
    }

    private static let scoreName = "评分依据"
    private static let originName = "数据来源"

    private static let scoreColumns: [(String, Double)] = [
        ("序号", 5), ("指标", 20), ("计分方法", 14), ("计算过程", 26), ("取整", 18), ("封顶", 12), ("依据", 18), ("数据来自", 36),
    ]
    private static let originColumns: [(String, Double)] = [
        ("单元格", 10), ("内容", 32), ("来自文件", 18), ("工作表", 10), ("单元格", 8), ("原文", 32), ("换算", 24),
    ]

    /// Adds both sheets behind those of the form; gives the cells whose text is too long for the highest row.
    static func add(
        to workbook: inout Workbook, evaluation: Evaluation, origins: [CellOrigin]
    ) -> [(sheet: String, cell: CellReference)] {
        let scores = scoreRows(evaluation)
        let cells = originRows(origins, workbook)
        return [(scoreName, scoreColumns, scores), (originName, originColumns, cells)].flatMap { name, columns, rows in
            let cut = add(name, columns: columns, rows: rows, to: &workbook)
            return cut.map { (name, $0) }
        }
    }

    // MARK: Rows

    private static func scoreRows(_ evaluation: Evaluation) -> [[String]] {
        let lines = ScoreExplanation.scores(of: evaluation) + ScoreExplanation.results(of: evaluation)
        return lines.enumerated().map { number, line in
            return [
                "\(number + 1)", line.name,
                [line.trace.title, line.trace.rule].filter { !$0.isEmpty }.joined(separator: "：\n"), line.trace.process,
                line.trace.rounding, line.trace.cap,
                line.isLeftOut ? "" : line.trace.citation, sources(line.trace.inputs),
            ]
        }
    }

    /// Where the figures of a score stood, each file and sheet named once: `指标表.xlsx〔指标表〕：年度指标值 E5、实际完成值 F5`.
    private static func sources(_ inputs: [ScoreTrace.Input]) -> String {
        var places: [(sheet: String, cells: [String])] = []
        for input in inputs {
            guard let source = input.source else { continue }
            var whole = source
            whole.cell = nil
            let cell = "\(input.name) \(source.cell?.description ?? input.value)"
            if let index = places.firstIndex(where: { $0.sheet == whole.place }) {
                places[index].cells.append(cell)
            } else {
                places.append((whole.place, [cell]))
            }
        }
        return places.map { "\($0.sheet)：\($0.cells.joined(separator: "、"))" }.joined(separator: "\n")
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
        _ name: String, columns all: [(title: String, width: Double)], rows filled: [[String]],
        to workbook: inout Workbook
    ) -> [CellReference] {
        // A column in which nothing stands takes the room of the others.
        let used = all.indices.filter { column in filled.isEmpty || filled.contains { !$0[column].isEmpty } }
        let columns = used.map { all[$0] }
        let rows = filled.map { row in used.map { row[$0] } }
        var sheet = Sheet(name: name)
        sheet.page.paper = 9
        sheet.page.landscape = true
        sheet.page.fit = (wide: 1, high: 0)
        (sheet.page.left, sheet.page.right) = (0.4, 0.4)
        (sheet.page.top, sheet.page.bottom) = (0.5, 0.6)
        sheet.page.centeredHorizontally = true
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
        narrow(&sheet, styles: workbook.styles)
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() { sheet[row + 2, column] = Cell(text: text, style: body) }
        }
        sheet.page.titleRows = 1...1
        sheet.page.footer = "&C第 &P 页，共 &N 页"
        sheet.frozenAt = CellReference(row: 2, column: 0)
        RowHeights.fit(&sheet, styles: workbook.styles)
        workbook.sheets.append(sheet)
        return PaperCheck.cut(in: workbook, sheet: workbook.sheets.count - 1).compactMap(\.source.cell)
    }

    /// Makes columns narrower, each by the same share, so that the letters are as large on paper as they say.
    private static func narrow(_ sheet: inout Sheet, styles: [CellStyle]) {
        let room = PageRoom(sheet: sheet, styles: styles)
        let width = sheet.columns.values.reduce(0) { $0 + ($1.width ?? 0) } * room.characterWidths.wide
        guard let paper = room.paper?.wide, width > paper else { return }
        for (column, layout) in sheet.columns {
            sheet.columns[column]?.width = layout.width.map { ($0 * paper / width * 10).rounded(.down) / 10 }
        }
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
