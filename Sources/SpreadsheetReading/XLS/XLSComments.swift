import Spreadsheet

/// Comments of a sheet of Excel 5–2003, and what of its drawings is told as lost.
struct XLSComments {
    private struct Note {
        var place: CellReference
        var isVisible: Bool
        var object: Int
        var author: String
    }

    private let file: XLSFile
    private var notes: [Note] = []
    private var texts: [Int: String] = [:]
    private var object = 0
    /// Comments of Excel 5 and 95 stand in the notes themselves.
    private var old: [(place: CellReference, text: String)] = []
    /// What of the sheet can't be kept, in Chinese.
    private(set) var losses: [String] = []

    init(file: XLSFile) { self.file = file }

    /// How many are in memory.
    var count: Int { notes.count + old.count + texts.count }

    mutating func lose(_ what: String) { if !losses.contains(what) { losses.append(what) } }

    /// Takes a record, if it is one of these.
    mutating func take(_ reader: RecordReader) throws {
        let record = reader.record
        switch reader.kind {
        case RecordKind.object:
            object = record.half(6)
            guard record.half(0) == 0x15 else { return lose("图片、图表和图形") }
            switch record.half(4) {
            // Comments; the lists of a filter, which come with it.
            case 0x19, 0x14: break
            case 0x07, 0x0B...0x13: lose("窗体控件")
            default: lose("图片、图表和图形")
            }
        case RecordKind.textObject:
            let count = record.half(10)
            let owner = object
            guard count > 0 else { return }
            guard try reader.next() else { return }
            guard reader.kind == RecordKind.continued else { return reader.hold() }
            var bytes = ContinuedBytes(reader)
            guard let flags = try bytes.byte() else { return }
            if let text = try bytes.text(count, flags & 1) { texts[owner] = text }
        case RecordKind.note: addNote(record)
        default: break
        }
    }

    private mutating func addNote(_ record: RecordBytes) {
        let place = CellReference(row: record.half(0), column: record.half(2))
        guard place.column < CellReference.maximumColumns else { return }
        if file.globals.isOld {
            let text = file.globals.pages.text(record.part(6, min(record.half(4), 2048)))
            // Further pieces of a long one.
            if record.half(0) == 0xFFFF, let last = old.indices.last {
                old[last].text += text
            } else {
                old.append((place, text))
            }
            return
        }
        notes.append(
            Note(
                place: place, isVisible: record.half(4) & 2 != 0, object: record.half(6),
                author: XLSStyles.text(record.part(8), lengthIn: 2, isOld: false, pages: file.globals.pages)))
    }

    /// The comments with their texts.
    var comments: [CellReference: CellComment] {
        var result: [CellReference: CellComment] = [:]
        for note in notes {
            result[note.place] = CellComment(
                author: note.author, content: RichText([RichText.Run(texts[note.object] ?? "")]),
                isVisible: note.isVisible)
        }
        for note in old {
            result[note.place] = CellComment(author: "", content: RichText([RichText.Run(note.text)]))
        }
        return result
    }
}
