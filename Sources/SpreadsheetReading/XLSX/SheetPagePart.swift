import Spreadsheet

/// How a sheet prints: margins, paper, headers, breaks.
struct SheetPagePart {
    private static let known: Set<String> = [
        "paperSize", "orientation", "scale", "r:id",
    ]
    private static let headers: Set<String> = [
        "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
    ]
    private var text: String?
    private var breaks: WritableKeyPath<PageSetup, [Int]>?
    private var fitsPage = false

    /// An element begins.
    mutating func start(_ name: String, _ attributes: XMLAttributes, _ page: inout PageSetup) {
        switch name {
        case "pageSetUpPr":
            fitsPage = attributes.flag("fitToPage") ?? false
            if fitsPage { page.fit = (1, 1) }
        case "printOptions":
            page.centeredHorizontally = attributes.flag("horizontalCentered") ?? false
            page.centeredVertically = attributes.flag("verticalCentered") ?? false
            page.printsGridlines = attributes.flag("gridLines") ?? false
            page.printsHeadings = attributes.flag("headings") ?? false
        case "pageMargins": margins(attributes, &page)
        case "pageSetup":
            page.saysSetup = true
            page.paper = attributes.integer("paperSize")
            page.landscape = attributes["orientation"] == "landscape"
            page.scale = attributes.integer("scale") ?? 100
            if fitsPage {
                page.fit = (attributes.integer("fitToWidth") ?? 1, attributes.integer("fitToHeight") ?? 1)
            }
            page.options = attributes.all(
                but: fitsPage ? Self.known.union(["fitToWidth", "fitToHeight"]) : Self.known)
        case "headerFooter": page.headerOptions = attributes.all
        case _ where Self.headers.contains(name): text = ""
        case "rowBreaks": breaks = \.rowBreaks
        case "colBreaks": breaks = \.columnBreaks
        case "brk":
            if let breaks, let place = attributes.integer("id") { page[keyPath: breaks].append(place) }
        default: break
        }
    }

    /// An element ends.
    mutating func end(_ name: String, _ page: inout PageSetup) {
        if name == "rowBreaks" || name == "colBreaks" { breaks = nil }
        guard Self.headers.contains(name) else { return }
        let whole = EscapedText.decode(text ?? "")
        switch name {
        case "oddHeader": page.header = whole
        case "oddFooter": page.footer = whole
        default: page.otherHeaders[name] = whole
        }
        text = nil
    }

    /// A piece of a header.
    mutating func text(_ piece: String) { text? += piece }

    private func margins(_ attributes: XMLAttributes, _ page: inout PageSetup) {
        page.saysMargins = true
        page.left = attributes.double("left") ?? page.left
        page.right = attributes.double("right") ?? page.right
        page.top = attributes.double("top") ?? page.top
        page.bottom = attributes.double("bottom") ?? page.bottom
        page.headerMargin = attributes.double("header") ?? page.headerMargin
        page.footerMargin = attributes.double("footer") ?? page.footerMargin
    }
}
