import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Test func happyPath() throws {
    var book = Workbook(fileName: "x")
    var style = CellStyle()
    style.border.left.style = .thin
    style.font.name = "仿宋_GB2312"
    style.font.size = 16
    let index = book.index(of: style)
    var sheet = Sheet(name: "2022")
    sheet["A1"] = Cell(text: "=1+1", style: index)
    sheet["B2"] = Cell(value: .number(Decimal(string: "570.54") ?? 0), shown: "570.54", formula: "SUM(A1:A1)")
    sheet.merges = [CellRange(CellReference(row: 0, column: 0), CellReference(row: 1, column: 0))]
    sheet.columns[0] = ColumnLayout(width: 13.625)
    sheet.page.printArea = sheet.usedRange
    sheet.page.header = "&C第&P页"
    book.sheets = [sheet]
    try WorkbookWriter.write(book, to: "/tmp/first-writing.xlsx", replacing: true)
}

extension Sheet {
    subscript(address: String) -> Cell? {
        get { CellReference(address).flatMap { cells[$0] } }
        set { if let reference = CellReference(address) { cells[reference] = newValue } }
    }
}
