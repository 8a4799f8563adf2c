import CExpat
import Foundation
import Spreadsheet

/// The state of the handlers of the shared strings. Runs of rich text are joined; what tells how to pronounce them is left out.
struct StringScan {
    /// Texts one after the other, and the length of each in bytes.
    struct Texts {
        var bytes: [UInt8]
        var lengths: [Int32]
    }

    /// Why parsing was stopped from within.
    enum Stop { case none, doctype, depth, textLength, attribute, notStrings, needsNamespaces }

    let parser: XML_Parser
    let namespaces: Bool
    let maximumDepth: Int
    let maximumText: Int
    var prefix: [CChar] = []
    var depth = 0
    /// The depth of an element that is passed over with all in it, or 0.
    var skipDepth = 0
    var phonetic = 0
    var inItem = false
    var inText = false
    private var start = 0
    /// Of the open `<t>`: where it begins, whether it is in a run of rich text, and whether white space around it is kept.
    private var textStart = 0
    private var isRun = false
    private var keepsSpace = false
    private var itemDepth = 0
    private var mayHoldEscapes = false
    var stop = Stop.none

    private var bytes: [UInt8] = []
    private var lengths: [Int32] = []

    init(parser: XML_Parser, namespaces: Bool, limits: ReadingLimits) {
        self.parser = parser
        self.namespaces = namespaces
        maximumDepth = limits[.depth]
        maximumText = limits[.text]
    }

    /// Ready for another piece.
    mutating func restart() {
        depth = 0
        skipDepth = 0
        phonetic = 0
        inItem = false
        inText = false
        stop = .none
        bytes.removeAll()
        lengths.removeAll()
        start = 0
    }

    /// The texts that are whole; they are not kept.
    mutating func finishedTexts() -> Texts {
        let rest = Array(bytes[start...])
        bytes.removeLast(bytes.count - start)
        let result = Texts(bytes: bytes, lengths: lengths)
        bytes = rest
        lengths = []
        // An open text moves with what is kept.
        textStart = max(0, textStart - start)
        start = 0
        return result
    }

    mutating func halt(_ why: Stop) {
        if case .none = stop { stop = why }
        XML_StopParser(parser, XML_Bool(0))
    }

    mutating func begin(_ name: UnsafePointer<CChar>, _ attributes: AttributeList) {
        depth += 1
        if depth > maximumDepth { return halt(.depth) }
        if skipDepth != 0 { return }
        if depth == 1 { return root(name) }
        if !namespaces, DefaultNamespace.begins(in: attributes) { return halt(.needsNamespaces) }
        guard let local = local(name) else {
            if !namespaces { return halt(.needsNamespaces) }
            skipDepth = depth
            return
        }
        if !inItem {
            guard strcmp(local, "si") == 0 else {
                skipDepth = depth
                return
            }
            inItem = true
            itemDepth = depth
            return
        }
        if strcmp(local, "t") == 0 {
            inText = phonetic == 0
            textStart = bytes.count
            isRun = depth > itemDepth + 1
            keepsSpace = SurroundingSpace.isKept(attributes)
        } else if strcmp(local, "rPh") == 0 {
            phonetic += 1
        } else if !namespaces, strchr(local, Int32(UInt8(ascii: ":"))) != nil {
            halt(.needsNamespaces)
        }
    }

    mutating func finish(_ name: UnsafePointer<CChar>) {
        defer { depth -= 1 }
        if skipDepth != 0 {
            if skipDepth == depth { skipDepth = 0 }
            return
        }
        guard inItem, let local = local(name) else { return }
        if strcmp(local, "t") == 0 {
            if inText, !keepsSpace { trimText() }
            inText = false
        } else if strcmp(local, "rPh") == 0 {
            phonetic -= 1
        } else if strcmp(local, "si") == 0 {
            finishItem()
        }
    }

    mutating func text(_ text: UnsafePointer<CChar>, _ count: Int) {
        guard inText, skipDepth == 0 else { return }
        if bytes.count - start + count > UTF16Length.mostBytes(maximumText) { return halt(.textLength) }
        let piece = UnsafeRawBufferPointer(start: text, count: count)
        if !mayHoldEscapes {
            mayHoldEscapes =
                memchr(text, Int32(UInt8(ascii: "_")), count) != nil || memchr(text, 13, count) != nil
        }
        bytes.append(contentsOf: piece)
    }

    private mutating func trimText() {
        let count = bytes.withUnsafeMutableBufferPointer {
            SurroundingSpace.trim(UnsafeMutableBufferPointer(rebasing: $0[textStart...]), isRun: isRun)
        }
        bytes.removeLast(bytes.count - textStart - count)
    }

    private mutating func finishItem() {
        inItem = false
        if mayHoldEscapes {
            let plain = EscapedText.decode(String(decoding: bytes[start...], as: UTF8.self))
            bytes.removeLast(bytes.count - start)
            bytes.append(contentsOf: plain.utf8)
            mayHoldEscapes = false
        }
        let count = bytes.count - start
        if count > maximumText {
            let length = bytes[start...].withUnsafeBufferPointer { UTF16Length.of($0) }
            if length > maximumText { return halt(.textLength) }
        }
        lengths.append(Int32(truncatingIfNeeded: count))
        start = bytes.count
    }

    private mutating func root(_ name: UnsafePointer<CChar>) {
        guard namespaces, let mark = strchr(name, 1) else {
            if strcmp(name, "sst") != 0 { halt(namespaces ? .notStrings : .needsNamespaces) }
            return
        }
        let length = name.distance(to: UnsafePointer(mark)) + 1
        guard XMLPart.localName(name).first != "?", strcmp(name + length, "sst") == 0 else {
            return halt(.notStrings)
        }
        prefix = Array(UnsafeBufferPointer(start: name, count: length))
    }

    private func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar>? {
        if prefix.isEmpty { return name }
        return strncmp(name, prefix, prefix.count) == 0 ? name + prefix.count : nil
    }
}
