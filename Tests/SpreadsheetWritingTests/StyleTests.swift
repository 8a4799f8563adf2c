import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct StyleTests {
    /// Writes one cell per style; gives back what was read, in the same order.
    private func judged(_ styles: [CellStyle]) throws -> [Judged.Cell] {
        var sheet = Sheet(name: "表")
        for index in styles.indices { sheet[index, 0] = Cell(text: "文字", style: index + 1) }
        let cells = try Judge.written(sheet, styles: [CellStyle()] + styles).cells
        return try styles.indices.map { try #require(cells["A\($0 + 1)"]) }
    }

    @Test func fonts() throws {
        let plain = Judged.Font(
            name: "宋体", size: 11, bold: false, italic: false, underline: false, strike: false, color: nil, charset: 134)
        var expected = [plain]
        var styles = [CellStyle()]
        func add(_ change: (inout CellFont) -> Void, _ expectation: (inout Judged.Font) -> Void) {
            styles.append(.with { change(&$0.font) })
            expected.append(plain)
            expectation(&expected[expected.count - 1])
        }
        add({ $0.name = "仿宋_GB2312" }, { $0.name = "仿宋_GB2312" })
        add({ $0.name = "方正小标宋简体" }, { $0.name = "方正小标宋简体" })
        add({ $0.size = 10.5 }, { $0.size = 10.5 })
        add({ $0.bold = true }, { $0.bold = true })
        add({ $0.italic = true }, { $0.italic = true })
        add({ $0.underline = true }, { $0.underline = true })
        add({ $0.strike = true }, { $0.strike = true })
        add({ $0.color = "FF0000" }, { $0.color = "FFFF0000" })
        add({ $0.color = "000000" }, { $0.color = "FF000000" })
        let latin: (inout Judged.Font) -> Void = { $0.charset = nil }
        add({ $0.name = "Calibri" }) {
            $0.name = "Calibri"
            latin(&$0)
        }
        add({ $0.name = "Times New Roman" }) {
            $0.name = "Times New Roman"
            latin(&$0)
        }
        #expect(try judged(styles).map(\.font) == expected)
    }

    @Test("The font of the first style is the workbook's", arguments: [("仿宋", 12.0), ("Calibri", 11), ("Arial", 10)])
    func defaultFont(_ name: String, _ size: Double) throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = Cell(text: "一")
        sheet["A2"] = Cell(text: "二", style: 1)
        sheet["A3"] = Cell(text: "三", style: 2)
        let first = CellStyle.with {
            $0.font.name = name
            $0.font.size = size
        }
        let calibri = CellStyle.with { $0.font.name = "Calibri" }
        let book = Workbook(fileName: "试.xlsx", sheets: [sheet], styles: [first, calibri, CellStyle()])
        let cells = try #require(try Judge.written(book).sheets.first).cells
        #expect(["A1", "A2", "A3"].map { cells[$0]?.font.name } == [name, "Calibri", "宋体"])
        #expect(cells["A1"]?.font.size == size)
        let styles = try Judge.part("xl/styles.xml", of: book)
        let fonts = try #require(styles.range(of: "<fonts count=")?.upperBound)
        let firstName = try #require(styles[fonts...].range(of: "<name val=\"")?.upperBound)
        #expect(styles[firstName...].hasPrefix("\(name)\""))
    }

    @Test func aFirstStyleWithLinesIsNotThatOfEveryEmptyCell() throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = Cell(text: "一")
        let first = CellStyle.with { $0.border.left.style = .thin }
        let book = Workbook(fileName: "试.xlsx", sheets: [sheet], styles: [first])
        #expect(try Judge.written(book).sheets.first?.cells["A1"]?.border["left"]?.style == "thin")
        let styles = try Judge.part("xl/styles.xml", of: book)
        #expect(styles.contains("<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\""))
    }

    @Test func bordersOfEveryKind() throws {
        let kinds = BorderEdge.Style.allCases
        let styles = kinds.map { kind in
            CellStyle.with {
                $0.border.left.style = kind
                $0.border.right.style = kind
                $0.border.right.color = "0000FF"
                $0.border.top.style = kind
                $0.border.bottom.style = kind
                $0.border.bottom.color = "000000"
            }
        }
        for (kind, cell) in zip(kinds, try judged(styles)) {
            #expect(cell.border.values.allSatisfy { $0.style == kind.rawValue }, "\(kind)")
            guard kind != .none else { continue }
            #expect(cell.border["right"]?.color == "FF0000FF", "\(kind)")
            #expect(cell.border["bottom"]?.color == "FF000000", "\(kind)")
        }
    }

    @Test func eachEdgeIsItsOwn() throws {
        let paths: [(String, WritableKeyPath<CellBorder, BorderEdge>)] = [
            ("left", \.left), ("right", \.right), ("top", \.top), ("bottom", \.bottom),
        ]
        let cells = try judged(paths.map { _, path in .with { $0.border[keyPath: path].style = .medium } })
        for ((name, _), cell) in zip(paths, cells) {
            #expect(cell.border.filter { $0.value.style != "none" }.keys.sorted() == [name])
        }
    }

    @Test(arguments: [("FFFF00", "FFFFFF00"), ("000000", "FF000000"), ("D9E1F2", "FFD9E1F2")])
    func fills(_ fill: String, _ expected: String) throws {
        #expect(try judged([.with { $0.fill = fill }]).first?.fill == expected)
    }

    @Test func alignments() throws {
        var styles: [CellStyle] = []
        var expected: [Judged.Alignment] = []
        func add(_ change: (inout CellAlignment) -> Void) {
            let style = CellStyle.with { change(&$0.alignment) }
            let alignment = style.alignment
            styles.append(style)
            expected.append(
                Judged.Alignment(
                    horizontal: alignment.horizontal.rawValue, vertical: alignment.vertical.rawValue,
                    wraps: alignment.wraps, shrinks: alignment.shrinks, indent: alignment.indent,
                    // Downwards angles are counted from 90 in the file.
                    rotation: alignment.rotation < 0 ? 90 - alignment.rotation : alignment.rotation))
        }
        for horizontal in CellAlignment.Horizontal.allCases { add { $0.horizontal = horizontal } }
        for vertical in CellAlignment.Vertical.allCases { add { $0.vertical = vertical } }
        for rotation in [45, 90, -45, -90, 255] { add { $0.rotation = rotation } }
        add { $0.wraps = true }
        add { $0.shrinks = true }
        add {
            $0.horizontal = .left
            $0.indent = 2
        }
        add {
            $0.horizontal = .center
            $0.vertical = .center
            $0.wraps = true
        }
        for (style, (cell, expectation)) in zip(styles, zip(try judged(styles), expected)) {
            #expect(cell.alignment == expectation, "\(style.alignment)")
        }
    }

    @Test(arguments: [
        "General", "0.00", "0.00%", "#,##0.00", "@", "0.0_ ", "yyyy\"年\"m\"月\"",
        "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
    ])
    func numberFormats(_ code: String) throws {
        #expect(try judged([.with { $0.numberFormat = code }]).first?.numberFormat == code)
    }
}
