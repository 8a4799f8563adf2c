import Foundation
import Spreadsheet

/// What a workbook of Excel 5–2003 says of itself, in a stream of its own ([MS-OLEPS]).
enum XLSProperties {
    /// Name of the stream.
    static let stream = "\u{5}SummaryInformation"
    /// Bytes beyond which nothing is looked at.
    private static let most = 1 << 20
    private static let texts = [
        2: "title", 3: "subject", 4: "creator", 5: "keywords", 6: "description", 8: "lastModifiedBy",
    ]
    private static let times = [12: "created", 13: "modified"]

    /// The properties as XLSX names them; what can't be read is left out.
    static func core(_ bytes: [UInt8]) -> [String: String] {
        guard bytes.count >= 48, bytes.count <= most else { return [:] }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return [:] }
            let whole = RecordBytes(start: start, count: buffer.count)
            let set = whole.part(whole.word(44))
            var places: [Int: Int] = [:]
            for index in 0..<min(set.word(4), 64) { places[set.word(8 + index * 8)] = set.word(12 + index * 8) }
            guard let pages = try? CodePageText(said: nil) else { return [:] }
            if let place = places[1] { pages.take(page: set.half(place + 4)) }
            var result: [String: String] = [:]
            for (number, name) in texts {
                guard let place = places[number] else { continue }
                let text = text(set, place, pages)
                if !text.isEmpty { result[name] = text }
            }
            for (number, name) in times {
                guard let place = places[number], set.word(place) == 0x40 else { continue }
                if let time = time(set.word(place + 4), set.word(place + 8)) { result[name] = time }
            }
            return result
        }
    }

    private static func text(_ set: RecordBytes, _ place: Int, _ pages: CodePageText) -> String {
        let count = min(set.word(place + 4), most)
        switch set.word(place) {
        case 0x1E:
            let bytes = set.part(place + 8, count).copy.prefix { $0 != 0 }
            return Array(bytes).withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { pages.text(RecordBytes(start: $0, count: buffer.count)) } ?? ""
            }
        case 0x1F: return XLSHyperlink.wide(set.part(place + 8, count * 2))
        default: return ""
        }
    }

    /// Tenths of microseconds since 1601.
    private static func time(_ low: Int, _ high: Int) -> String? {
        let seconds = (high << 32 | low) / 10_000_000 - 11_644_473_600
        guard (1..<253_402_300_800).contains(seconds) else { return nil }
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let serial = Decimal(days + 25_569) + Decimal(rest) / 86_400
        return DateValue(serial: serial, uses1904: false, showsDay: true, showsTime: true).map { $0.iso8601 + "Z" }
    }
}
