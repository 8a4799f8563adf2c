import Assessment
import Spreadsheet
import Testing

@testable import Reports

struct FindingEntryTests {
    /// A finding in a few letters: `J12`, `J12=5` with what stands there, `乙!J12` on another sheet.
    private static func finding(_ text: String) -> Finding {
        let parts = text.split(separator: "=")
        let place = parts[0].split(separator: "!")
        return Finding(
            rule: "VAL-01", level: .must,
            source: Source(
                file: "表.xlsx", sheet: place.count == 2 ? String(place[0]) : "甲",
                cell: place.last.flatMap { CellReference($0) }),
            subject: "指标\(place.last ?? "")", found: parts.count == 2 ? String(parts[1]) : "", expected: "数",
            message: "没有。", citation: "约定", remedy: "补上。")
    }

    @Test(arguments: [
        (["J12"], ["〔甲〕J12"]),
        (["J12", "J13", "J14"], ["〔甲〕J12:J14，共 3 处"]),
        // A gap is no range: the cell between is not at fault.
        (["J12", "J14", "J15"], ["〔甲〕J12、J14:J15，共 3 处"]),
        (["J14", "J12", "J13"], ["〔甲〕J12:J14，共 3 处"]),
        (["C5", "D5", "E5"], ["〔甲〕C5:E5，共 3 处"]),
        (["A1", "B2"], ["〔甲〕A1", "〔甲〕B2"]),
        // What stands there differs: each is said.
        (["J12=5", "J13=5", "J14=6"], ["〔甲〕J12:J13，共 2 处", "〔甲〕J14"]),
        (["J12", "乙!J13"], ["〔甲〕J12", "〔乙〕J13"]),
        (["J12", "J12"], ["〔甲〕J12，共 2 处"]),
        // Columns go first: a cell is in one entry only.
        (["A1", "A2", "B1"], ["〔甲〕A1:A2，共 2 处", "〔甲〕B1"]),
    ])
    func theSameInOneColumnOrRowIsOne(cells: [String], places: [String]) {
        let entries = FindingEntry.entries(cells.map(Self.finding), file: "表.xlsx")
        #expect(entries.map(\.place) == places)
    }

    @Test(arguments: [
        ("表.xlsx", "甲", "B2", "〔甲〕B2"), ("别的.csv", nil, "B2", "别的.csv B2"), ("表.xlsx", nil, nil, "整张表"),
        ("别的.xlsx", "甲", nil, "别的.xlsx〔甲〕"), ("表.xlsx", nil, "C3", "C3"),
    ])
    func theFileIsNamedWhenItIsAnother(file: String, sheet: String?, cell: String?, place: String) {
        var finding = Self.finding("A1")
        finding.source = Source(file: file, sheet: sheet, cell: cell.flatMap { CellReference($0) })
        #expect(FindingEntry.entries([finding], file: "表.xlsx").map(\.place) == [place])
    }

    @Test func manySubjectsAreCounted() throws {
        let findings = (1...20).map { Self.finding("J\($0)") }
        let entry = try #require(FindingEntry.entries(findings, file: nil).first)
        #expect(entry.place == "表.xlsx〔甲〕J1:J20，共 20 处")
        #expect(entry.subject.hasPrefix("指标J1、指标J2、") && entry.subject.hasSuffix("指标J8 等 20 项"))
    }

    @Test func aLineBreakOfACellDoesNotBreakTheLine() throws {
        var finding = Self.finding("A1")
        finding.found = "一\r\n二\n三"
        #expect(FindingEntry.entries([finding], file: nil).first?.found == "一 二 三")
    }
}
