import FormRecognition
import Reports
import Spreadsheet
import Testing

@testable import FormFilling

/// Pairs of blanks, each with one thing changed.
@Suite struct FormDiffTests {
    /// A change that a bureau makes.
    struct Case: CustomTestStringConvertible {
        var name: String
        var blank: String
        /// `kind before→after` of each change that must be found, in order.
        var expected: [String]
        var message: String
        var edit: @Sendable (inout Workbook) -> Void
        var testDescription: String { name }
    }

    private static func put(_ text: String, _ place: String) -> @Sendable (inout Workbook) -> Void {
        { book in
            guard let cell = CellReference(place) else { return }
            book.sheets[0][cell] = Cell(text: text, style: book.sheets[0][cell]?.style ?? 0)
        }
    }

    /// Cells of columns move to the right from a column on.
    private static func insertColumn(_ column: Int, _ sheet: inout Sheet) {
        func moved(_ place: CellReference) -> CellReference {
            place.column >= column ? place.offset(columns: 1) : place
        }
        sheet.cells = Dictionary(uniqueKeysWithValues: sheet.cells.map { (moved($0), $1) })
        sheet.merges = sheet.merges.map { merge in
            CellRange(merge.first.column >= column ? moved(merge.first) : merge.first, moved(merge.last))
        }
        sheet.columns = Dictionary(uniqueKeysWithValues: sheet.columns.map { ($0 >= column ? $0 + 1 : $0, $1) })
        sheet.page.printAreas = sheet.page.printAreas.map { CellRange($0.first, moved($0.last)) }
    }

