import Foundation
import Spreadsheet

/// How a sheet prints, as its part has it.
struct PageMarkup {
    /// The most breaks by hand that Excel keeps.
    private static let maximumBreaks = 1023

    /// The page.
    let page: PageSetup

    /// Everything from print options to breaks.
    var text: String { options + margins + setup + headers + breaks }

    private var options: String {
        let attributes = [
            ("horizontalCentered", Markup.flag(page.centeredHorizontally)),
            ("verticalCentered", Markup.flag(page.centeredVertically)), ("headings", Markup.flag(page.printsHeadings)),
            ("gridLines", Markup.flag(page.printsGridlines)),
        ]
        return attributes.contains { $0.1 != nil } ? Markup.element("printOptions", attributes) : ""
    }

    private var margins: String {
        let values = [
            ("left", page.left), ("right", page.right), ("top", page.top), ("bottom", page.bottom),
            ("header", page.headerMargin), ("footer", page.footerMargin),
        ]
        let usual = PageSetup()
        let isUsual =
            [page.left, page.right, page.top, page.bottom, page.headerMargin, page.footerMargin]
            == [usual.left, usual.right, usual.top, usual.bottom, usual.headerMargin, usual.footerMargin]
        if !page.saysMargins, isUsual { return "" }
        return Markup.element("pageMargins", values.map { ($0, Markup.number(max($1, 0))) })
    }

    private var setup: String {
        var attributes: [(String, String?)] = [
            ("paperSize", page.paper.flatMap { $0 >= 0 ? String($0) : nil }),
            ("scale", page.scale == 100 ? nil : String(min(max(page.scale, 10), 400))),
        ]
        if let fit = page.fit {
            attributes += [
                ("fitToWidth", fit.wide == 1 ? nil : String(min(max(fit.wide, 0), 32_767))),
                ("fitToHeight", fit.high == 1 ? nil : String(min(max(fit.high, 0), 32_767))),
            ]
        }
        let isSaid = page.saysSetup || attributes.contains { $0.1 != nil } || page.landscape || !page.options.isEmpty
        attributes.append(("orientation", page.landscape ? "landscape" : isSaid ? "portrait" : nil))
        let taken = Set(attributes.map(\.0))
        attributes += page.options.filter { !taken.contains($0.name) }.map { ($0.name, $0.value) }
        return isSaid ? Markup.element("pageSetup", attributes) : ""
    }

    private var headers: String {
        var texts = page.otherHeaders
        texts["oddHeader"] = page.header
        texts["oddFooter"] = page.footer
        let inside = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"]
            .map { name in
                let text = Self.headerText(texts[name] ?? "")
                return text.isEmpty
                    ? "" : Markup.text(name, text).replacingOccurrences(of: " xml:space=\"preserve\"", with: "")
            }.joined()
        guard !inside.isEmpty || !page.headerOptions.isEmpty else { return "" }
        return Markup.element("headerFooter", page.headerOptions.map { ($0.name, $0.value) }, inside)
    }

    private var breaks: String {
        breaks("rowBreaks", page.rowBreaks, below: CellReference.maximumRows, last: CellReference.maximumColumns - 1)
            + breaks(
                "colBreaks", page.columnBreaks, below: CellReference.maximumColumns, last: CellReference.maximumRows - 1
            )
    }

    private func breaks(_ name: String, _ places: [Int], below bound: Int, last: Int) -> String {
        let sorted = Set(places).filter { $0 >= 1 && $0 < bound }.sorted().prefix(Self.maximumBreaks)
        guard !sorted.isEmpty else { return "" }
        let count = String(sorted.count)
        return Markup.element(
            name, [("count", count), ("manualBreakCount", count)],
            sorted.map { Markup.element("brk", [("id", String($0)), ("max", String(last)), ("man", "1")]) }.joined())
    }

    /// A header's text: pictures (`&G`) are not written, so neither is the code for one.
    static func headerText(_ text: String) -> String {
        var result = ""
        var rest = Substring(XMLText.stripped(text))
        while let character = rest.popFirst() {
            guard character == "&", let code = rest.popFirst() else {
                result.append(character)
                continue
            }
            if code == "G" { continue }
            if code == "[", rest.hasPrefix("Picture]") {
                rest.removeFirst("Picture]".count)
                continue
            }
            result += "&\(code)"
        }
        return result
    }
}
