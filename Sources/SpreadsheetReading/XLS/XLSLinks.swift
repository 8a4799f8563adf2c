import Spreadsheet

/// What formulas refer to by number: sheets, and names.
struct XLSLinks {
    /// Sheets that a reference of a formula reaches: the first and the last, or nil where it leads out of the workbook.
    typealias Reach = (first: Int, last: Int)?

    private struct NameRecord {
        var name: String
        var isHidden: Bool
        /// Sheet that it holds on, from 0; nil for all.
        var sheet: Int?
        var tokens: [UInt8]
    }

    private static let mostRecords = 20_000
    /// Bytes that the formulas of all names may have together.
    private static let mostText = 1 << 24

    private var names: [NameRecord] = []
    private enum Book { case own, added, other }

    /// Books that references lead to, and names in them.
    private var books: [(kind: Book, names: [String])] = []
    private var reaches: [(book: Int, first: Int, last: Int)] = []
    /// Sheets that references of Excel 5 and 95 name by number.
    private var oldSheets: [String] = []
    /// Formulas may refer to other workbooks.
    private(set) var hasOtherBooks = false

    /// Takes one of the records that are about this.
    mutating func take(_ kind: Int, _ record: RecordBytes, isOld: Bool, pages: CodePageText) {
        switch kind {
        case RecordKind.supportingBook:
            // The second stands for functions that were added, which are no workbook.
            let kind: Book = record.half(2) == 0x0401 ? .own : record.half(2) == 0x3A01 ? .added : .other
            if kind == .other { hasOtherBooks = true }
            if books.count < Self.mostRecords { books.append((kind, [])) }
        case RecordKind.externName:
            guard !isOld, let last = books.indices.last, books[last].names.count < Self.mostRecords else { return }
            books[last].names.append(XLSStyles.text(record.part(7), record.byte(6)))
        case RecordKind.externSheet:
            if isOld {
                guard oldSheets.count < Self.mostRecords else { return }
                let isOwn = record.byte(1) == 3
                if !isOwn, record.byte(1) != 4, record.byte(1) != 2 { hasOtherBooks = true }
                oldSheets.append(isOwn ? pages.text(record.part(2, record.byte(0))) : "")
                return
            }
            for index in 0..<record.half(0) where 2 + index * 6 + 6 <= record.count {
                let place = 2 + index * 6
                reaches.append((record.half(place), record.half(place + 2), record.half(place + 4)))
            }
        case RecordKind.name: addName(record, isOld: isOld, pages: pages)
        default: break
        }
    }

    private mutating func addName(_ record: RecordBytes, isOld: Bool, pages: CodePageText) {
        guard record.count >= 14, names.count < Self.mostRecords else { return }
        let flags = record.half(0)
        let count = record.byte(3)
        let isWide = !isOld && record.byte(14) & 1 != 0
        var name = isOld ? pages.text(record.part(14, count)) : XLSStyles.text(record.part(14), count)
        let end = 14 + (isOld ? count : 1 + (isWide ? count * 2 : count))
        if flags & 0x20 != 0 {
            let number = Int(name.unicodeScalars.first?.value ?? 0xFF)
            name = "_xlnm." + (Self.builtIn.indices.contains(number) ? Self.builtIn[number] : "Unknown")
        }
        let sheet = record.half(8)
        names.append(
            NameRecord(
                name: name, isHidden: flags & 1 != 0, sheet: sheet > 0 ? sheet - 1 : nil,
                tokens: record.part(end, record.half(4)).copy))
    }

    private static let builtIn = [
        "Consolidate_Area", "Auto_Open", "Auto_Close", "Extract", "Database", "Criteria", "Print_Area",
        "Print_Titles", "Recorder", "Data_Form", "Auto_Activate", "Auto_Deactivate", "Sheet_Title", "_FilterDatabase",
    ]

    /// The name of a number, counted from 1.
    func name(_ number: Int) -> String? {
        names.indices.contains(number - 1) ? names[number - 1].name : nil
    }

    /// The sheets that a reference reaches.
    func reach(_ number: Int) -> Reach {
        guard reaches.indices.contains(number) else { return nil }
        let reach = reaches[number]
        guard books.indices.contains(reach.book), books[reach.book].kind == .own else { return nil }
        return (reach.first, reach.last)
    }

    /// A name that an added program knows, or one of this workbook that is named by its sheet.
    func addedName(_ link: Int, _ number: Int) -> String? {
        guard reaches.indices.contains(link), books.indices.contains(reaches[link].book) else { return nil }
        let book = books[reaches[link].book]
        switch book.kind {
        case .added: return book.names.indices.contains(number - 1) ? book.names[number - 1] : nil
        case .own: return name(number)
        case .other: return nil
        }
    }

    /// The names with their formulas as text.
    func workbookNames(_ formulas: FormulaText) -> WorkbookNames {
        var result = WorkbookNames()
        var length = 0
        for record in names where !record.name.isEmpty {
            guard length < Self.mostText, let formula = formulas.text(record.tokens, row: 0, column: 0) else {
                continue
            }
            length += formula.utf8.count
            result.all.append(
                (DefinedName(name: record.name, formula: formula, isHidden: record.isHidden), record.sheet))
        }
        return result
    }
}