    static let cases: [Case] = [
        Case(
            name: "分值在标签里", blank: "national-export", expected: ["points B13→B13"], message: "“产出指标”的分值由 50 改为 40。",
            edit: put("产出指标（40分）", "B13")),
        Case(
            name: "分值在格子里", blank: "fixed-indicators", expected: ["points D6→D6"], message: "D6 印的分值由 8 改为 10。",
            edit: { book in
                let style = book.sheets[0][5, 3]?.style ?? 0
                book.sheets[0][5, 3] = Cell(value: .number(10), shown: "10", style: style)
            }),
        Case(
            name: "投入16", blank: "fixed-indicators", expected: ["points A6→A6"], message: "“投入”的分值由 16 改为 14。",
            edit: put("投入14", "A6")),
        Case(
            name: "分值在说明里", blank: "landscape", expected: ["points A23→A23"], message: "由 10 改为 20。",
            edit: put("注：定性指标按完成程度分四档计分，分别为该指标分值的100%-80%、80%-50%、50%-0%、0；资金执行率20分。", "A23")),
        Case(
            name: "字数限制", blank: "numbered-report", expected: ["limit B20→B20"], message: "由 200字 改为 100字。",
            edit: put("说明评价中发现的主要问题。（100字以内）", "B20")),
        Case(
            name: "改了叫法", blank: "national-export", expected: ["label-reworded H12→H12"], message: "“得分”改为“自评得分”。",
            edit: put("自评得分", "H12")),
        Case(
            name: "同一列的另一个叫法", blank: "national-export", expected: ["label-reworded G12→G12"], message: "“分值”改为“权重”。",
            edit: put("权重", "G12")),
        Case(
            name: "取消项目", blank: "department-tasks", expected: ["label-removed E26→"], message: "“联系电话：”没有了。",
            edit: put("", "E26")),
        Case(
            name: "新增项目", blank: "department-tasks", expected: ["label-added →G26"], message: "新增“电子邮箱：”。",
            edit: put("电子邮箱：", "G26")),
        Case(
            name: "改了说明", blank: "two-row-heading", expected: ["note-reworded A26→A26"], message: "备注：1.其他资金",
            edit: put("备注：1.其他资金：请注明资金来源和金额。", "A26")),
        Case(
            name: "新增行", blank: "national-export", expected: ["row-added →C17"], message: "新增第 17 行“绿色发展指标”。",
            edit: { book in
                book.sheets[0] = RowInserter(row: 15, count: 1).insert(book.sheets[0])
                put("绿色发展指标", "C17")(&book)
            }),
        Case(
            name: "取消行", blank: "second-sheet", expected: ["row-removed C17→"], message: "原第 17 行“生态效益指标”取消了。",
            edit: { book in
                var sheet = book.sheets[0]
                sheet.cells = sheet.cells.reduce(into: [:]) { cells, cell in
                    guard cell.key.row != 16 else { return }
                    cells[cell.key.row > 16 ? cell.key.offset(rows: -1) : cell.key] = cell.value
                }
                sheet.merges = sheet.merges.map { merge in
                    CellRange(
                        merge.first.row > 16 ? merge.first.offset(rows: -1) : merge.first,
                        merge.last.row >= 16 ? merge.last.offset(rows: -1) : merge.last)
                }
                sheet.rows = sheet.rows.reduce(into: [:]) { rows, row in
                    if row.key != 16 { rows[row.key > 16 ? row.key - 1 : row.key] = row.value }
                }
                func shorter(_ range: CellRange) -> CellRange {
                    CellRange(range.first, range.last.row >= 16 ? range.last.offset(rows: -1) : range.last)
                }
                sheet.page.printAreas = sheet.page.printAreas.map(shorter)
                for index in sheet.validations.indices {
                    sheet.validations[index].ranges = sheet.validations[index].ranges.map(shorter)
                }
                book.sheets[0] = sheet
            }),
        Case(
            name: "新增空行", blank: "filler-rows", expected: ["row-added →A16"], message: "新增 2 个空行（第 16—17 行）。",
            edit: { book in
                book.sheets[0] = RowInserter(row: 14, count: 2).insert(book.sheets[0])
            }),
        Case(
            name: "标签里不再写分值", blank: "national-export", expected: ["points B13→B13"], message: "“产出指标”不再写分值（原来是 50）。",
            edit: put("产出指标", "B13")),
        Case(
            name: "行里只改几个字", blank: "national-export", expected: ["label-reworded B7→B7"],
            message: "“其中：本年财政拨款”改为“其中：当年财政拨款”。",
            edit: put("其中：当年财政拨款", "B7")),
        Case(
            name: "行高", blank: "national-export", expected: ["size A12→A12"], message: "第 12 行的行高由",
            edit: { book in book.sheets[0].rows[11] = RowLayout(height: 77) }),
        Case(
            name: "列宽", blank: "national-export", expected: ["size I1→I1"], message: "I 列的列宽由",
            edit: { book in book.sheets[0].columns[8] = ColumnLayout(width: 40) }),
        Case(
            name: "隐藏列", blank: "national-export", expected: ["hidden I1→I1"], message: "I 列隐藏了。",
            edit: { book in book.sheets[0].columns[8]?.hidden = true }),
        Case(
            name: "打印区域", blank: "national-export", expected: ["page →"], message: "打印区域由",
            edit: { book in book.sheets[0].page.printArea = CellRange("A1:F10") }),
        Case(
            name: "公式", blank: "national-export", expected: ["formula H13→H13"], message: "H13 新增公式 =G13*0.9。",
            edit: { book in
                let style = book.sheets[0][12, 7]?.style ?? 0
                book.sheets[0][12, 7] = Cell(value: .number(0), shown: "", formula: "G13*0.9", style: style)
            }),
        Case(
            name: "下拉选项", blank: "second-sheet", expected: ["validation E11→"], message: "不再限定可填的内容",
            edit: { book in book.sheets[0].validations.removeFirst() }),
        Case(
            name: "字体和底色", blank: "national-export", expected: ["style G12→G12", "style G12→G12"], message: "G12 的字体由",
            edit: { book in
                guard var style = (book.sheets[0][11, 6]?.style).map({ book.styles[$0] }) else { return }
                style.font.bold.toggle()
                style.fill = "FFFF00"
                let number = book.index(of: style)
                book.sheets[0][11, 6]?.style = number
            }),
        Case(
            name: "保护", blank: "national-export", expected: ["protection →"], message: "工作表加了保护。",
            edit: { book in book.sheets[0].protection = MarkupElement("sheetProtection") }),
        Case(
            name: "新增列", blank: "national-export", expected: ["column-added →E12"], message: "新增“度量单位”列（E 列），要填。",
            edit: { book in
                insertColumn(4, &book.sheets[0])
                put("度量单位", "E12")(&book)
            }),
        Case(
            name: "移动行", blank: "filler-rows", expected: ["row-moved A4→A5"], message: "移到第 5 行。",
            edit: { book in
                var sheet = book.sheets[0]
                func swapped(_ place: CellReference) -> CellReference {
                    switch place.row {
                    case 3: place.offset(rows: 1)
                    case 4: place.offset(rows: -1)
                    default: place
                    }
                }
                sheet.cells = Dictionary(uniqueKeysWithValues: sheet.cells.map { (swapped($0), $1) })
                sheet.merges = sheet.merges.map { CellRange(swapped($0.first), swapped($0.last)) }
                book.sheets[0] = sheet
            }),
        Case(
            name: "合并变动", blank: "national-export", expected: ["merge B10→B10"],
            message: "“预期目标”原来占 B10:E10，现在占 B10:D10。",
            edit: { book in
                book.sheets[0].merges = book.sheets[0].merges.map { merge in
                    merge.description == "B10:E10" ? CellRange("B10:D10") ?? merge : merge
                }
            }),
        Case(
            name: "横向", blank: "national-export", expected: ["page →"], message: "方向由纵向改为横向。",
            edit: { $0.sheets[0].page.landscape = true }),
        Case(
            name: "金额单位", blank: "two-row-heading", expected: ["label-reworded A6→A6"],
            message: "“项目资金（元）”改为“项目资金（万元）”。",
            edit: put("项目资金\n（万元）", "A6")),
        Case(
            name: "工作表改名", blank: "second-sheet", expected: ["sheet-changed →"], message: "“填表说明”改名为“填报须知”。",
            edit: { $0.sheets[1].name = "填报须知" }),
        Case(
            name: "取消工作表", blank: "second-sheet", expected: ["sheet-removed →"], message: "工作表“填表说明”没有了。",
            edit: { $0.sheets.remove(at: 1) }),
        Case(
            name: "工作表不再隐藏", blank: "second-sheet", expected: ["sheet-changed →"], message: "“选项”不再隐藏。",
            edit: { $0.sheets[2].visibility = .visible }),
    ]

