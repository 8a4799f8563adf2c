import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct FieldInferenceTests {
    private func infer(_ text: String) -> InferredField {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { FieldInference.infer($0, count: bytes.count) } ?? .text
        }
    }

    static let tableOfNumbers: [(String, Double, String)] = [
        ("0", 0, "General"), ("5", 5, "General"), ("-5", -5, "General"), ("10", 10, "General"),
        ("12345678901", 12_345_678_901, "General"), ("-12345678901", -12_345_678_901, "General"),
        ("123456789012", 123_456_789_012, "0"), ("123456789012345", 123_456_789_012_345, "0"),
        ("-999999999999999", -999_999_999_999_999, "0"), ("0.5", 0.5, "0.0"), ("-0.5", -0.5, "0.0"),
        ("12.50", 12.5, "0.00"), ("0.00", 0, "0.00"), ("570.54", 570.54, "0.00"),
        ("-1026557.94", -1_026_557.94, "0.00"),
        ("0.1234567890", 0.123456789, "0.0000000000"), ("1234567890.12345", 1_234_567_890.12345, "0.00000"),
        ("9.95", 9.95, "0.00"), ("0.0000000001", 1e-10, "0.0000000000"), ("1,234", 1234, "#,##0"),
        ("1,234.50", 1234.5, "#,##0.00"), ("-12,345,678.9", -12_345_678.9, "#,##0.0"),
        ("123,456,789,012,345", 123_456_789_012_345, "#,##0"), ("94.26%", 0.9426, "0.00%"), ("5%", 0.05, "0%"),
        ("0%", 0, "0%"), ("100.0%", 1, "0.0%"), ("-3.5%", -0.035, "0.0%"), ("1234%", 12.34, "0%"),
        ("0.0000000001%", 1e-12, "0.0000000000%"), ("1900-03-01", 61, "yyyy-mm-dd"),
        ("2022-06-30", 44_742, "yyyy-mm-dd"),
        ("2024-02-29", 45_351, "yyyy-mm-dd"), ("2000-02-29", 36_585, "yyyy-mm-dd"),
        ("9999-12-31", 2_958_465, "yyyy-mm-dd"),
        ("2022-06-30T08:15:00", 44_742.34375, "yyyy-mm-dd hh:mm:ss"),
        ("2022-06-30 00:00:00", 44_742, "yyyy-mm-dd hh:mm:ss"),
        ("2022-06-30 23:59:59", 44_742.999988425923, "yyyy-mm-dd hh:mm:ss"),
    ]

    @Test(arguments: tableOfNumbers)
    func numbers(_ text: String, _ value: Double, _ format: String) {
        guard case .number(let number, let shape) = infer(text) else {
            Issue.record("\(text) stayed text")
            return
        }
        #expect(number == value)
        #expect(shape.formatCode == format)
    }

    static let tableOfTexts: [String] = [
        "", "-", "--5", "+1", "+5.00", "007", "00", "00.5", "-007", "-0", "-0.00", "-0%", ".5", "5.", "-.5", "1.2.3",
        "1e5",
        "1E+05", "0x10", "1 234", " 12 ", "12 ", "\t12", "1234567890123456", "123456789012345.6", "0.1234567890123456",
        "0.12345678901", "1,23", "12,34.5", "1234,567", "1,2345", ",123", "1,", "1,234,", "1,234,5", "0,123", "1.5,000",
        "1,234%", "%", "5%%", "5%5", "-%", "1.%", "007%", "=1+1", "@x", "=SUM(A1)", "-1+1", "12万", "１２", "12。5", "null",
        "NaN", "inf",
        "1900-02-28", "1899-12-31", "2022-02-29", "1900-02-29", "2100-02-29", "2022-13-01", "2022-00-10", "2022-06-31",
        "2022-06-00",
        "2022-6-30", "2022/06/30", "2022-06", "22-06-30", "2022-06-30 ", "2022-06-30T24:00:00", "2022-06-30T08:60:00",
        "2022-06-30T08:15:60", "2022-06-30T08:15", "2022-06-30T08:15:00Z", "2022-06-30T08:15:00.5",
        "2022-06-30x08:15:00",
        "0010-01-01", "08:15:00", "110101199003078515", "6222021234567890123", "138-0013-8000", "20220630-01",
        "1234-5678",
        "12345678901234567890123456789012", "0.00000000000000000000000000000000001", "1\u{0}", "TRUE", "记-0001",
    ]

    @Test(arguments: tableOfTexts)
    func texts(_ text: String) {
        #expect(infer(text) == .text)
    }

    @Test("Every shape has its own index and format")
    func shapes() {
        var all: [NumberShape] = [.general, .whole, .date, .dateTime]
        for places in 0...NumberShape.maximumPlaces { all += [.fixed(places), .grouped(places), .percent(places)] }
        #expect(Set(all.map(\.index)) == Set(0..<NumberShape.count))
        // `0` is the format of whole numbers and that of no places.
        #expect(Set(all.map(\.formatCode)).count == NumberShape.count - 1)
    }

    @Test("Each day since March 1900 has the serial number after that of the day before")
    func days() {
        var expected = 61.0
        for year in 1900...2100 {
            for month in 1...12 where (year, month) >= (1900, 3) {
                for day in 1...31 {
                    let text =
                        "\(year)-\(DecimalDigits.padded(month, width: 2))-\(DecimalDigits.padded(day, width: 2))"
                    guard case .number(let serial, .date) = infer(text) else { continue }
                    #expect(serial == expected, "\(text)")
                    expected += 1
                }
            }
        }
        // 2100-12-31
        #expect(expected == 73_415 + 1)
    }

    @Test(arguments: [
        ("科目编码", true), ("凭证号", true), ("单位代码", true), ("身份证号", true), ("银行账号", true), ("账户", true), ("联系电话", true),
        ("联系电话（手机）", true), ("手机", true), ("项目编号（系统生成）", true), ("流水号", true), ("发票号码", true), ("代码表", true),
        ("账户余额", false), ("电话费", false), ("电话费（元）", false), ("编码数量", false), ("金额", false), ("日期", false),
        ("序号", false),
        ("号数", false), ("账户余额 (万元)", false), ("", false),
    ])
    func codeColumns(_ heading: String, _ expected: Bool) {
        #expect(CodeColumns.isCode(heading: heading) == expected)
    }
}
