import Spreadsheet
import Testing

@Suite struct CellReferenceTests {
    @Test(arguments: [
        ("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("$B$7", 6, 1), ("XFD1048576", 1_048_575, 16_383),
    ])
    func readsAndWritesA1(text: String, row: Int, column: Int) throws {
        let reference = try #require(CellReference(text))
        #expect(reference == CellReference(row: row, column: column))
        #expect(reference.description == text.filter { $0 != "$" })
    }

    @Test(arguments: ["", "A", "1", "A0", "1A", "XFE1", "A1048577", "A1B", "Ａ1"])
    func refusesWhatIsNoAddress(text: String) {
        #expect(CellReference(text) == nil)
    }

    @Test func rangeOrdersItsCorners() {
        #expect(CellRange("D4:B2")?.description == "B2:D4")
        #expect(CellRange("B2")?.description == "B2")
        #expect(CellRange("B2:C") == nil)
        #expect(CellRange("A1:B2")?.overlaps(CellRange("B2:C3") ?? CellRange("Z9:Z9")!) == true)  // literals parse
    }
}
