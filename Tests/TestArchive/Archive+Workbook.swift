import Foundation

/// Workbooks made by hand.
extension Archive {
    /// The namespace that stands for `MAIN` in the texts of parts.
    package static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package static let packaging = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// A sheet of a workbook.
    package struct SheetPart {
        package var name: String
        /// Its markup, `MAIN` for the namespace.
        package var markup: String
        /// `visible`, `hidden`, `veryHidden`.
        package var state: String

        /// A sheet.
        package init(_ name: String, _ markup: String, state: String = "visible") {
            self.name = name
            self.markup = markup
            self.state = state
        }
    }

    /// A workbook with one sheet.
    package static func workbook(_ sheet: String, strings: String? = nil, styles: String? = nil) -> Archive {
        workbook(sheets: [SheetPart("表", sheet)], strings: strings, styles: styles)
    }

    /// A workbook.
    ///
    /// - Parameters:
    ///   - strings: What stands within `sst`.
    ///   - styles: What stands within `styleSheet`.
    ///   - properties: What stands before the list of sheets.
    package static func workbook(
        sheets: [SheetPart], strings: String? = nil, styles: String? = nil, properties: String = ""
    ) -> Archive {
        var archive = Archive()
        archive.add("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")]))
        let list = sheets.enumerated().map { index, sheet in
            let state = sheet.state == "visible" ? "" : " state=\"\(sheet.state)\""
            return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
        }
        archive.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(list.joined())</sheets></workbook>"
        )
        let parts = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        archive.add(
            "xl/_rels/workbook.xml.rels",
            relationships(parts + [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]))
        for (index, sheet) in sheets.enumerated() {
            archive.add(
                "xl/worksheets/sheet\(index + 1).xml", sheet.markup.replacing("MAIN", with: main))
        }
        if let strings { archive.add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>") }
        if let styles { archive.add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>") }
        return archive
    }

    private static func relationships(_ kinds: [(String, String)]) -> String {
        let list = kinds.enumerated().map { index, kind in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(kind.0)\" Target=\"\(kind.1)\"/>"
        }
        return "<Relationships xmlns=\"\(packaging)\">\(list.joined())</Relationships>"
    }
}
