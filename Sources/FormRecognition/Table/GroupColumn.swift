import Spreadsheet

/// A column whose names stand once for a group of rows, wherever it stands: whether its blanks mean the name above them, and which name that is.
///
/// A blank says the same as above only where the column is written so: a name stands where it changes. Who writes the same name again right under
/// itself writes it in each row, and a blank there is one that was forgotten.
struct GroupColumn {
    /// What a row says.
    struct Entry {
        /// The name of its own; empty for a blank.
        var text: String
        /// It is one of the rows that are added up: sums of others stay blank, and what follows them may begin anew.
        var isDetail = true
        /// Another column of names changes here: what stands under a new name is written again.
        var isRestart = false
    }

    /// Why blanks were left as they are.
    enum Refusal: Equatable {
        /// No name stands above the first blank.
        case nothingAbove(Int)
        /// Two rows write the same name one after the other.
        case repeated(Int, Int)
    }

    /// Rows from the top.
    let entries: [Entry]

    /// Why blanks are not filled; nil where they are, and where there are none.
    var refusal: Refusal? {
        guard entries.contains(where: { $0.isDetail && $0.text.isEmpty }) else { return nil }
        var above = ""
        var last: Int?
        for (index, entry) in entries.enumerated() {
            if !entry.isDetail { last = nil }
            if entry.text.isEmpty {
                if entry.isDetail, above.isEmpty { return .nothingAbove(index) }
                if entry.isDetail { last = index }
                continue
            }
            if entry.isDetail {
                if let last, entry.text == above, !entry.isRestart { return .repeated(last, index) }
                last = index
            }
            above = entry.text
        }
        return nil
    }

    /// The name of each row, blanks of details with the one above them.
    var filled: [String] {
        var above = ""
        return entries.map { entry in
            if !entry.text.isEmpty { above = entry.text }
            return entry.text.isEmpty && entry.isDetail ? above : entry.text
        }
    }

    /// Whether each row is the first to say what it says: its name is another than the one above it.
    static func changes(_ texts: [String]) -> [Bool] {
        var above = ""
        return texts.map { text in
            defer { if !text.isEmpty { above = text } }
            return !text.isEmpty && text != above
        }
    }
}
