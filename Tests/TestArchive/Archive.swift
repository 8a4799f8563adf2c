import CZlib
import Foundation

/// Makes archives by hand, also broken ones.
struct Archive {
    var parts: [(name: String, content: [UInt8])] = []
    /// Says another checksum than the content's.
    var spoilsChecksum = false
    var flags: UInt16 = 0x800

    static func workbook(_ sheet: String, strings: String? = nil, styles: String? = nil) -> Archive {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func list(_ kinds: [(String, String)]) -> String {
            "<Relationships xmlns=\"\(package)\">"
                + kinds.enumerated().map {
                    "<Relationship Id=\"rId\($0.offset + 1)\" Type=\"\(office)/\($0.element.0)\" Target=\"\($0.element.1)\"/>"
                }
                .joined() + "</Relationships>"
        }
        var archive = Archive()
        archive.add("_rels/.rels", list([("officeDocument", "xl/workbook.xml")]))
        archive.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        )
        archive.add(
            "xl/_rels/workbook.xml.rels",
            list([
                ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            ]))
        archive.add("xl/worksheets/sheet1.xml", sheet.hasPrefix("<") ? sheet.replacing("MAIN", with: main) : sheet)
        if let strings { archive.add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>") }
        if let styles { archive.add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>") }
        return archive
    }

    mutating func add(_ name: String, _ text: String) { parts.append((name, Array(text.utf8))) }

    var bytes: [UInt8] {
        var result: [UInt8] = []
        var directory: [UInt8] = []
        func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
        func word(_ value: Int) -> [UInt8] { half(value & 0xFFFF) + half(value >> 16) }
        for part in parts {
            let sum =
                Int(part.content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
                ^ (spoilsChecksum ? 1 : 0)
            let name = Array(part.name.utf8)
            let common =
                half(20) + half(Int(flags)) + half(0) + word(0) + word(sum) + word(part.content.count)
                + word(part.content.count) + half(name.count) + half(0)
            directory +=
                word(0x0201_4B50) + half(20) + common + half(0) + half(0) + half(0) + word(0) + word(result.count)
                + name
            result += word(0x0403_4B50) + common + name + part.content
        }
        let end =
            word(0x0605_4B50) + half(0) + half(0) + half(parts.count) + half(parts.count) + word(directory.count)
            + word(result.count) + half(0)
        return result + directory + end
    }
}
