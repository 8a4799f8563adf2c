import FormRecognition
import Foundation
import Spreadsheet
import SpreadsheetWriting
import Testing

@testable import FormFilling

/// Texts of many lengths in many faces, sizes and widths, printed: every character of them stands on paper.
@Suite(.serialized, .enabled(if: LibreOffice.isInstalled, "needs libreoffice-calc and poppler-utils"))
struct PaperPrintTests {
    /// A text of so many characters in which every piece of six is different.
    private func text(_ seed: Int, length: Int) -> String {
        var text = ""
        var number = seed * 1000
        while text.count < length {
            text += ["第\(number)项按计划完成，", "执行率\(number)%。", "Q\(number)（二期）", "“三公”\(number)；"][number % 4]
            number += 1
        }
        return String(text.prefix(length))
    }

    /// Rows of four cells: two of their own width, one merged over two columns, one merged over two rows.
    private func workbook(face: String, size: Double, bold: Bool, width: Double) -> Workbook {
        var style = CellStyle()
        style.font.name = face
        style.font.size = size
        style.font.bold = bold
        style.alignment.wraps = true
        var loose = style
        loose.alignment.wraps = false
        var sheet = Sheet(name: "表")
        sheet.page.paper = 9
        sheet.page.fit = (1, 0)
        for column in 0..<5 { sheet.columns[column] = ColumnLayout(width: width) }
        for step in 0..<12 {
            let row = step * 2
            // A text over two rows can't go on below: it must fit on a page.
            let length = min([1, 7, 13, 20, 33, 50, 80, 120, 160, 220, 300, 420][step], Int(width * 20))
            for (offset, column) in [0, 1, 2, 4].enumerated() {
                sheet[row, column] = Cell(text: text(step * 10 + offset, length: length), style: offset == 1 ? 2 : 1)
            }
            sheet[row + 1, 0] = Cell(text: text(step * 10 + 5, length: 9), style: 1)
            sheet.merges += [
                CellRange(CellReference(row: row, column: 2), CellReference(row: row, column: 3)),
                CellRange(CellReference(row: row, column: 4), CellReference(row: row + 1, column: 4)),
            ]
        }
        return Workbook(fileName: "表.xlsx", sheets: [sheet], styles: [CellStyle(), style, loose])
    }

    /// What of the texts is not in the PDF.
    private func missing(_ book: Workbook, _ office: LibreOffice, name: String) throws -> [String] {
        let path = office.folder + "/\(name).xlsx"
        try WorkbookWriter.write(PaperPrint.strict(book), to: path)
        let printed = try office.text(ofPDF: office.convert(path, to: "pdf"))
        return book.sheets[0].cells.values.flatMap { SampleSubmission.pieces(of: $0.shown) }
            .filter { !printed.contains($0) }
    }

    @Test(arguments: [
        ("宋体", 10.5, false, 14.0), ("仿宋_GB2312", 12, false, 22), ("黑体", 9, true, 10),
        ("Times New Roman", 11, false, 16),
        ("方正小标宋简体", 14, false, 20), ("微软雅黑", 10, true, 12),
    ])
    func everyCharacterStandsOnPaper(face: String, size: Double, bold: Bool, width: Double) throws {
        let office = try LibreOffice()
        defer { office.remove() }
        var book = workbook(face: face, size: size, bold: bold, width: width)
        let before = book.sheets[0].cells.values.map(\.shown).joined().count
        var fit = PaperFit()
        fit.fit(&book)
        #expect(PaperCheck.cut(in: book) == [])
        let marks = book.sheets[0].cells.values.filter { ContinuationMark.matches($0.shown) }.count
        let after = book.sheets[0].cells.values.map(\.shown).joined().count
        #expect(after - marks * ContinuationMark.text.count == before)
        #expect(try missing(book, office, name: "表") == [])
    }

    /// Real forms with long texts in every place that is to be filled: what is printed in them is whole, and so are the texts.
    @Test(arguments: Blanks.names)
    func blanksStayWholeWhenTheirSlotsAreFull(name: String) throws {
        let office = try LibreOffice()
        defer { office.remove() }
        var book = try Blanks.blank(name)
        let sheet = book.sheets[0]
        let covered = Set(sheet.merges.flatMap { $0.cells.dropFirst() })
        var seed = 100
        for (place, cell) in sheet.cells.sorted(by: { $0.key < $1.key })
        where cell.shown.isEmpty && !covered.contains(place) && book.styles[cell.style].border.bottom.style != .none {
            seed += 1
            book.sheets[0][place] = Cell(text: text(seed, length: seed % 5 == 0 ? 160 : 12), style: cell.style)
        }
        #expect(seed > 120)
        book.sheets.removeLast(book.sheets.count - 1)
        var fit = PaperFit()
        fit.fit(&book)
        #expect(PaperCheck.cut(in: book) == [])
        #expect(try missing(book, office, name: name) == [])
    }

    /// The judge itself: rows that are two lines too low lose what stands there.
    @Test func aRowThatIsTooLowIsFoundOnPaperAndByTheCheck() throws {
        let office = try LibreOffice()
        defer { office.remove() }
        var book = workbook(face: "宋体", size: 10.5, bold: false, width: 14)
        var fit = PaperFit()
        fit.fit(&book)
        let row = 14
        let height = try #require(book.sheets[0].rows[row]?.height)
        book.sheets[0].rows[row]?.height = height * 0.6
        #expect(try !missing(book, office, name: "低").isEmpty)
        #expect(PaperCheck.cut(in: book).contains { $0.source.cell?.row == row && $0.cause == .tooTall })
    }

    /// A reason longer than a page goes on over pages and is whole.
    @Test func aTextOfPagesIsWhole() throws {
        let office = try LibreOffice()
        defer { office.remove() }
        var book = workbook(face: "宋体", size: 10.5, bold: false, width: 14)
        book.sheets[0][6, 1] = Cell(text: text(900, length: 4000), style: 1)
        var fit = PaperFit()
        fit.fit(&book)
        #expect(fit.continuation.moved(7) > 9)
        #expect(PaperCheck.cut(in: book) == [])
        #expect(try missing(book, office, name: "长") == [])
    }
}