    private func changes(_ old: Workbook, _ new: Workbook) throws -> [FormChange] {
        FormDiff.changes(from: old, to: new, labels: try Repository.templates.labels())
    }

    @Test(arguments: cases)
    func oneChangeIsToldWithBothPlaces(item: Case) throws {
        let old = try Blanks.blank(item.blank)
        var new = old
        item.edit(&new)
        let changes = try changes(old, new)
        let found = changes.map { change in
            "\(change.kind.rawValue) \(change.before?.cell?.description ?? "")→\(change.after?.cell?.description ?? "")"
        }
        #expect(found == item.expected, "\(changes.map(\.message))")
        #expect(changes.first?.message.contains(item.message) == true, "\(changes.map(\.message))")
    }

    @Test(arguments: Blanks.names)
    func theSameBlankHasNoChange(name: String) throws {
        let blank = try Blanks.blank(name)
        #expect(try changes(blank, blank) == [])
        #expect(DiffReport(before: "a", after: "b", changes: []).text.hasPrefix("结论：没有变化。\n"))
        // Spaces, line breaks and the year are no change.
        var spaced = blank
        for (place, cell) in blank.sheets[0].cells where cell.shown.count > 2 && cell.formula == nil {
            guard case .text(let text) = cell.value else { continue }
            let other = text.replacing("2024年", with: "2025年").replacing("指标", with: "指 标\n")
            spaced.sheets[0][place] = Cell(text: other, style: cell.style)
        }
        #expect(try changes(blank, spaced) == [])
    }

    /// Every pair of two different blanks is compared without trouble, and is never the same.
    @Test func differentFormsDiffer() throws {
        let blanks = try Blanks.names.map { try Blanks.blank($0) }
        for one in blanks.indices {
            for other in blanks.indices where other != one {
                let changes = try changes(blanks[one], blanks[other])
                #expect(changes.count > 3, "\(Blanks.names[one]) \(Blanks.names[other])")
            }
        }
    }

    @Test func theReportsSayTheSame() throws {
        let old = try Blanks.blank("national-export")
        var new = old
        Self.put("产出指标（40分）", "B13")(&new)
        Self.put("自评得分", "H12")(&new)
        let report = DiffReport(before: "去年.xlsx", after: "今年.xlsx", changes: try changes(old, new))
        let lines = report.text.split(separator: "\n")
        #expect(lines.first == "结论：共有 2 处变化。" && lines.last == lines.first)
        #expect(report.text.contains("分值变动（1 处）\n  1. “产出指标”的分值由 50 改为 40。\n     去年 〔自评表〕B13 → 今年 〔自评表〕B13"))
        let json = try report.json()
        #expect(json.contains("\"isSame\" : false") && json.contains("\"kind\" : \"label-reworded\""))
    }
}
