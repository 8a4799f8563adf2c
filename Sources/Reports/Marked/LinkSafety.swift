import Foundation
import Spreadsheet

/// Which links stay live in a copy that goes to others: web pages, mail, places in the workbook and files beside it. What runs a program, opens a
/// local file or sends the user's password to a foreign server (UNC) does not.
enum LinkSafety {
    private static let live: Set = ["http", "https", "mailto", "ftp", "tel"]

    /// Whether an address may be opened by a click.
    static func isLive(_ target: String) -> Bool {
        // Programs pass over white space and controls within the name of a scheme.
        let plain = String(
            String.UnicodeScalarView(
                target.unicodeScalars.filter {
                    !$0.properties.isWhitespace && $0.properties.generalCategory != .control
                }))
        if plain.hasPrefix("\\") || plain.hasPrefix("/") { return false }
        guard let colon = plain.firstIndex(of: ":") else { return true }
        let scheme = plain[..<colon]
        // A colon behind the first step of a path ends no scheme.
        if scheme.contains(where: { "/?#".contains($0) }) { return true }
        return live.contains(scheme.lowercased())
    }

    /// The first address that a formula links to and that is not live; nil for none.
    static func deadTarget(inFormula formula: String) -> String? {
        guard formula.range(of: "HYPERLINK", options: .caseInsensitive) != nil else { return nil }
        return formula.matches(of: /(?i)HYPERLINK\s*\(\s*"((?:[^"]|"")*)"/).lazy
            .map { String($0.1).replacingOccurrences(of: "\"\"", with: "\"") }.first { !isLive($0) }
    }
}

extension Workbook {
    /// Takes out the links that are not to stay live; each is named as a loss, with its address.
    mutating func disarmLinks() {
        for index in sheets.indices {
            let name = sheets[index].name
            var dead: [(target: String, place: CellReference?)] = []
            sheets[index].hyperlinks.removeAll { link in
                guard let target = link.target, !LinkSafety.isLive(target) else { return false }
                dead.append((target, link.range.first))
                return true
            }
            for (place, cell) in sheets[index].cells {
                guard let formula = cell.formula, let target = LinkSafety.deadTarget(inFormula: formula) else {
                    continue
                }
                sheets[index].cells[place]?.formula = nil
                sheets[index].cells[place]?.lacksCachedValue = false
                sheets[index].arrayFormulas[place] = nil
                dead.append((target, place))
            }
            // Cells in reading order, then pictures and shapes.
            dead.sort {
                ($0.place?.row ?? .max, $0.place?.column ?? 0) < ($1.place?.row ?? .max, $1.place?.column ?? 0)
            }
            sheets[index].drawing?.disarmLinks { dead.append(($0, nil)) }
            losses += dead.prefix(Self.mostNamed).map { target, place in
                let shown = target.count > 60 ? String(target.prefix(60)) + "…" : target
                return WorkbookLoss(what: "可能有害的链接 \(FileNameText.visible(shown))", sheet: name, cell: place)
            }
            if dead.count > Self.mostNamed {
                losses.append(WorkbookLoss(what: "另外 \(dead.count - Self.mostNamed) 个可能有害的链接", sheet: name))
            }
        }
    }
}

extension AttachedPart {
    /// Points links of pictures and shapes that are not to stay live at an address that leads nowhere; tells each.
    fileprivate mutating func disarmLinks(_ tell: (String) -> Void) {
        for index in relationships.indices {
            switch relationships[index].target {
            case .external(let target)
            where relationships[index].type.hasSuffix("/hyperlink") && !LinkSafety.isLive(target):
                tell(target)
                relationships[index].target = .external("https://example.invalid/")
            case .external: continue
            case .part(var part):
                part.disarmLinks(tell)
                relationships[index].target = .part(part)
            }
        }
    }
}
