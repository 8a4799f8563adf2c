/// A workbook of Excel 97–2003 or 5/95 for tests.
package struct OldWorkbook {
    /// A tab.
    package struct Tab {
        package var name: String
        /// 0 shown, 1 hidden, 2 very hidden.
        package var visibility = 0
        /// 0 a sheet, 1 macros, 2 a chart.
        package var kind = 0
        /// What stands between its begin and its end.
        package var records: [UInt8]

        package init(_ name: String, visibility: Int = 0, kind: Int = 0, _ records: [[UInt8]]) {
            self.name = name
            self.visibility = visibility
            self.kind = kind
            self.records = records.flatMap { $0 }
        }
    }

    package var tabs: [Tab]
    /// Excel 5/95.
    package var isOld = false
    /// Shared texts with their bytes behind the length: see ``OldRecord/characters(_:isWide:)``.
    package var texts: [SharedText] = []
    /// Bytes that a record of shared texts has at most.
    package var pieceSize = 8224
    /// Formats of the styles from 15 on; the first is the usual one.
    package var formats = ["General"]
    /// Records besides, before the tabs are named.
    package var globals: [UInt8] = []
    /// The bytes of the usual style of cells from its alignment on: 14, of Excel 5/95 10.
    package var styleBytes: [UInt8]?

    /// A text with what may stand behind it.
    package struct SharedText {
        package var text: String
        package var isWide: Bool?
        /// Places and fonts.
        package var runs: [(Int, Int)] = []
        /// How it is pronounced, or anything else.
        package var extra: [UInt8] = []

        package init(_ text: String, isWide: Bool? = nil, runs: [(Int, Int)] = [], extra: [UInt8] = []) {
            self.text = text
            self.isWide = isWide
            self.runs = runs
            self.extra = extra
        }
    }

    package init(_ tabs: [Tab]) { self.tabs = tabs }

    /// A workbook of one tab.
    package init(_ records: [[UInt8]]) { self.init([Tab("表", records)]) }

    /// The bytes of the file.
    package var bytes: [UInt8] { OldContainer([(isOld ? "Book" : "Workbook", stream)]).bytes }

    /// The bytes of the stream.
    package var stream: [UInt8] {
        var head = OldRecord.begin(5, isOld: isOld) + globals
        for index in 0..<5 { head += font(bold: index == 1) }
        for (index, format) in formats.enumerated() where index > 0 {
            let text = isOld ? [UInt8(format.utf8.count)] + Array(format.utf8) : OldRecord.text(format)
            head += OldRecord.record(0x041E, OldRecord.half(163 + index) + text)
        }
        for index in 0..<15 + formats.count { head += style(index) }
        let shared = isOld ? [] : sharedTexts
        let sizes = tabs.map { OldRecord.record(0x0085, sheetName($0, at: 0)).count }
        var place = head.count + sizes.reduce(0, +) + shared.count + OldRecord.end.count
        var parts: [UInt8] = []
        for tab in tabs {
            head += OldRecord.record(0x0085, sheetName(tab, at: place))
            let part =
                OldRecord.begin(tab.kind == 2 ? 0x20 : tab.kind == 1 ? 0x40 : 0x10, isOld: isOld) + tab.records
                + OldRecord.end
            place += part.count
            parts += part
        }
        return head + shared + OldRecord.end + parts
    }

    private func sheetName(_ tab: Tab, at place: Int) -> [UInt8] {
        let name = isOld ? [UInt8(tab.name.utf8.count)] + Array(tab.name.utf8) : OldRecord.text(tab.name, lengthIn: 1)
        return OldRecord.word(place) + [UInt8(tab.visibility), UInt8(tab.kind)] + name
    }

    private func font(bold: Bool) -> [UInt8] {
        let name = isOld ? [5] + Array("Arial".utf8) : OldRecord.text("宋体", lengthIn: 1)
        return OldRecord.record(
            0x0031,
            OldRecord.half(220) + OldRecord.half(0) + OldRecord.half(0x7FFF) + OldRecord.half(bold ? 700 : 400)
                + OldRecord.half(0) + [0, 0, 134, 0] + name)
    }

    private func style(_ index: Int) -> [UInt8] {
        let number = index - 15
        let format = number > 0 ? 163 + number : 0
        let isCell = number >= 0
        let usual = [0x20, 0] + [UInt8](repeating: 0, count: isOld ? 8 : 12)
        return OldRecord.record(
            0x00E0,
            OldRecord.half(0) + OldRecord.half(format) + OldRecord.half(isCell ? 1 : 0xFFF5)
                + (number == 0 ? styleBytes ?? usual : usual))
    }

    /// The shared texts, cut where a record is full: a text that is cut says its width again.
    private var sharedTexts: [UInt8] {
        var records: [[UInt8]] = []
        var piece = OldRecord.word(texts.count) + OldRecord.word(texts.count)
        func cut() {
            records.append(piece)
            piece = []
        }
        for text in texts {
            let characters = OldRecord.characters(text.text, isWide: text.isWide)
            let isWide = characters[0] & 1 != 0
            var flags = characters[0]
            var head = OldRecord.half(text.text.utf16.count)
            if !text.runs.isEmpty { flags |= 8 }
            if !text.extra.isEmpty { flags |= 4 }
            head.append(flags)
            if !text.runs.isEmpty { head += OldRecord.half(text.runs.count) }
            if !text.extra.isEmpty { head += OldRecord.word(text.extra.count) }
            if piece.count + head.count > pieceSize { cut() }
            piece += head
            var rest = characters.dropFirst()
            while !rest.isEmpty {
                let room = (pieceSize - piece.count) / (isWide ? 2 : 1) * (isWide ? 2 : 1)
                if room <= 0 {
                    cut()
                    piece = [isWide ? 1 : 0]
                    continue
                }
                piece += rest.prefix(room)
                rest = rest.dropFirst(room)
            }
            for byte in text.runs.flatMap({ OldRecord.half($0.0) + OldRecord.half($0.1) }) + text.extra {
                if piece.count >= pieceSize { cut() }
                piece.append(byte)
            }
        }
        records.append(piece)
        return records.enumerated().flatMap { OldRecord.record($0.offset == 0 ? 0x00FC : 0x003C, $0.element) }
    }
}
