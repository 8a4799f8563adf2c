import CExpat
import Foundation

typealias AttributeList = UnsafeMutablePointer<UnsafePointer<CChar>?>

/// The handlers that expat calls for a sheet. They touch bytes behind a pointer and nothing else.
enum SheetHandlers {
    static func install(_ parser: XML_Parser, _ scan: UnsafeMutablePointer<SheetScan>) {
        XML_SetUserData(parser, scan)
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let user, let name, let attributes else { return }
                SheetHandlers.start(user.assumingMemoryBound(to: SheetScan.self), name, attributes)
            },
            { user, name in
                guard let user, let name else { return }
                SheetHandlers.end(user.assumingMemoryBound(to: SheetScan.self), name)
            })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            guard let user, let text else { return }
            SheetHandlers.text(user.assumingMemoryBound(to: SheetScan.self), text, Int(count))
        }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            user?.assumingMemoryBound(to: SheetScan.self).pointee.halt(.doctype)
        }
    }

    private static let lowerC = CChar(bitPattern: UInt8(ascii: "c"))
    private static let lowerV = CChar(bitPattern: UInt8(ascii: "v"))
    private static let lowerF = CChar(bitPattern: UInt8(ascii: "f"))
    private static let lowerR = CChar(bitPattern: UInt8(ascii: "r"))
    private static let lowerS = CChar(bitPattern: UInt8(ascii: "s"))
    private static let lowerX = CChar(bitPattern: UInt8(ascii: "x"))
    private static let lowerT = CChar(bitPattern: UInt8(ascii: "t"))

    /// The name after the prefix; nil when it has another.
    @inline(__always)
    private static func local(
        _ scan: UnsafeMutablePointer<SheetScan>, _ name: UnsafePointer<CChar>
    ) -> UnsafePointer<CChar>? {
        let length = scan.pointee.prefixLength
        if length == 0 { return name }
        return strncmp(name, scan.pointee.prefix, length) == 0 ? name + length : nil
    }

    @inline(__always)
    private static func start(
        _ scan: UnsafeMutablePointer<SheetScan>, _ name: UnsafePointer<CChar>, _ attributes: AttributeList
    ) {
        scan.pointee.depth += 1
        if scan.pointee.skipDepth != 0 || scan.pointee.depth > scan.pointee.maximumDepth {
            if scan.pointee.depth > scan.pointee.maximumDepth { scan.pointee.halt(.depth) }
            return
        }
        if scan.pointee.depth == 1 { return root(scan, name) }
        if attributes[0] != nil, scan.pointee.mode != .row { refuseNamespace(scan, attributes) }
        guard let local = local(scan, name) else { return foreign(scan, name, attributes) }
        switch scan.pointee.mode {
        case .row:
            if local[0] == lowerC, local[1] == 0 { return startCell(scan, attributes) }
            foreign(scan, name, attributes)
        case .cell:
            if local[0] == lowerV, local[1] == 0 {
                scan.pointee.mode = .value
                scan.pointee.cell.hasValue = true
            } else if local[0] == lowerF, local[1] == 0 {
                startFormula(scan, attributes)
            } else if strcmp(local, "is") == 0 {
                scan.pointee.beginInline()
            } else {
                foreign(scan, name, attributes)
            }
        case .inline:
            if local[0] == lowerT, local[1] == 0 {
                if scan.pointee.phonetic == 0 { scan.pointee.beginInlineText(attributes) }
            } else if strcmp(local, "rPh") == 0 {
                scan.pointee.phonetic += 1
            } else if strcmp(local, "rPr") == 0 {
                scan.pointee.observer?.look(
                    row: Int(scan.pointee.cell.row), column: Int(scan.pointee.cell.column))
            }
        case .sheetData:
            if strcmp(local, "row") == 0 { return startRow(scan, attributes) }
            foreign(scan, name, attributes)
        case .outside:
            if strcmp(local, "sheetData") == 0 {
                scan.pointee.mode = .sheetData
                scan.pointee.sawSheetData = true
                return
            }
            scan.pointee.observer?.start(String(cString: local), XMLAttributes(list: attributes))
        case .value, .formula, .inlineText:
            foreign(scan, name, attributes)
        }
    }

    @inline(__always)
    private static func end(_ scan: UnsafeMutablePointer<SheetScan>, _ name: UnsafePointer<CChar>) {
        defer { scan.pointee.depth -= 1 }
        if scan.pointee.skipDepth != 0 {
            if scan.pointee.skipDepth == scan.pointee.depth { scan.pointee.skipDepth = 0 }
            return
        }
        switch scan.pointee.mode {
        case .value:
            scan.pointee.mode = .cell
        case .cell:
            // Only the cell itself ends here: its children have modes of their own.
            endCell(scan)
            scan.pointee.mode = .row
        case .row:
            if scan.pointee.alternatives != 0, leaveAlternative(scan, name) { return }
            scan.pointee.mode = .sheetData
            scan.pointee.finishRow()
        case .formula:
            scan.pointee.mode = .cell
        case .inlineText:
            scan.pointee.endInlineText()
        case .inline:
            guard let local = local(scan, name) else { return }
            if strcmp(local, "is") == 0 {
                scan.pointee.mode = .cell
            } else if strcmp(local, "rPh") == 0 {
                scan.pointee.phonetic -= 1
            }
        case .sheetData:
            if scan.pointee.alternatives != 0, leaveAlternative(scan, name) { return }
            scan.pointee.mode = .outside
        case .outside:
            guard scan.pointee.observer != nil, let local = local(scan, name) else { return }
            scan.pointee.observer?.end(String(cString: local))
        }
    }

    @inline(__always)
    private static func text(_ scan: UnsafeMutablePointer<SheetScan>, _ text: UnsafePointer<CChar>, _ count: Int) {
        guard scan.pointee.skipDepth == 0 else { return }
        switch scan.pointee.mode {
        case .value, .inlineText: scan.pointee.addText(text, count)
        case .formula:
            if scan.pointee.keepsFormulas { scan.pointee.appendFormula(text, count) }
        case .outside:
            guard scan.pointee.observer != nil else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: count)
            scan.pointee.observer?.text(String(decoding: bytes, as: UTF8.self))
        case .sheetData, .row, .cell, .inline: return
        }
    }

    /// The first element tells what the names of all others begin with.
    private static func root(_ scan: UnsafeMutablePointer<SheetScan>, _ name: UnsafePointer<CChar>) {
        guard scan.pointee.namespaces else {
            if strcmp(name, "worksheet") != 0 { scan.pointee.halt(.needsNamespaces) }
            return
        }
        guard let mark = strchr(name, 1) else {
            // A sheet without any namespace is read as if it had the right one.
            if strcmp(name, "worksheet") != 0 { scan.pointee.halt(.notSheet) }
            return
        }
        let length = name.distance(to: UnsafePointer(mark)) + 1
        let isKnown = XMLPart.localName(name).first != "?"
        guard isKnown, strcmp(name + length, "worksheet") == 0 else { return scan.pointee.halt(.notSheet) }
        scan.pointee.setPrefix(name, length)
    }

    /// Leaves the sheet to a parser that knows namespaces, where a default one begins.
    @inline(__always)
    private static func refuseNamespace(_ scan: UnsafeMutablePointer<SheetScan>, _ attributes: AttributeList) {
        guard !scan.pointee.namespaces, DefaultNamespace.begins(in: attributes) else { return }
        scan.pointee.halt(.needsNamespaces)
    }

    private static func startRow(_ scan: UnsafeMutablePointer<SheetScan>, _ attributes: AttributeList) {
        scan.pointee.mode = .row
        scan.pointee.column = -1
        scan.pointee.rowIsNumbered = false
        var item = attributes
        while let name = item[0] {
            if name[0] == lowerR, name[1] == 0, let value = item[1], let number = number(value) {
                scan.pointee.rowNumber = number - 1
                scan.pointee.rowIsNumbered = true
            }
            item += 2
        }
        if !scan.pointee.rowIsNumbered {
            scan.pointee.sawUnnumberedRow = true
            scan.pointee.rowNumber += 1
        }
        if scan.pointee.rowNumber < 0 || scan.pointee.rowNumber >= scan.pointee.maximumRows {
            return scan.pointee.halt(.row)
        }
        scan.pointee.observer?.row(Int(scan.pointee.rowNumber), XMLAttributes(list: attributes))
    }

    @inline(__always)
    private static func startCell(_ scan: UnsafeMutablePointer<SheetScan>, _ attributes: AttributeList) {
        scan.pointee.mode = .cell
        scan.pointee.column += 1
        scan.pointee.cell.row = scan.pointee.rowNumber
        scan.pointee.cell.style = 0
        scan.pointee.cell.kind = .number
        scan.pointee.cell.hasFormula = false
        scan.pointee.cell.hasValue = false
        scan.pointee.cell.formulaGroup = -1
        scan.pointee.beginText()
        scan.pointee.cell.formulaStart = Int32(truncatingIfNeeded: scan.pointee.formulaCount)
        var item = attributes
        while let name = item[0], let value = item[1] {
            if name[1] == 0 {
                if name[0] == lowerR {
                    place(scan, value)
                } else if name[0] == lowerS {
                    scan.pointee.cell.style = number(value) ?? 0
                } else if name[0] == lowerT {
                    scan.pointee.cell.kind = kind(value)
                }
            } else if name[0] == lowerX {
                refuseNamespace(scan, item)
            }
            item += 2
        }
        scan.pointee.cell.column = scan.pointee.column
        if scan.pointee.column >= scan.pointee.maximumColumns { scan.pointee.halt(.column) }
    }

    /// Reads `B7`. What is no address counts as none.
    @inline(__always)
    private static func place(_ scan: UnsafeMutablePointer<SheetScan>, _ text: UnsafePointer<CChar>) {
        var index = 0
        var column: Int32 = 0
        while index < 4 {
            let byte = UInt8(bitPattern: text[index]) | 0x20
            guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else { break }
            column = column * 26 + Int32(byte - UInt8(ascii: "a")) + 1
            index += 1
        }
        guard column > 0, let row = number(text + index) else { return }
        scan.pointee.column = column - 1
        let number = row - 1
        guard number != scan.pointee.rowNumber else { return }
        if number < 0 || number >= scan.pointee.maximumRows { return scan.pointee.halt(.row) }
        scan.pointee.cell.row = number
        // A row without a number is where its first cell says.
        if !scan.pointee.rowIsNumbered, scan.pointee.cellCount == 0 {
            scan.pointee.rowNumber = number
            scan.pointee.rowIsNumbered = true
        }
    }

    @inline(__always)
    private static func endCell(_ scan: UnsafeMutablePointer<SheetScan>) {
        let count = Int(scan.pointee.cell.count)
        scan.pointee.cell.formulaCount = Int32(
            truncatingIfNeeded: scan.pointee.formulaCount - Int(scan.pointee.cell.formulaStart))
        if scan.pointee.cell.kind == .text {
            let text = scan.pointee.cellText
            scan.pointee.cell.mayHoldEscapes =
                memchr(text, Int32(UInt8(ascii: "_")), count) != nil || memchr(text, 13, count) != nil
        }
        if count > scan.pointee.maximumText {
            let text = UnsafeBufferPointer(start: scan.pointee.cellText, count: count)
            if UTF16Length.of(text) > scan.pointee.maximumText, isTooLong(scan, text) {
                return scan.pointee.halt(.textLength)
            }
        }
        scan.pointee.pushCell()
    }

    /// A text counts as it is read, its escapes undone.
    private static func isTooLong(_ scan: UnsafeMutablePointer<SheetScan>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard scan.pointee.cell.mayHoldEscapes else { return true }
        return EscapedText.decode(String(decoding: text, as: UTF8.self)).utf16.count > Int(scan.pointee.maximumText)
    }

    /// A whole number without sign; nil for anything else, and for what has more than nine digits.
    @inline(__always)
    private static func number(_ text: UnsafePointer<CChar>) -> Int32? {
        var value: Int32 = 0
        var index = 0
        while text[index] != 0 {
            let digit = UInt8(bitPattern: text[index]) &- UInt8(ascii: "0")
            guard digit <= 9, index < 9 else { return nil }
            value = value &* 10 &+ Int32(digit)
            index += 1
        }
        return index == 0 ? nil : value
    }

    @inline(__always)
    private static func kind(_ text: UnsafePointer<CChar>) -> RawCell.Kind {
        if text[0] == lowerS { return text[1] == 0 ? .shared : .text }
        if text[0] == lowerT || text[0] == CChar(bitPattern: UInt8(ascii: "i")) { return .text }
        if text[1] != 0 { return .number }
        switch UInt8(bitPattern: text[0]) {
        case UInt8(ascii: "b"): return .boolean
        case UInt8(ascii: "e"): return .error
        case UInt8(ascii: "d"): return .isoDate
        default: return .number
        }
    }
}
