import Spreadsheet

/// Fonts, number formats, colours and styles of a workbook of Excel 5–2003.
struct XLSStyles {
    /// A style as its record has it: `[MS-XLS]` 2.4.353.
    private struct Record {
        var bytes: [UInt8]
        var isCell: Bool
    }

    /// Names of the patterns by their numbers; 1 is solid.
    private static let patterns = [
        "none", "solid", "mediumGray", "darkGray", "lightGray", "darkHorizontal", "darkVertical", "darkDown", "darkUp",
        "darkGrid", "darkTrellis", "lightHorizontal", "lightVertical", "lightDown", "lightUp", "lightGrid",
        "lightTrellis", "gray125", "gray0625",
    ]
    private static let mostRecords = 1 << 16

    /// Fonts by their places in the file.
    private(set) var fonts: [CellFont] = []
    private var formats: [Int: String] = [:]
    private var records: [Record] = []
    private var palette: [String] = []

    // MARK: Records

    mutating func addFont(_ record: RecordBytes, isOld: Bool, pages: CodePageText) throws {
        guard record.count >= 15, fonts.count < Self.mostRecords else { return }
        var font = CellFont()
        let flags = record.half(2)
        font.size = Double(record.half(0)) / 20
        font.italic = flags & 2 != 0
        font.strike = flags & 8 != 0
        font.outline = flags & 0x10 != 0
        font.shadow = flags & 0x20 != 0
        // The colours come later in the file: until then its number is kept.
        font.color = String(record.half(4))
        font.bold = record.half(6) >= 600
        font.script = [.baseline, .superscript, .subscript][min(record.half(8), 2)]
        switch record.byte(10) {
        case 0: font.underlining = .none
        case 2: font.underlining = .double
        case 0x21: font.underlining = .singleAccounting
        case 0x22: font.underlining = .doubleAccounting
        default: font.underlining = .single
        }
        let family = record.byte(11)
        let charset = record.byte(12)
        font.substitution = CellFont.Substitution(
            family: (1...5).contains(family) ? family : nil, charset: charset == 0 || charset == 1 ? nil : charset)
        font.name = Self.text(record.part(14), lengthIn: 1, isOld: isOld, pages: pages)
        if font.name.isEmpty { font.name = "Arial" }
        fonts.append(font)
    }

    mutating func addFormat(_ record: RecordBytes, isOld: Bool, pages: CodePageText) {
        formats[record.half(0)] = Self.text(record.part(2), lengthIn: isOld ? 1 : 2, isOld: isOld, pages: pages)
    }

    mutating func addStyle(_ record: RecordBytes) {
        guard records.count < Self.mostRecords else { return }
        records.append(Record(bytes: record.copy, isCell: record.half(4) & 4 == 0))
    }

    mutating func setPalette(_ record: RecordBytes) {
        let usual = (0..<8).compactMap { IndexedColors.color($0, custom: []) }
        palette = usual
        for index in 0..<min(record.half(0), 56) where 2 + index * 4 + 3 <= record.count {
            let bytes = (0..<3).map { record.byte(2 + index * 4 + $0) }
            palette.append(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined())
        }
    }

    /// A text with its length: bytes of a code page, or characters with a byte of flags.
    static func text(_ record: RecordBytes, lengthIn bytes: Int, isOld: Bool, pages: CodePageText) -> String {
        let count = bytes == 1 ? record.byte(0) : record.half(0)
        if isOld { return pages.text(record.part(bytes, count)) }
        return text(record.part(bytes), count)
    }

    /// So many characters after a byte of flags.
    static func text(_ record: RecordBytes, _ count: Int) -> String {
        let isWide = record.byte(0) & 1 != 0
        let part = record.part(1, isWide ? count * 2 : count)
        let output = RowOutput(capacity: 64)
        var state = RecordText.State()
        if isWide {
            RecordText.appendWide(part.start, part.count / 2, to: output.buffer, &state)
        } else {
            RecordText.appendNarrow(part.start, part.count, to: output.buffer, &state)
        }
        RecordText.finish(output.buffer, &state)
        return String(decoding: UnsafeBufferPointer(start: output.bytes, count: output.count), as: UTF8.self)
    }

    // MARK: Results

    /// A colour by its number; nil for the automatic ones.
    func color(_ number: Int) -> String? { IndexedColors.color(number, custom: palette) }

    /// A font by the number that records give it: 4 is left out.
    func font(_ number: Int) -> CellFont? {
        let index = number < 4 ? number : number - 1
        guard number != 4, fonts.indices.contains(index) else { return nil }
        var font = fonts[index]
        font.color = font.color.flatMap { Int($0) }.flatMap(color)
        return font
    }

    /// The font of the usual style, which is the first.
    var usualFont: CellFont? {
        records.first.flatMap { font(Int($0.bytes.first ?? 0) | Int($0.bytes.dropFirst().first ?? 0) << 8) }
    }

