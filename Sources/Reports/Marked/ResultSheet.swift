import Assessment
import Spreadsheet

/// The first sheet of a marked copy: what was found, where, and what to do about it, ready to print.
struct ResultSheet {
    /// Name of the sheet.
    static let name = "核对结果"
    /// The hidden name by which the sheet is known.
    static let marker = "_自评表核对结果"

    private static let headings = ["序号", "级别", "位置", "指标", "现填", "应为", "问题", "依据", "怎么改", "说明"]
    private static let widths: [Double] = [5.5, 9.5, 15, 16, 12, 13, 30, 22, 30, 18]
    private static let headingRow = 3
    private static let explanationColumn = 9

    let findings: [Finding]
    let unread: [UnreadPlace]
    let verdict: String
    let notRun: [Evaluation.NotRun]
    let losses: [WorkbookLoss]
    let places: MarkPlaces
    let explanations: [String: String]

    /// The sheet; its styles are added to the workbook.
    func sheet(named name: String, of workbook: inout Workbook) -> Sheet {
        let styles = ResultStyles(&workbook)
        var sheet = Sheet(name: name)
        sheet.defaultRowHeight = 15
        for (column, width) in Self.widths.enumerated() { sheet.columns[column] = ColumnLayout(width: width) }
        put("自评表核对结果", row: 0, style: styles.title, &sheet)
        put(verdict, row: 1, style: styles.verdict, &sheet)
        put(
            "核对的文件：\(workbook.fileName)。点“位置”跳到那一格；有问题的格已标出颜色，原因写在批注里；“说明”由填报人填写，再次核对时会保留。",
            row: 2, style: styles.note, &sheet)
        for (column, heading) in Self.headings.enumerated() {
            sheet[Self.headingRow, column] = Cell(text: heading, style: styles.heading)
        }
        var row = Self.headingRow + 1
        for (index, finding) in findings.enumerated() {
            put(finding, number: index + 1, row: row, styles: styles, &sheet)
            row += 1
        }
        if findings.isEmpty {
            put(unread.isEmpty ? "没有发现问题" : "没有发现问题，但有内容没有读懂，见下面", row: row, style: styles.bodyCentred, &sheet)
            row += 1
        }
        sheet.filter = MarkupElement(
            "autoFilter",
            [
                .init(
                    "ref",
                    CellRange(
                        CellReference(row: Self.headingRow, column: 0),
                        CellReference(row: max(row - 1, Self.headingRow), column: Self.headings.count - 1)
                    ).description)
            ])
        putUnread(styles, &row, &sheet)
        putBelow("没有执行的规则（\(notRun.count) 条）", ReportPage.notRun(notRun), styles, &row, &sheet)
        putBelow(
            "原文件里的这些内容没有带进本副本（\(losses.count) 处），原文件不受影响", losses.prefix(100).map(\.text), styles, &row, &sheet)
        setPage(of: &sheet)
        RowHeights.fit(&sheet, styles: workbook.styles)
        return sheet
    }

    private func setPage(of sheet: inout Sheet) {
        sheet.frozenAt = CellReference(row: Self.headingRow + 1, column: 0)
        sheet.showsGridlines = false
        sheet.page.paper = 9
        sheet.page.landscape = true
        sheet.page.fit = (wide: 1, high: 0)
        sheet.page.titleRows = Self.headingRow...Self.headingRow
        sheet.page.left = 0.4
        sheet.page.right = 0.4
        sheet.page.top = 0.5
        sheet.page.bottom = 0.6
        sheet.page.centeredHorizontally = true
        sheet.page.footer = "&C第 &P 页，共 &N 页"
    }

    private func put(_ finding: Finding, number: Int, row: Int, styles: ResultStyles, _ sheet: inout Sheet) {
        let link = places.link(of: finding.source)
        let explanation = explanations[finding.rule + " " + MarkMemory.key(finding)] ?? ""
        let texts = [
            finding.level.title, link.text, finding.subject, finding.found, finding.expected,
            "\(finding.message)（\(finding.rule)）", finding.citation, finding.remedy, explanation,
        ]
        sheet[row, 0] = Cell(value: .text(String(number)), shown: String(number), style: styles.bodyCentred)
        for (index, text) in texts.enumerated() {
            let style =
                switch index {
                case 0: styles.level(finding.level)
                case 1: link.location == nil ? styles.body : styles.link
                default: styles.body
                }
            sheet[row, index + 1] = Cell(text: text, style: style)
        }
        addLink(link, CellReference(row: row, column: 2), &sheet)
    }

    /// What was not understood, a line each that leads to its place.
    private func putUnread(_ styles: ResultStyles, _ row: inout Int, _ sheet: inout Sheet) {
        guard !unread.isEmpty else { return }
        row += 1
        put("没有读懂的内容（\(unread.count) 处），已标成灰色", row: row, style: styles.verdict, &sheet)
        row += 1
        for (index, place) in unread.enumerated() {
            let link = places.link(of: place.source)
            let parts = [
                PlaceText.shortened(place.source.text, to: 40), PlaceText.line(place.message),
                place.suggestion.map { "是不是“\($0)”？" } ?? "",
            ].filter { !$0.isEmpty }
            put(
                "\(index + 1). \(place.kind.title)　\(link.text)　" + parts.joined(separator: "　"), row: row,
                style: styles.note, &sheet)
            addLink(link, CellReference(row: row, column: 0), &sheet)
            row += 1
        }
    }

    private func addLink(_ link: (text: String, location: String?), _ cell: CellReference, _ sheet: inout Sheet) {
        guard let location = link.location else { return }
        sheet.hyperlinks.append(
            Hyperlink(range: CellRange(cell, cell), location: location, tooltip: "跳到 \(link.text)"))
    }

    /// A title and lines under the table, where there are lines.
    private func putBelow(
        _ title: String, _ lines: [String], _ styles: ResultStyles, _ row: inout Int, _ sheet: inout Sheet
    ) {
        guard !lines.isEmpty else { return }
        row += 1
        put(title, row: row, style: styles.verdict, &sheet)
        row += 1
        for line in lines {
            put(line, row: row, style: styles.note, &sheet)
            row += 1
        }
    }

    /// A text over the whole width.
    private func put(_ text: String, row: Int, style: Int, _ sheet: inout Sheet) {
        for column in Self.headings.indices { sheet[row, column] = Cell(text: column == 0 ? text : "", style: style) }
        sheet.merges.append(
            CellRange(CellReference(row: row, column: 0), CellReference(row: row, column: Self.headings.count - 1)))
    }

    /// Whether a sheet is one of these.
    static func isOne(_ sheet: Sheet) -> Bool {
        headings.enumerated().allSatisfy { column, heading in sheet[headingRow, column]?.value == .text(heading) }
    }

    /// What the person wrote under 说明, by the number of the finding: rows may have been sorted.
    static func explanations(in sheet: Sheet) -> [String: String] {
        var found: [String: String] = [:]
        for (place, cell) in sheet.cells where place.column == explanationColumn && place.row > headingRow {
            guard cell.value != .empty, let number = sheet[place.row, 0]?.shown, Int(number) != nil else { continue }
            if case .text(let text) = cell.value { found[number] = text } else { found[number] = cell.shown }
        }
        return found
    }
}
