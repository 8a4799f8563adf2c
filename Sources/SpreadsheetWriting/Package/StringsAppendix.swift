import Foundation
import Spreadsheet

/// Texts whose parts look different, put behind the library's shared texts.
final class StringsAppendix {
    private var items: [String] = []
    private let first: Int

    /// An appendix to the library's part.
    init(_ part: String?) {
        let count = part.flatMap { text -> Int? in
            guard let mark = text.range(of: "uniqueCount=\"") else { return nil }
            return Int(text[mark.upperBound...].prefix { $0 != "\"" })
        }
        first = count ?? 0
    }

    /// Adds a text; gives its number.
    func add(_ rich: RichText) -> Int {
        items.append("<si>" + Markup.runs(rich) + "</si>")
        return first + items.count - 1
    }

    /// The part with what was added.
    func appended(to part: String) -> String {
        guard !items.isEmpty, let end = part.range(of: "</sst>", options: .backwards) else { return part }
        let text = part[..<end.lowerBound] + items.joined() + part[end.lowerBound...]
        return text.replacingOccurrences(of: "uniqueCount=\"\(first)\"", with: "uniqueCount=\"\(first + items.count)\"")
    }
}
