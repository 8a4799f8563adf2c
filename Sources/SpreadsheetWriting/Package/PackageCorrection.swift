import Foundation
import Spreadsheet

/// Puts into the library's file what the library can't say.
enum PackageCorrection {
    /// The corrected archive.
    static func corrected(_ archive: Data, plan: WritingPlan, fileName: String) throws -> Data {
        var package = try PackageParts([UInt8](archive), fileName: fileName)
        let font = plan.workbook.styles.first?.font ?? CellFont()
        for (index, sheet) in plan.workbook.sheets.enumerated() {
            let part = SheetPart(sheet: sheet, defaultFont: font)
            package.change("xl/worksheets/sheet\(index + 1).xml") { change($0, part.corrected) }
        }
        package.change("xl/workbook.xml") { change($0) { hidingDeeply($0, sheets: plan.workbook.sheets) } }
        package.change("xl/styles.xml") { change($0, fonts) }
        return try package.archive(fileName: fileName)
    }

    private static func change(_ content: [UInt8], _ body: (String) -> String) -> [UInt8] {
        Array(body(String(decoding: content, as: UTF8.self)).utf8)
    }

    /// Sheets that a person can't show again by the menu.
    private static func hidingDeeply(_ text: String, sheets: [Sheet]) -> String {
        mapTags(of: text) { tag in
            guard tag.name == "sheet", let number = tag["sheetId"].flatMap({ Int($0) }),
                sheets.indices.contains(number - 1), sheets[number - 1].visibility == .veryHidden
            else { return [tag] }
            tag["state"] = "veryHidden"
            return [tag]
        }
    }

    /// Fonts: no colour where none is set, and the Chinese character set beside a Chinese face.
    private static func fonts(_ text: String) -> String {
        mapTags(of: text) { tag in
            switch tag.name {
            case "color" where tag["theme"] == "1": return []
            case "family" where tag["val"] == "3":
                return [tag, MarkupScanner.Tag(name: "charset", attributes: [("val", "134")])]
            default: return [tag]
            }
        }
    }

    /// Rewrites each start tag. Only tags that end by themselves may become none or several.
    private static func mapTags(
        of text: String, _ body: (inout MarkupScanner.Tag) -> [MarkupScanner.Tag]
    ) -> String {
        var scanner = MarkupScanner(text)
        var result = ""
        while let piece = scanner.next() {
            switch piece {
            case .start(var tag, let ends): result += body(&tag).map { $0.written(ends: ends) }.joined()
            case .end(let name): result += "</\(name)>"
            case .text(let text): result += text
            }
        }
        return result
    }
}
