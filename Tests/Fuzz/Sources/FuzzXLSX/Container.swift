/// Puts parts into a ZIP container: a fuzzer that has to get checksums right never comes to the XML in it.
enum Container {
    private static let separator: [UInt8] = [0, 0] + Array("PART".utf8) + [0]
    /// The parts of an input in their order. Those that are missing are left out, or are ``usual``.
    private static let names = [
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "xl/theme/theme1.xml",
    ]
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let usual = [
        "xl/workbook.xml": """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="\(office)">\
        <sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>
        """,
        "xl/_rels/workbook.xml.rels": """
        <Relationships xmlns="\(package)"><Relationship Id="r1" Type="\(office)/worksheet" \
        Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="\(office)/sharedStrings" \
        Target="sharedStrings.xml"/><Relationship Id="r3" Type="\(office)/styles" Target="styles.xml"/>\
        <Relationship Id="r4" Type="\(office)/theme" Target="theme/theme1.xml"/></Relationships>
        """,
    ]
    private static let checksums: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    /// A stored archive of the parts, which stand one after the other with a separator between them.
    static func archive(_ input: ArraySlice<UInt8>) -> [UInt8] {
        var parts = split(input)
        for (index, name) in names.enumerated() where index >= parts.count || parts[index].isEmpty {
            let content = Array((usual[name] ?? "").utf8)
            if index < parts.count { parts[index] = content[...] } else { parts.append(content[...]) }
        }
        var result: [UInt8] = []
        var directory: [UInt8] = []
        var count = 0
        for (name, content) in zip(names, parts) where !content.isEmpty {
            let offset = result.count
            let shared = half(0x800) + half(0) + word(0) + word(checksum(content)) + size(content) + size(content)
            let lengths = half(name.utf8.count) + half(0)
            result += word(0x0403_4B50) + half(20) + shared + lengths + Array(name.utf8) + content
            directory += word(0x0201_4B50) + half(20) + half(20) + shared + lengths + half(0) + half(0) + half(0)
            directory += word(0) + word(UInt32(offset)) + Array(name.utf8)
            count += 1
        }
        let start = result.count
        result += directory + word(0x0605_4B50) + half(0) + half(0) + half(count) + half(count)
        return result + size(directory) + word(UInt32(start)) + half(0)
    }

    private static func split(_ input: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var rest = input
        while result.count < names.count - 1, let place = rest.firstRange(of: separator) {
            result.append(rest[..<place.lowerBound])
            rest = rest[place.upperBound...]
        }
        return result + [rest]
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { checksums[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }

    private static func size(_ bytes: some Collection<UInt8>) -> [UInt8] { word(UInt32(bytes.count)) }

    private static func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

    private static func word(_ value: UInt32) -> [UInt8] { half(Int(value & 0xFFFF)) + half(Int(value >> 16)) }
}
