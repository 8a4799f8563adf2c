import Spreadsheet

/// How a sheet of Excel 5–2003 prints: margins, paper, headers, breaks.
struct XLSPage {
    private let isOld: Bool
    private let pages: CodePageText
    private var fits = false
    private var fitWide = 1
    private var fitHigh = 1

    init(file: XLSFile) {
        isOld = file.globals.isOld
        pages = file.globals.pages
    }

    /// Takes a record, if it is one of these.
    mutating func take(_ kind: Int, _ record: RecordBytes, _ page: inout PageSetup) {
        switch kind {
        case RecordKind.leftMargin: margin(\.left, record, &page)
        case RecordKind.rightMargin: margin(\.right, record, &page)
        case RecordKind.topMargin: margin(\.top, record, &page)
        case RecordKind.bottomMargin: margin(\.bottom, record, &page)
        case RecordKind.header: page.header = text(record)
        case RecordKind.footer: page.footer = text(record)
        case RecordKind.centerHorizontally: page.centeredHorizontally = record.half(0) != 0
        case RecordKind.centerVertically: page.centeredVertically = record.half(0) != 0
        case RecordKind.printHeadings: page.printsHeadings = record.half(0) & 1 != 0
        case RecordKind.printGridlines: page.printsGridlines = record.half(0) & 1 != 0
        case RecordKind.horizontalBreaks: page.rowBreaks = breaks(record)
        case RecordKind.verticalBreaks: page.columnBreaks = breaks(record)
        case RecordKind.sheetOptions: fits = record.half(0) & 0x100 != 0
        case RecordKind.setup: setup(record, &page)
        default: break
        }
    }

    /// What can be said only when all records were seen.
    func finish(_ page: inout PageSetup) { if fits { page.fit = (fitWide, fitHigh) } }

    private func margin(
        _ side: WritableKeyPath<PageSetup, Double>, _ record: RecordBytes, _ page: inout PageSetup
    ) {
        let value = record.double(0)
        // 49 inches are the most that the programs take.
        guard value >= 0, value < 50 else { return }
        if !page.saysMargins {
            // What an older sheet has where it says nothing.
            (page.left, page.right, page.top, page.bottom) = (0.75, 0.75, 1, 1)
            page.saysMargins = true
        }
        page[keyPath: side] = value
    }

    private func text(_ record: RecordBytes) -> String {
        guard record.count > (isOld ? 1 : 2) else { return "" }
        return XLSStyles.text(record, lengthIn: isOld ? 1 : 2, isOld: isOld, pages: pages)
    }

    private func breaks(_ record: RecordBytes) -> [Int] {
        let size = isOld ? 2 : 6
        return (0..<min(record.half(0), max(0, record.count - 2) / size)).map { record.half(2 + $0 * size) }
    }

    private mutating func setup(_ record: RecordBytes, _ page: inout PageSetup) {
        guard record.count >= 32 else { return }
        let flags = record.half(10)
        (fitWide, fitHigh) = (min(record.half(6), 32_767), min(record.half(8), 32_767))
        func say(_ name: String, _ value: String, _ isSaid: Bool) {
            if isSaid { page.options.append(.init(name, value)) }
        }
        // Without a printer's settings these say nothing.
        if flags & 4 == 0 {
            page.saysSetup = true
            page.paper = record.half(0) == 0 ? nil : record.half(0)
            page.scale = (10...400).contains(record.half(2)) ? record.half(2) : 100
            page.landscape = flags & 0x42 == 0
            say("copies", "\(record.half(32))", record.count >= 34 && (2...32_767).contains(record.half(32)))
        }
        say("pageOrder", "overThenDown", flags & 1 != 0)
        say("blackAndWhite", "1", flags & 8 != 0)
        say("draft", "1", flags & 0x10 != 0)
        say("cellComments", flags & 0x200 != 0 ? "atEnd" : "asDisplayed", flags & 0x20 != 0)
        say("firstPageNumber", "\(record.half(4))", flags & 0x80 != 0)
        say("useFirstPageNumber", "1", flags & 0x80 != 0)
        let (header, footer) = (record.double(16), record.double(24))
        if header >= 0, header < 50 { page.headerMargin = header }
        if footer >= 0, footer < 50 { page.footerMargin = footer }
    }
}
