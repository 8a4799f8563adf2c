/// Splits UTF-8 text into records and fields.
struct CSVParser {
    /// The delimiter, an ASCII byte.
    let delimiter: UInt8

    /// Gives each record's fields in turn; the answer is the line of a quotation mark that is never closed.
    ///
    /// Line ends are LF, CR LF or CR. A line break within quotes belongs to the field and becomes `\n`. What follows a closing
    /// quotation mark is kept as it stands, as Excel does.
    func parse(_ text: ArraySlice<UInt8>, record: ([String]) -> Void) -> Int? {
        let quote = UInt8(ascii: "\"")
        var fields: [String] = []
        var field: [UInt8] = []
        var line = 1
        var index = text.startIndex
        let end = text.endIndex
        func finishField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        while index < end {
            let byte = text[index]
            if byte == quote, field.isEmpty {
                let opened = line
                index += 1
                var closed = false
                while index < end {
                    let inner = text[index]
                    if inner == quote {
                        if index + 1 < end, text[index + 1] == quote {
                            field.append(quote)
                            index += 2
                            continue
                        }
                        closed = true
                        index += 1
                        break
                    }
                    if inner == 13 {
                        field.append(10)
                        line += 1
                        index += index + 1 < end && text[index + 1] == 10 ? 2 : 1
                        continue
                    }
                    if inner == 10 { line += 1 }
                    field.append(inner)
                    index += 1
                }
                if !closed { return opened }
                while index < end, text[index] != delimiter, text[index] != 10, text[index] != 13 {
                    field.append(text[index])
                    index += 1
                }
            } else if byte == delimiter {
                finishField()
                index += 1
                if index == end { finishField() }
            } else if byte == 10 || byte == 13 {
                finishField()
                record(fields)
                fields.removeAll(keepingCapacity: true)
                line += 1
                index += byte == 13 && index + 1 < end && text[index + 1] == 10 ? 2 : 1
            } else {
                field.append(byte)
                index += 1
            }
        }
        if !field.isEmpty { finishField() }
        if !fields.isEmpty { record(fields) }
        return nil
    }
}
