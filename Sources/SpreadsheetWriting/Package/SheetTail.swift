import Spreadsheet

/// What stands behind the rows of a sheet, in the order of the format.
struct SheetTail {
    /// The sheet.
    let sheet: Sheet
    /// The relationships of its part, which grow by those of links and attached parts.
    let relationships: RelationshipList
    /// Where attached parts are put.
    let attachments: AttachmentWriter
    /// The library's element for the boxes of comments, or nothing.
    let commentBoxes: String

    /// All of it.
    var text: String {
        carried(sheet.protection) + carried(sheet.protectedRanges) + filter + merges + conditionalFormats + validations
            + hyperlinks + PageMarkup(page: sheet.page).text + carried(sheet.ignoredErrors) + drawing + commentBoxes
            + tables
    }

    private func carried(_ element: MarkupElement?) -> String { element.map { Markup.element($0) } ?? "" }

    private var filter: String {
        guard let filter = sheet.filter, filter[attribute: "ref"].flatMap({ CellRange($0) }) != nil else { return "" }
        return Markup.element(filter)
    }

    private var merges: String {
        let ranges = sheet.merges.filter { $0.first != $0.last }
        guard !ranges.isEmpty else { return "" }
        return Markup.element(
            "mergeCells", [("count", String(ranges.count))],
            ranges.map { Markup.element("mergeCell", [("ref", $0.description)]) }.joined())
    }

    private var conditionalFormats: String {
        sheet.conditionalFormats.filter { !$0.ranges.isEmpty && !$0.rules.isEmpty }.map { format in
            Markup.element(
                "conditionalFormatting", [("sqref", Markup.ranges(format.ranges))],
                format.rules.map { Markup.element($0) }.joined())
        }.joined()
    }

    private var validations: String {
        let checks = sheet.validations.filter { !$0.ranges.isEmpty }
        guard !checks.isEmpty else { return "" }
        let options = sheet.validationOptions.map { ($0.name, Optional($0.value)) }
        return Markup.element(
            "dataValidations", options + [("count", String(checks.count))],
            checks.map { check in
                Markup.element(
                    "dataValidation",
                    [("type", check.kind == "none" ? nil : check.kind), ("operator", check.comparison)]
                        + check.options.map { ($0.name, $0.value) } + [("sqref", Markup.ranges(check.ranges))],
                    formula("formula1", check.firstFormula) + formula("formula2", check.secondFormula))
            }.joined())
    }

    private func formula(_ name: String, _ text: String?) -> String {
        text.map { "<\(name)>\(Markup.escaped($0))</\(name)>" } ?? ""
    }

    private var hyperlinks: String {
        let links = sheet.hyperlinks.compactMap { link -> String? in
            guard link.target != nil || link.location != nil else { return nil }
            let id = link.target.map {
                relationships.add(
                    type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
                    target: LinkTarget.written($0),
                    isExternal: true)
            }
            return Markup.element(
                "hyperlink",
                [
                    ("ref", link.range.description), ("r:id", id), ("location", link.location),
                    ("tooltip", link.tooltip.map { XMLText.escaped($0) }),
                    ("display", link.display.map { XMLText.escaped($0) }),
                ])
        }
        return links.isEmpty ? "" : "<hyperlinks>\(links.joined())</hyperlinks>"
    }

    private var drawing: String {
        guard let drawing = sheet.drawing else { return "" }
        return Markup.element("drawing", [("r:id", attach(drawing, "drawing"))])
    }

    private var tables: String {
        guard !sheet.tables.isEmpty else { return "" }
        return Markup.element(
            "tableParts", [("count", String(sheet.tables.count))],
            sheet.tables.map { Markup.element("tablePart", [("r:id", attach($0, "table"))]) }.joined())
    }

    private func attach(_ part: AttachedPart, _ kind: String) -> String {
        relationships.add(
            type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)",
            target: "/" + attachments.add(part), isExternal: false)
    }
}
