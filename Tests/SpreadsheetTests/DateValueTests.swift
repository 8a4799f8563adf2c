import Foundation
import Spreadsheet
import Testing

@Suite struct DateValueTests {
    @Test(arguments: [
        ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("60", false, "1900-02-29"),
        ("61", false, "1900-03-01"), ("44561", false, "2021-12-31"), ("43099", true, "2021-12-31"),
        ("0", true, "1904-01-01"), ("2958465", false, "9999-12-31"),
    ])
    func daysOfBothSystems(serial: String, uses1904: Bool, expected: String) throws {
        let number = try #require(Decimal(string: serial))
        #expect(DateValue(serial: number, uses1904: uses1904, showsDay: true, showsTime: false)?.iso8601 == expected)
    }

    @Test func timeRoundsToTheSecondAndCarries() throws {
        let number = try #require(Decimal(string: "44561.999999999"))
        let value = DateValue(serial: number, uses1904: false, showsDay: true, showsTime: true)
        #expect(value?.iso8601 == "2022-01-01T00:00:00")
        let noon = DateValue(serial: Decimal(0.5), uses1904: false, showsDay: false, showsTime: true)
        #expect(noon?.iso8601 == "12:00:00")
    }

    @Test func refusesWhatIsNoDate() {
        #expect(DateValue(serial: -1, uses1904: false, showsDay: true, showsTime: false) == nil)
        #expect(DateValue(serial: 2_958_466, uses1904: false, showsDay: true, showsTime: false) == nil)
    }
}
