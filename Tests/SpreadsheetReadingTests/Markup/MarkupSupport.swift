import Foundation
import Spreadsheet
import SpreadsheetReading

/// Reads pages and XML files through the front door, so that what they are is found out too.
enum MarkupSupport {
    static func read(_ text: String, _ name: String = "导出.xls") throws -> Workbook {
        try WorkbookReader.read(bytes: Array(text.utf8), fileName: name)
    }

    static func read(_ bytes: [UInt8], _ name: String = "导出.xls") throws -> Workbook {
        try WorkbookReader.read(bytes: bytes, fileName: name)
    }

    /// What is shown in the used range, row by row.
    static func grid(_ sheet: Sheet) -> [[String]] {
        guard let used = sheet.usedRange else { return [] }
        return (0...used.last.row).map { row in (0...used.last.column).map { sheet[row, $0]?.shown ?? "" } }
    }

    /// An XML workbook around worksheets.
    static func xml(_ worksheets: String, styles: String = "", settings: String = "") -> String {
        """
        <?xml version="1.0"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office"
         xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
         xmlns:html="http://www.w3.org/TR/REC-html40">
        \(settings)<Styles>\(styles)</Styles>
        \(worksheets)
        </Workbook>
        """
    }

    /// One worksheet of rows.
    static func sheet(_ rows: String, name: String = "预算执行", options: String = "") -> String {
        "<Worksheet ss:Name=\"\(name)\"><Table>\(rows)</Table>\(options)</Worksheet>"
    }

    /// A text as another encoding has it.
    static func encoded(_ text: String, _ encoding: String) -> [UInt8] {
        guard let converter = iconv_open(encoding, "UTF-8") else { return [] }
        defer { iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4)
        var left = input.count
        var room = output.count
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                _ = iconv(converter, &from, &left, &to, &room)
            }
        }
        return output.dropLast(room).map { UInt8(bitPattern: $0) }
    }

    static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    /// Changes bytes of a fixture by a fixed rule, so that a failure can be repeated.
    static func mutated(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var result = bytes
        for _ in 0...next(8) where result.count > 16 {
            let place = next(result.count)
            switch next(5) {
            case 0: result[place] = UInt8(next(256))
            case 1: result.remove(at: place)
            case 2: result.insert(contentsOf: [0x3C, 0x2F, 0x22, 0x00, 0x26].prefix(1 + next(5)), at: place)
            case 3: result.removeSubrange(place..<min(result.count, place + next(40)))
            default:
                let end = min(result.count, place + next(60))
                result.insert(contentsOf: result[place..<end], at: next(result.count))
            }
        }
        return result
    }
}
