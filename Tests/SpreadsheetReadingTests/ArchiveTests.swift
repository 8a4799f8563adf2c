import Spreadsheet
import SpreadsheetReading
import TestArchive
import Testing

/// Archives in every shape that tools write, and those that lie.
struct ArchiveTests {
    private static let sheet =
        "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>570.54</v></c></row></sheetData></worksheet>"
    private static let whole = Archive.workbook(sheet, strings: "<si><t>单位名称</t></si>")

    private static func changed(_ body: (inout Archive) -> Void) -> [UInt8] {
        var archive = whole
        body(&archive)
        return archive.bytes
    }

    private static func changedAll(_ body: (inout ArchivePart) -> Void) -> [UInt8] {
        changed { $0.changeAll(body) }
    }

    static let shapes: [(String, [UInt8])] = [
        ("stored", whole.bytes), ("deflated", changedAll { $0.isDeflated = true }),
        ("data descriptors", changedAll { ($0.isDeflated, $0.hasDescriptor) = (true, true) }),
        ("ZIP64 sizes", changedAll { ($0.isDeflated, $0.usesZip64) = (true, true) }),
        ("ZIP64 end", changed { $0.usesZip64 = true }),
        (
            "all of it",
            changed {
                $0.usesZip64 = true
                $0.changeAll { ($0.isDeflated, $0.usesZip64, $0.hasDescriptor) = (true, true, true) }
            }
        ),
        ("comment", changed { $0.comment = Array("导出于 2022-06-30 PK\u{5}".utf8) }),
        ("bytes before", changed { $0.prefix = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 99) }),
        (
            "folders",
            changed {
                $0.add("xl/", "")
                $0.add("xl/worksheets/", "")
            }
        ),
        ("other letters", changedAll { $0.name = $0.name.hasPrefix("xl") ? $0.name.uppercased() : $0.name }),
        ("backslashes", changedAll { $0.name = $0.name.replacing("/", with: "\\") }),
        ("leading slashes", changedAll { $0.name = "/" + $0.name }),
    ]

    @Test(arguments: shapes)
    func areRead(name: String, bytes: [UInt8]) throws {
        let sheet = try WorkbookReader.read(bytes: bytes, fileName: "表.xlsx").sheets[0]
        #expect(sheet[0, 0]?.shown == "单位名称" && sheet[0, 1]?.shown == "570.54")
    }

    private static let part = "xl/worksheets/sheet1.xml"

    static let lies: [(String, [UInt8], String)] = [
        (
            "larger than stated", changed { $0.change(part) { ($0.isDeflated, $0.statedSize) = (true, 100) } },
            "比目录里写的大小（100）更大"
        ),
        (
            "smaller than stated", changed { $0.change(part) { ($0.isDeflated, $0.statedSize) = (true, 9000) } },
            "目录里写的是 9000"
        ),
        ("packed bytes cut", changed { $0.change(part) { ($0.isDeflated, $0.statedPacked) = (true, 50) } }, "解压到一半出错"),
        ("stored bytes cut", changed { $0.change(part) { $0.statedPacked = 50 } }, "解压后只有 50 字节"),
        ("packed beyond the end", changed { $0.change("xl/sharedStrings.xml") { $0.statedPacked = 1 << 20 } }, "目录不对"),
        ("two of one name", changed { $0.add("XL/workbook.xml", "<workbook/>") }, "有两个"),
        (
            "shared bytes",
            changed {
                $0.add("xl/again.xml", [])
                $0.change("xl/again.xml") { $0.sharesBytesOf = 1 }
            }, "互相重叠"
        ),
        (
            "over the next part",
            changed { $0.change("_rels/.rels") { ($0.statedPacked, $0.statedSize) = (400, 400) } }, "互相重叠"
        ),
        ("more parts than stated", changed { $0.statedCount = 3 }, "不止 3 个部件"),
        ("fewer parts than stated", changed { $0.statedCount = 9 }, "目录不对"),
        ("checksum", changed { $0.spoilsChecksum = true }, "校验不一致"),
    ]

    @Test(arguments: lies)
    func thatLieAreRefused(name: String, bytes: [UInt8], says: String) {
        let error = #expect(throws: ToolError.self) { try WorkbookReader.read(bytes: bytes, fileName: "表.xlsx") }
        #expect(error?.code == .notReadableDamaged)
        #expect(error?.message.contains(says) == true, "\(String(describing: error))")
    }

    @Test func thatAreCutOffAreNeverShort() {
        for bytes in [Self.whole.bytes, Self.changedAll { ($0.isDeflated, $0.hasDescriptor) = (true, true) }] {
            for length in stride(from: 4, to: bytes.count, by: 13) {
                let error = #expect(throws: ToolError.self) {
                    try WorkbookReader.read(bytes: Array(bytes[..<length]), fileName: "断.xlsx")
                }
                #expect(error?.code.exitStatus == 65)
            }
        }
    }

    /// One bit at a time: an error, or the same cells.
    @Test func thatAreSpoiledAreNeverWrong() {
        let bytes = Self.changedAll { $0.isDeflated = true }
        for place in stride(from: 0, to: bytes.count, by: 3) {
            var spoiled = bytes
            spoiled[place] ^= 1 << (place % 8)
            do {
                let sheet = try WorkbookReader.read(bytes: spoiled, fileName: "坏.xlsx").sheets[0]
                #expect(sheet[0, 0]?.shown == "单位名称" && sheet[0, 1]?.shown == "570.54", "byte \(place)")
            } catch let error as ToolError {
                #expect(error.code.exitStatus == 65)
            } catch {
                Issue.record("\(error)")
            }
        }
    }
}