    /// The styles as cells name them: index 0 is the usual one of cells, and `places` says where each record of the file is.
    func cellStyles(isOld: Bool) -> (styles: [CellStyle], places: [Int]) {
        let usual = records.indices.contains(15) && records[15].isCell ? 15 : records.firstIndex { $0.isCell } ?? 0
        var styles: [CellStyle] = []
        var places = [Int](repeating: 0, count: records.count)
        var known: [CellStyle: Int] = [:]
        guard records.indices.contains(usual) else {
            var plain = CellStyle()
            plain.font.name = "Arial"
            plain.font.size = 10
            return ([plain], [])
        }
        for index in [usual] + records.indices.filter({ $0 != usual }) {
            let style = records[index].bytes.withUnsafeBufferPointer { buffer -> CellStyle in
                guard let start = buffer.baseAddress else { return CellStyle() }
                let bytes = RecordBytes(start: start, count: buffer.count)
                return isOld ? oldStyle(bytes) : newStyle(bytes)
            }
            if let place = known[style] {
                places[index] = place
            } else {
                places[index] = styles.count
                known[style] = styles.count
                styles.append(style)
            }
        }
        return (styles, places)
    }

    private func begun(_ record: RecordBytes) -> CellStyle {
        var style = CellStyle()
        if let font = font(record.half(0)) { style.font = font }
        let format = record.half(2)
        style.numberFormat = formats[format] ?? BuiltInFormats.code(format)
        if format > 0, formats[format] == nil { style.builtInFormat = format }
        let flags = record.half(4)
        style.isLocked = flags & 1 != 0
        style.hidesFormula = flags & 2 != 0
        style.hasQuotePrefix = flags & 8 != 0
        style.alignment.horizontal = CellAlignment.Horizontal.allCases[record.byte(6) & 7]
        style.alignment.wraps = record.byte(6) & 8 != 0
        let vertical = record.byte(6) >> 4 & 7
        style.alignment.vertical = vertical < 5 ? CellAlignment.Vertical.allCases[vertical] : .bottom
        return style
    }

    /// Excel 97–2003.
    private func newStyle(_ record: RecordBytes) -> CellStyle {
        var style = begun(record)
        style.alignment.justifiesLastLine = record.byte(6) & 0x80 != 0
        let rotation = record.byte(7)
        style.alignment.rotation = rotation == 255 ? 255 : rotation > 180 ? 0 : rotation > 90 ? 90 - rotation : rotation
        style.alignment.indent = record.byte(8) & 15
        style.alignment.shrinks = record.byte(8) & 0x10 != 0
        style.alignment.readingOrder = min(record.byte(8) >> 6, 2)
        let lines = record.word(10)
        let colors = record.word(14)
        style.border.left = edge(lines & 15, lines >> 16 & 0x7F)
        style.border.right = edge(lines >> 4 & 15, lines >> 23 & 0x7F)
        style.border.top = edge(lines >> 8 & 15, colors & 0x7F)
        style.border.bottom = edge(lines >> 12 & 15, colors >> 7 & 0x7F)
        style.border.diagonal = edge(colors >> 21 & 15, colors >> 14 & 0x7F)
        style.border.fallsDiagonally = lines & 0x4000_0000 != 0
        style.border.risesDiagonally = lines & 0x8000_0000 != 0
        fill(&style, colors >> 26 & 0x3F, record.half(18) & 0x7F, record.half(18) >> 7 & 0x7F)
        return style
    }

    /// Excel 5 and 95.
    private func oldStyle(_ record: RecordBytes) -> CellStyle {
        var style = begun(record)
        style.alignment.rotation = [0, 255, 90, -90][record.byte(7) & 3]
        let area = record.word(8)
        let lines = record.word(12)
        fill(&style, area >> 16 & 0x3F, area & 0x7F, area >> 7 & 0x7F)
        style.border.bottom = edge(area >> 22 & 7, area >> 25 & 0x7F)
        style.border.top = edge(lines & 7, lines >> 9 & 0x7F)
        style.border.left = edge(lines >> 3 & 7, lines >> 16 & 0x7F)
        style.border.right = edge(lines >> 6 & 7, lines >> 23 & 0x7F)
        return style
    }

    private func edge(_ line: Int, _ color: Int) -> BorderEdge {
        var edge = BorderEdge()
        guard line > 0, line < BorderEdge.Style.allCases.count else { return edge }
        edge.style = BorderEdge.Style.allCases[line]
        edge.color = self.color(color)
        return edge
    }

    private func fill(_ style: inout CellStyle, _ pattern: Int, _ front: Int, _ back: Int) {
        guard pattern > 0, pattern < Self.patterns.count else { return }
        if pattern == 1, let color = color(front) {
            style.fill = color
        } else {
            style.pattern = .lines(Self.patterns[pattern], front: color(front), back: color(back))
        }
    }
}
