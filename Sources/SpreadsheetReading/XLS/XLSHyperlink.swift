import Spreadsheet

/// A link of Excel 97–2003 ([MS-OSHARED] 2.3.7.1).
enum XLSHyperlink {
    private static let address: [UInt8] = [
        0xE0, 0xC9, 0xEA, 0x79, 0xF9, 0xBA, 0xCE, 0x11, 0x8C, 0x82, 0x00, 0xAA, 0x00, 0x4B, 0xA9, 0x0B,
    ]
    private static let filePath: [UInt8] = [
        0x03, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46,
    ]

    /// The link of a record; nil for one that leads nowhere.
    static func link(_ record: RecordBytes, pages: CodePageText) -> Hyperlink? {
        var link = Hyperlink(range: XLSSheetLayout.range(record, 0))
        let flags = record.word(28)
        var place = 32
        func text() -> String {
            let count = min(record.word(place), 1 << 15)
            defer { place += 4 + count * 2 }
            return wide(record.part(place + 4, count * 2))
        }
        if flags & 0x10 != 0 { link.display = text() }
        if flags & 0x80 != 0 { _ = text() }
        if flags & 1 != 0 {
            if flags & 0x100 != 0 {
                link.target = text()
            } else {
                guard let target = target(record, &place, pages) else { return nil }
                link.target = target
            }
        }
        if flags & 8 != 0 { link.location = text() }
        return link.target == nil && link.location == nil ? nil : link
    }

    private static func target(_ record: RecordBytes, _ place: inout Int, _ pages: CodePageText) -> String? {
        let kind = record.part(place, 16).copy
        place += 16
        if kind == address {
            let count = min(record.word(place), 1 << 15)
            defer { place += 4 + count }
            return wide(record.part(place + 4, count))
        }
        guard kind == filePath else { return nil }
        let ups = min(record.half(place), 64)
        let short = min(record.word(place + 2), 1 << 12)
        var path = pages.text(record.part(place + 6, max(0, short - 1)))
        place += 6 + short + 24
        let size = min(record.word(place), 1 << 13)
        if size > 6 { path = wide(record.part(place + 10, size - 6)) }
        place += 4 + size
        return String(repeating: "..\\", count: ups) + path
    }

    /// UTF-16 up to the zero that ends it.
    static func wide(_ bytes: RecordBytes) -> String {
        let units = (0..<bytes.count / 2).map { UInt16(bytes.half($0 * 2)) }
        return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    }

    /// What is shown when the pointer rests on a range (HLinkTooltip).
    static func tooltip(_ record: RecordBytes) -> (range: CellRange, text: String) {
        (XLSSheetLayout.range(record, 2), wide(record.part(10)))
    }
}
