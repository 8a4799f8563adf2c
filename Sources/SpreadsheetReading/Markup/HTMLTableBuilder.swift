import Spreadsheet

/// Builds tables from the events of a page's parser.
///
/// The tags of such pages are often wrong, so that only this is relied on: where an element begins, and that it ends before what is around it.
final class HTMLTableBuilder: HTMLEvents {
    /// What an open element means for what stands in it.
    private struct Open {
        var name: String
        /// Text in it is not shown.
        var isMuted: Bool
        /// Tables and rows in it are not shown.
        var isHidden: Bool
    }

    /// Tables that became sheets.
    private(set) var finished: [HTMLTable] = []
    /// Names of sheets in Excel's settings.
    private(set) var sheetNames: [String] = []
    /// Tables that were left out since they only hold other tables, and those kept for text of their own.
    private(set) var layouts = (only: 0, mixed: 0)
    /// The page names other files as the place of its sheets.
    private(set) var isFrame = false
    /// Text stands outside of all tables.
    private(set) var hasOtherText = false
    /// Rows of all tables, unfinished ones included.
    private(set) var rowCount = 0
    private(set) var failure: ToolError?
    /// Styles of the cells.
    let styles = MarkupStyles()

    private let file: String
    private let limits: ReadingLimits
    private var rules = HTMLStyleRules()
    private var open: [Open] = []
    private var tables: [HTMLTable] = []
    private var tableCount = 0
    /// Cells that hold something, and merges.
    private var loaded = 0
    private var steps = 0
    private var isFromExcel = false
    private var styleSheet: [UInt8] = []
    private var settingName: String?

    private static let blocks: Set<String> = [
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "center", "pre",
        "blockquote",
        "address", "form", "fieldset", "hr", "tr", "table", "caption", "section", "article", "header", "footer",
    ]
    private static let mute: Set<String> = ["script", "style", "template", "title", "xml", "noframes", "head"]

    init(file: String, limits: ReadingLimits) {
        self.file = file
        self.limits = limits
    }

    // MARK: Events

    func start(_ name: String, _ attributes: HTMLAttributes) {
        guard open.count < limits[.depth] else {
            failure = ReadingError.limit(file, .depth, limits)
            return
        }
        let style = rules.style(of: name, attributes)
        let parent = open.last
        var element = Open(
            name: name, isMuted: parent?.isMuted ?? false, isHidden: (parent?.isHidden ?? false) || style.hides == true)
        if Self.mute.contains(name) { element.isMuted = true }
        switch name {
        case "table":
            startTable(hidden: element.isHidden || element.isMuted)
            element.isMuted = false
            element.isHidden = false
        case "tr":
            // A row's own state and its section's; what libxml2 puts around it because of a missing end tag says nothing.
            let section = ["thead", "tbody", "tfoot"].contains(parent?.name ?? "") && parent?.isHidden == true
            element.isHidden = section || style.hides == true
            element.isMuted = false
            startRow(hidden: element.isHidden)
        case "td", "th":
            element.isHidden = false
            element.isMuted = false
            startCell(attributes, style)
        default:
            if tables.last?.cellElement != nil, style.hides == true, !isFromExcel {
                // Excel hides what runs over into the next cell; it belongs to the text all the same.
                element.isMuted = true
            }
            startOther(name, attributes, &element)
        }
        open.append(element)
    }

    func end(_ name: String) {
        guard let index = open.lastIndex(where: { $0.name == name }) else { return }
        while open.count > index, let element = open.popLast() { close(element.name, at: open.count) }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let element = open.last else { return }
        if element.name == "style" {
            styleSheet.append(contentsOf: piece)
        } else if settingName != nil {
            settingName?.append(String(decoding: piece, as: UTF8.self))
        } else if element.isMuted {
            return
        } else if let table = tables.last, table.captionElement != nil {
            table.caption?.append(piece)
        } else if let table = tables.last, table.cellElement != nil {
            table.text.append(piece, keepsSpace: element.name == "pre" || element.name == "textarea")
        } else if !hasOtherText, piece.contains(where: { $0 > 0x20 && $0 != 0xC2 && $0 != 0xA0 }) {
            hasOtherText = true
        }
    }

    func comment(_ text: String) {
        guard sheetNames.isEmpty, text.contains("ExcelWorksheet") else { return }
        sheetNames = HTMLSheetNames.names(in: text)
    }

    /// The page is at its end.
    func finish() {
        while let element = open.popLast() { close(element.name, at: open.count) }
        while !tables.isEmpty { finishTable() }
        finished.sort { $0.order < $1.order }
    }

    // MARK: Elements

    private func startOther(_ name: String, _ attributes: HTMLAttributes, _ element: inout Open) {
        let cell = tables.last?.cellElement == nil ? nil : tables.last
        if Self.blocks.contains(name) { cell?.text.block() }
        switch name {
        case "html":
            isFromExcel = attributes["xmlns:x"]?.contains("office:excel") ?? false
        case "thead", "tbody", "tfoot":
            closeRow()
            tables.last?.startSection()
        case "caption":
            guard let table = tables.last, table.cellElement == nil, table.caption == nil else { return }
            table.caption = HTMLTextCollector(most: limits[.text])
            table.captionElement = open.count
        case "col":
            tables.last?.declareColumns(
                Self.span(attributes["span"], most: MarkupLimits.columnSpan), hidden: element.isHidden)
        case "br":
            (tables.last?.captionElement == nil ? cell : nil)?.text.lineBreak()
            if tables.last?.captionElement != nil { tables.last?.caption?.lineBreak() }
        case "input":
            // What a person sees in a field is part of the cell.
            let type = attributes["type"]?.lowercased() ?? "text"
            guard !element.isMuted, ["text", "number"].contains(type) else { return }
            cell?.text.append((attributes["value"] ?? "").utf8)
        case "option": element.isMuted = element.isMuted || attributes["selected"] == nil
        case "style": styleSheet = []
        case "frame", "frameset": isFrame = true
        case "link": if attributes["id"]?.lowercased() == "shlink" { isFrame = true }
        case "x:name": if open.last?.name == "x:excelworksheet" { settingName = "" }
        default: break
        }
    }

