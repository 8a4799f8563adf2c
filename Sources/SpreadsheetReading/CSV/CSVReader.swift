import Spreadsheet

/// Reads delimited text (RFC 4180 and its everyday variants) into one sheet. Every cell stays text: codes keep their zeros.
struct CSVReader {
    /// Name for the messages; the sheet is named after it.
    let fileName: String
    /// What the person said of the file.
    let options: ReadingOptions

    /// Reads bytes.
    func read(_ bytes: [UInt8]) throws -> Workbook {
        let decoded = try TextEncoding.decode(bytes, named: options.encoding, file: fileName)
        var text = decoded.text[...]
        guard !text.contains(0) else {
            throw ReadingError.format(
                fileName, "不是文本，也不是认识的表格格式", advice: "请确认选对了文件；" + FormatDetection.saveAsXLSX)
        }
        let stated = statedDelimiter(&text)
        let delimiter = options.delimiter?.asciiValue ?? stated ?? CSVDelimiter.detect(text)
        let parser = CSVParser(delimiter: delimiter)
        var sheet = Sheet(name: sheetName)
        var row = 0
        var widest = 0
        let openQuote = parser.parse(text) { fields in
            for (column, field) in fields.enumerated() where !field.isEmpty {
                sheet[row, column] = Cell(text: field)
            }
            widest = max(widest, fields.count)
            row += 1
        }
        if let line = openQuote {
            throw ReadingError.csv(
                fileName, "第 \(line) 行的双引号没有配对：从这里起一直到文件末尾都被当成了同一格",
                advice: "请用记事本或 WPS 打开，补上或删去第 \(line) 行多余的英文双引号（\"）后再试。")
        }
        guard row <= CellReference.maximumRows, widest <= CellReference.maximumColumns else {
            throw ReadingError.csv(
                fileName,
                "有 \(row) 行、\(widest) 列，超过一张工作表的上限（\(CellReference.maximumRows) 行、\(CellReference.maximumColumns) 列）",
                advice: "请拆成几个文件后再试。")
        }
        guard !sheet.cells.isEmpty else { throw ReadingError.empty(fileName) }
        var workbook = Workbook(fileName: fileName, sheets: [sheet])
        workbook.hasSheetNames = false
        workbook.readingNotes = ["编码：\(decoded.name)；分隔符：\(CSVDelimiter.name(of: delimiter))"]
        return workbook
    }

    private var sheetName: String {
        let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.dropLast().joined(separator: ".") : fileName
    }

    /// A first line `sep=;`, which Excel writes and obeys.
    private func statedDelimiter(_ text: inout ArraySlice<UInt8>) -> UInt8? {
        let mark = Array("sep=".utf8)
        guard text.count > 5, Array(text.prefix(4)).elementsEqual(mark) else { return nil }
        let delimiter = text[text.startIndex + 4]
        let after = text.dropFirst(5)
        guard let first = after.first, first == 10 || first == 13 else { return nil }
        text = after.dropFirst(after.starts(with: [13, 10]) ? 2 : 1)
        return delimiter
    }
}
