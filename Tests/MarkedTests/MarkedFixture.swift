import Assessment
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// A small form with some looks and a comment, and findings about it.
enum MarkedFixture {
    static let file = "自评表.xlsx"

    static func form() -> Workbook {
        var book = Workbook(fileName: file)
        var boxed = CellStyle()
        boxed.border.left.style = .thin
        boxed.alignment.wraps = true
        var grey = boxed
        grey.fill = "D9D9D9"
        var lined = boxed
        lined.pattern = .lines("lightUp", front: "FF0000", back: "FFFFFF")
        let (plain, solid, pattern) = (book.index(of: boxed), book.index(of: grey), book.index(of: lined))
        var sheet = Sheet(name: "自评 表")
        sheet["A1"] = Cell(text: "标题", style: solid)
        sheet["A2"] = Cell(text: "数量指标", style: plain)
        sheet["B2"] = Cell(value: .number(12), shown: "12", style: pattern)
        sheet["C2"] = Cell(value: .number(11), shown: "11", style: solid)
        sheet.merges = [CellRange("A1:C1")].compactMap { $0 }
        let bold = MarkupElement("rPr", children: [MarkupElement("b"), MarkupElement("sz", [.init("val", "9")])])
        sheet.comments[CellReference(row: 1, column: 1)] = CellComment(
            author: "张三", content: RichText([.init("张三:", properties: bold), .init("\n请复核")]), isVisible: true,
            anchor: [3, 10, 1, 5, 5, 20, 6, 9])
        book.sheets = [sheet, Sheet(name: "附表")]
        book.activeSheet = 1
        return book
    }

    static func finding(
        _ rule: String = "SCO-01", _ level: Finding.Level = .must, sheet: String? = "自评 表", cell: String? = "C2",
        file: String = MarkedFixture.file, subject: String = "数量指标"
    ) -> Finding {
        Finding(
            rule: rule, level: level,
            source: Source(file: file, sheet: sheet, cell: cell.flatMap { CellReference($0) }),
            subject: subject, found: "11", expected: "不超过 10", message: "得分超过分值", citation: "本工具约定",
            remedy: "改正得分")
    }

    static func marked(_ findings: [Finding], of book: Workbook = form()) -> Workbook {
        MarkedWorkbook.make(of: book, findings: findings, verdict: "结论：暂不能报送。")
    }

    /// Written and read again, as a person's program leaves it.
    static func saved(_ book: Workbook) throws -> Workbook {
        let bytes = try WorkbookWriter.bytes(of: book, named: book.fileName)
        return try WorkbookReader.read(bytes: [UInt8](bytes), fileName: book.fileName)
    }
}

extension Workbook {
    /// The look of a cell.
    func style(_ sheet: Int, _ cell: String) -> CellStyle? {
        CellReference(cell).flatMap { sheets[sheet][$0] }.map { styles[$0.style] }
    }
}

extension Sheet {
    subscript(address: String) -> Cell? {
        get { CellReference(address).flatMap { self[$0] } }
        set { if let place = CellReference(address) { self[place] = newValue } }
    }

    /// The texts of a row.
    func texts(row: Int) -> [String] { (0..<10).map { self[row, $0]?.shown ?? "" } }
}
