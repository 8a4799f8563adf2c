import Foundation
import Spreadsheet

/// Puts into the library's file what the library can't say.
enum PackageCorrection {
    private static let relationshipKind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

    /// The corrected archive.
    static func corrected(_ archive: Data, plan: WritingPlan, fileName: String) throws -> Data {
        var package = try PackageParts([UInt8](archive), fileName: fileName)
        let workbook = plan.workbook
        let styles = StyleTable(workbook.styles)
        let strings = StringsAppendix(package.text("xl/sharedStrings.xml"))
        let attachments = AttachmentWriter(taken: package.parts.map(\.name))
        var comments = 0
        for (index, sheet) in workbook.sheets.enumerated() {
            let name = "xl/worksheets/sheet\(index + 1).xml"
            let relationships = RelationshipList(package.text(RelationshipList.name(of: name)))
            let part = SheetPart(
                sheet: sheet,
                head: SheetHead(
                    sheet: sheet, isActive: index == plan.active,
                    defaultFont: workbook.styles.first?.font ?? CellFont(), styles: styles),
                tail: {
                    SheetTail(sheet: sheet, relationships: relationships, attachments: attachments, commentBoxes: $0)
                },
                styles: styles, strings: strings, uses1904: workbook.uses1904)
            package.changeText(name, part.corrected)
            if let text = relationships.text { package.set(RelationshipList.name(of: name), text) }
            if !sheet.comments.isEmpty {
                comments += 1
                let markup = CommentsMarkup(comments: sheet.comments)
                package.changeText("xl/comments\(comments).xml") { _ in markup.text }
                package.changeText("xl/drawings/vmlDrawing\(comments).vml", markup.boxes)
            }
        }
        package.changeText("xl/styles.xml") { _ in
            StylesMarkup.text(styles.used, differential: workbook.differentialStyles, usualFont: workbook.usualFont)
        }
        package.changeText("xl/sharedStrings.xml", strings.appended)
        correctWorkbook(&package, plan: plan, attachments: attachments)
        var types = attachments.contentTypes
        correctProperties(&package, workbook.properties, types: &types)
        if let theme = workbook.theme { package.change("xl/theme/theme1.xml") { _ in theme } }
        package.parts += attachments.parts
        package.changeText("[Content_Types].xml") { addTypes(types, to: $0) }
        return try package.archive(fileName: fileName)
    }

    private static func correctWorkbook(
        _ package: inout PackageParts, plan: WritingPlan, attachments: AttachmentWriter
    ) {
        let name = RelationshipList.name(of: "xl/workbook.xml")
        let relationships = RelationshipList(package.text(name))
        let references = plan.workbook.externalLinks.map { link in
            let id = relationships.add(
                type: relationshipKind + "externalLink", target: "/" + attachments.add(link), isExternal: false)
            return Markup.element("externalReference", [("r:id", id)])
        }.joined()
        if let text = relationships.text { package.set(name, text) }
        let markup = WorkbookMarkup(
            plan: plan,
            externalReferences: references.isEmpty ? "" : "<externalReferences>\(references)</externalReferences>")
        package.changeText("xl/workbook.xml", markup.corrected)
    }

    private static func correctProperties(
        _ package: inout PackageParts, _ properties: DocumentProperties, types: inout [(name: String, type: String)]
    ) {
        if !properties.core.isEmpty {
            package.changeText("docProps/core.xml") { _ in PropertiesMarkup.core(properties.core) }
        }
        guard !properties.custom.isEmpty else { return }
        package.set("docProps/custom.xml", PropertiesMarkup.custom(properties.custom))
        types.append(
            ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"))
        let relationships = RelationshipList(package.text("_rels/.rels"))
        _ = relationships.add(
            type: relationshipKind + "custom-properties", target: "docProps/custom.xml", isExternal: false)
        if let text = relationships.text { package.set("_rels/.rels", text) }
    }

    private static func addTypes(_ types: [(name: String, type: String)], to text: String) -> String {
        guard let end = text.range(of: "</Types>", options: .backwards) else { return text }
        let added = types.map { Markup.element("Override", [("PartName", "/" + $0.name), ("ContentType", $0.type)]) }
        return text[..<end.lowerBound] + added.joined() + text[end.lowerBound...]
    }
}
