import Spreadsheet

/// What belongs to a workbook besides its sheets: names, properties, theme, other workbooks. What can't be kept is named.
struct WorkbookExtras {
    let file: XLSXFile
    let package: Package
    let attached: AttachedParts

    /// Completes a workbook; `entries` are those of its sheets, in the same order.
    func complete(_ workbook: inout Workbook, entries: [XLSXFile.SheetEntry]) {
        workbook.uses1904 = file.uses1904
        workbook.usualFont = file.usualFont
        workbook.differentialStyles = file.differentialStyles
        workbook.theme = file.themePart.flatMap { attached.content($0) }
        workbook.protection = file.workbook.protection
        workbook.names = file.workbook.names.others(ofSheet: nil)
        let active = file.workbook.activeTab ?? 0
        workbook.activeSheet = entries.firstIndex { $0.index == active }
        let relationships = (try? package.allRelationships(of: file.mainPart)) ?? []
        func lose(_ what: String) {
            let loss = WorkbookLoss(what: what)
            if !workbook.losses.contains(loss) { workbook.losses.append(loss) }
        }
        for id in file.workbook.externalLinks {
            let target = relationships.first { $0.id == id }?.target
            if let part = target.flatMap({ attached.part($0) }) {
                workbook.externalLinks.append(part)
            } else {
                lose("对其他工作簿的引用")
            }
        }
        for relationship in relationships {
            if let what = LossNames.relationships[String(relationship.kind)] { lose(what) }
        }
        for relationship in (try? package.allRelationships(of: "")) ?? [] {
            let reader = PropertiesPart()
            switch relationship.kind {
            case "core-properties":
                if attached.parse(relationship.target, reader) { workbook.properties.core = reader.properties.core }
            case "custom-properties":
                if attached.parse(relationship.target, reader) { workbook.properties.custom = reader.properties.custom }
            default: break
            }
        }
    }
}
