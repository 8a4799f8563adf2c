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
                let scan = user.assumingMemoryBound(to: SheetScan.self)
                if !SheetHandlers.startPlainly(scan, name, attributes) { SheetHandlers.start(scan, name, attributes) }
            },
            { user, name in
                guard let user, let name else { return }
                let scan = user.assumingMemoryBound(to: SheetScan.self)
                if !SheetHandlers.endPlainly(scan) { SheetHandlers.end(scan, name) }
            })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            guard let user, let text else { return }
            SheetHandlers.text(user.assumingMemoryBound(to: SheetScan.self), text, Int(count))
        }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            user?.assumingMemoryBound(to: SheetScan.self).pointee.halt(.doctype)
        }
    }

    static let lowerC = CChar(bitPattern: UInt8(ascii: "c"))
    static let lowerV = CChar(bitPattern: UInt8(ascii: "v"))
    static let lowerF = CChar(bitPattern: UInt8(ascii: "f"))
    static let lowerR = CChar(bitPattern: UInt8(ascii: "r"))
    static let lowerS = CChar(bitPattern: UInt8(ascii: "s"))
    static let lowerX = CChar(bitPattern: UInt8(ascii: "x"))
    static let lowerT = CChar(bitPattern: UInt8(ascii: "t"))

    /// The name after the prefix; nil when it has another.
    @inline(__always)
    private static func local(
        _ scan: UnsafeMutablePointer<SheetScan>, _ name: UnsafePointer<CChar>
    ) -> UnsafePointer<CChar>? {
        let length = scan.pointee.prefixLength
        if length == 0 { return name }
        return strncmp(name, scan.pointee.prefix, length) == 0 ? name + length : nil
    }

    /// What nearly all elements of a sheet are, cells and their values, takes a short way; false for all else.
    @inline(__always)
    private static func startPlainly(
        _ scan: UnsafeMutablePointer<SheetScan>, _ name: UnsafePointer<CChar>, _ attributes: AttributeList
    ) -> Bool {
        guard scan.pointee.isPlain, scan.pointee.depth < scan.pointee.maximumDepth, name[1] == 0 else { return false }
        if scan.pointee.mode == .cell, name[0] == lowerV, attributes[0] == nil {
            scan.pointee.depth += 1
            startValue(scan)
            return true
        }
        if scan.pointee.mode == .row, name[0] == lowerC {
            scan.pointee.depth += 1
            startCell(scan, attributes)
            return true
        }
        return false
    }

    @inline(__always)
    private static func endPlainly(_ scan: UnsafeMutablePointer<SheetScan>) -> Bool {
        guard scan.pointee.isPlain else { return false }
        if scan.pointee.mode == .value {
            scan.pointee.mode = .cell
        } else if scan.pointee.mode == .cell {
            endCell(scan)
            scan.pointee.mode = .row
        } else {
            return false
        }
        scan.pointee.depth -= 1
        return true
    }

    @inline(never)
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
                startValue(scan)
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
                    row: Int(scan.pointee.cell.pointee.row), column: Int(scan.pointee.cell.pointee.column))
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

    @inline(never)
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
    @inline(never)
    static func refuseNamespace(_ scan: UnsafeMutablePointer<SheetScan>, _ attributes: AttributeList) {
        guard !scan.pointee.namespaces, DefaultNamespace.begins(in: attributes) else { return }
        scan.pointee.halt(.needsNamespaces)
    }

    private static func startRow(_ scan: UnsafeMutablePointer<SheetScan>, _ attributes: AttributeList) {
        scan.pointee.mode = .row
        scan.pointee.column = -1
        scan.pointee.rowIsNumbered = false
        scan.pointee.rowText[0] = SheetScan.noRowText
        var item = attributes
        while let name = item[0] {
            if name[0] == lowerR, name[1] == 0, let value = item[1], let number = number(value) {
                scan.pointee.rowNumber = number - 1
                scan.pointee.rowIsNumbered = true
                strncpy(scan.pointee.rowText, value, SheetScan.rowTextSize)
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
}