    private func close(_ name: String, at index: Int) {
        let table = tables.last
        switch name {
        case "table": if table?.element == index { finishTable() }
        case "tr": if table?.rowElement == index { closeRow() }
        case "td", "th": if table?.cellElement == index { closeCell() }
        case "caption": if table?.captionElement == index { table?.captionElement = nil }
        case "style": rules.add(styleSheet)
        case "x:name":
            if let name = settingName.map(HTMLSheetNames.cleaned), !name.isEmpty { sheetNames.append(name) }
            settingName = nil
        default: break
        }
        if Self.blocks.contains(name), let table = tables.last, table.cellElement != nil { table.text.block() }
    }

    // MARK: Tables

    private func startTable(hidden: Bool) {
        // A table that begins outside of a cell of the open one: the open one's end tag is missing.
        if let table = tables.last, table.cellElement == nil { finishTable() }
        tables.last?.captionElement = nil
        tables.last?.text.block()
        tables.append(HTMLTable(order: tableCount, element: open.count, isHidden: hidden, limits: limits))
        tableCount += 1
    }

    private func startRow(hidden: Bool) {
        guard let table = tables.last else { return }
        closeRow()
        table.captionElement = nil
        table.rowElement = open.count
        table.startRow(hidden: hidden)
    }

    private func startCell(_ attributes: HTMLAttributes, _ style: HTMLStyle) {
        guard let table = tables.last else { return }
        closeCell()
        table.captionElement = nil
        // A cell without a row begins one.
        if table.rowElement == nil { startRow(hidden: false) }
        let before = (steps: table.steps, rows: table.rowCount, merges: table.merges.count)
        let broken = table.startCell(
            rowSpan: Self.span(attributes["rowspan"], most: MarkupLimits.rowSpan, least: 0),
            columnSpan: Self.span(attributes["colspan"], most: MarkupLimits.columnSpan), hidden: style.hides == true)
        rowCount += table.rowCount - before.rows
        steps += table.steps - before.steps
        loaded += table.merges.count - before.merges
        if let broken {
            failure = ReadingError.limit(file, broken, limits, detail: "第 \(table.place.row + 1) 行")
            return
        }
        guard steps <= MarkupLimits.steps else {
            failure = ReadingError.beyondLimit(file, "里合并的格子太多，排不开", cell: table.place)
            return
        }
        table.cellElement = open.count
        table.content = HTMLCellContent(attributes, format: style.numberFormat)
    }

    private func closeCell() {
        guard let table = tables.last, table.cellElement != nil, let content = table.content else { return }
        table.cellElement = nil
        let cell = content.cell(text: table.text.text, styles: styles)
        var isTooLong = table.text.isTooLong || MarkupText.isTooLong(cell.shown, limits[.text])
        if case .text(let text) = cell.value { isTooLong = isTooLong || MarkupText.isTooLong(text, limits[.text]) }
        guard !isTooLong else {
            failure = ReadingError.limit(file, .text, limits, cell: table.place)
            return
        }
        table.setCell(cell)
        if cell.value != .empty { loaded += 1 }
        if let broken = limits.isBroken(byLoaded: loaded) { failure = ReadingError.limit(file, broken, limits) }
    }

    private func closeRow() {
        closeCell()
        tables.last?.rowElement = nil
    }

    /// The innermost table is whole: it becomes a sheet, part of the cell around it, or nothing.
    private func finishTable() {
        closeRow()
        guard let table = tables.popLast() else { return }
        let outer = tables.last
        if table.cells.isEmpty {
            if table.holdsTables { layouts.only += 1 }
        } else if table.cellCount == 1, let outer, !table.holdsTables, let cell = table.cells.values.first {
            // A frame around one text is no table of figures.
            outer.text.block()
            outer.text.append(cell.shown.utf8, keepsSpace: true)
        } else {
            if table.holdsTables { layouts.mixed += 1 }
            finished.append(table)
            if finished.count > MarkupLimits.sheets {
                failure = ReadingError.beyondLimit(file, "的表格超过 \(MarkupLimits.sheets) 个")
            }
        }
        if !table.cells.isEmpty && !(table.cellCount == 1 && !table.holdsTables) || table.holdsTables {
            outer?.holdsTables = true
        }
    }

    /// The number of a span; 1 for nonsense, at most what browsers take.
    private static func span(_ text: String?, most: Int, least: Int = 1) -> Int {
        guard let text else { return 1 }
        let digits = MarkupText.trimmed(text).prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty else { return 1 }
        let number = digits.count > 9 ? most : Int(digits) ?? 1
        return number < least ? 1 : min(number, most)
    }
}
