import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// The facts of a form while they are read: of two for one name the one of the higher priority stays, and that they differ is said.
struct FactCollector: Sendable {
    /// What was found, with its priority: the smaller number goes before.
    private(set) var facts: [FactName: (fact: SourcedText, priority: Int)] = [:]
    private(set) var notes: [String] = []
    /// Where each fact stands, or would stand: the first place that a label shows.
    private(set) var places: [FactName: Source] = [:]
    /// Every text that stands beside a label of the unit's name.
    private(set) var unitNames: [SourcedText] = []

    /// Remembers where a fact stands or would stand.
    mutating func notePlace(_ name: FactName, _ place: Source) {
        if places[name] == nil { places[name] = place }
    }

    /// Adds a fact.
    mutating func add(_ name: FactName, _ fact: SourcedText, priority: Int) {
        if name == .unit { unitNames.append(fact) }
        guard let known = facts[name] else {
            facts[name] = (fact, priority)
            return
        }
        let (kept, other) = priority < known.priority ? (fact, known.fact) : (known.fact, fact)
        facts[name] = (kept, min(priority, known.priority))
        let differs = TextNormalizer.key(kept.text) != TextNormalizer.key(other.text)
        // A title's year beside a fact of the same year is no contradiction: 2022年 and 2022.
        if differs, name != .year || Self.year(in: kept.text + "年") != Self.year(in: other.text + "年") {
            notes.append(
                "\(name)有两处不同：用 \(kept.source.place) 的“\(kept.text)”，没有用 \(other.source.place) 的“\(other.text)”")
        }
    }

    /// Adds a base figure; what is known already stays.
    mutating func addFigure(_ name: FactName, _ fact: SourcedText) {
        if facts[name] == nil { facts[name] = (fact, Int.max) }
    }

    /// The year of `（2022年度）` or `2022年度部门整体支出…`; nil when there is none.
    static func year(in text: String) -> String? {
        guard text.contains("年") else { return nil }
        let plain = TextNormalizer.narrowed(text)
        for mark in plain.indices where plain[mark] == "年" {
            let digits = plain[..<mark].reversed().drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
            let year = String(digits.reversed())
            if year.count == 4, year.hasPrefix("19") || year.hasPrefix("20") { return year }
        }
        return nil
    }
}
