import Assessment
import Spreadsheet

/// What a report says of the account: what was not understood, what has no place, what was taken as the person said.
struct AccountPage {
    /// A place, in words.
    struct Entry {
        /// What it looks like: 列, 资金 …; of a value without a place what it is called.
        var kind: String
        /// `〔表〕H6:H20`.
        var place: String
        /// What stands there.
        var text: String
        /// What was seen there, or why it has no place.
        var message: String
        /// `是不是“得分”？`; empty where nothing is near.
        var suggestion = ""
        /// How to say what it is; empty where it can't be said.
        var overrule = ""
    }

    /// What was not understood and matters: columns first, then money, then facts.
    var unread: [Entry]
    /// What else was not understood: much of it may be mere text, so that it is folded.
    var others: [Entry]
    /// What was given and has no place.
    var notPlaced: [Entry]
    /// What was taken as the person said.
    var told: [String]

    /// None of what was not understood keeps the form from being handed in.
    private var isSettled: Bool { blocking == 0 }
    /// How much of it keeps the form from being handed in.
    private let blocking: Int

    /// Lines of what else was not understood that a text shows.
    static let shownOthers = 5

    /// - Parameter file: The file that need not be named, or nil to name each.
    init(_ account: FormAccount, file: String?) {
        blocking = account.unread.count(where: \.isBlocking)
        let sorted = UnreadPlace.Kind.allCases.flatMap { kind in account.unread.filter { $0.kind == kind } }
        unread = sorted.filter { $0.kind != .other }.map { Self.entry($0, file) }
        others = sorted.filter { $0.kind == .other }.map { Self.entry($0, file) }
        notPlaced = account.notPlaced.map { value in
            Entry(
                kind: value.name, place: Self.place(value.source, [], file),
                text: PlaceText.shortened(value.source.text, to: 40), message: PlaceText.line(value.why))
        }
        told = account.told.map { "\(PlaceText.line($0.words))（\(Self.place($0.source, [], file))）" }
    }

    /// `没有读懂的内容（3 处）`.
    var unreadTitle: String {
        let count = unread.count + others.count
        if isSettled { return "没有用到的内容（\(count) 处）" }
        return count == blocking
            ? "没有读懂的内容（\(count) 处）" : "没有读懂的内容（\(blocking) 处要确认，另有 \(count - blocking) 处没有用到、不影响结论）"
    }
    /// `给了但表上没有位置的内容（1 处）`.
    var notPlacedTitle: String { "给了但表上没有位置的内容（\(notPlaced.count) 处）" }
    /// The heading of what was taken as the person said.
    static let toldTitle = "按您的指定"

    /// The sections as text, each after an empty line.
    var lines: [String] {
        var lines: [String] = []
        if !unread.isEmpty || !others.isEmpty {
            let shown = unread + others.prefix(Self.shownOthers)
            lines += ["", unreadTitle] + shown.enumerated().flatMap { Self.lines($1, number: $0 + 1) }
            if others.count > Self.shownOthers { lines.append("  其余 \(others.count - Self.shownOthers) 处…") }
            if shown.contains(where: { $0.overrule.contains(OverruleWords.blank) }) {
                lines.append("  \(OverruleWords.legend)")
            }
        }
        if !notPlaced.isEmpty {
            lines += ["", notPlacedTitle] + notPlaced.enumerated().flatMap { Self.lines($1, number: $0 + 1) }
        }
        if !told.isEmpty { lines += ["", Self.toldTitle] + told.map { "  \($0)" } }
        return lines
    }

    private static func lines(_ entry: Entry, number: Int) -> [String] {
        let text = entry.text.isEmpty ? "" : "　\(entry.text)"
        var lines = ["  \(number). \(entry.kind)　\(entry.place)\(text)"]
        lines += [entry.message, entry.suggestion].filter { !$0.isEmpty }.map { "     \($0)" }
        if !entry.overrule.isEmpty { lines.append("     指定：\(entry.overrule)") }
        return lines
    }

    private static func entry(_ place: UnreadPlace, _ file: String?) -> Entry {
        Entry(
            kind: place.kind.title, place: Self.place(place.source, place.cells, file),
            text: PlaceText.shortened(place.source.text, to: 40), message: PlaceText.line(place.message),
            suggestion: place.suggestion.map { "是不是“\($0)”？" } ?? "", overrule: OverruleWords.text(place))
    }

    /// Cells that are scattered are counted.
    private static func place(_ source: Source, _ cells: [CellReference], _ file: String?) -> String {
        let naming = [source.cell].compactMap { $0 }
        let all = PlaceText.text(source, cells: cells.isEmpty ? naming : cells, file: file)
        guard all.count > 60 else { return all }
        return PlaceText.text(source, cells: naming, file: file) + " 等 \(cells.count) 格"
    }
}
