import Assessment
import Foundation
import Spreadsheet
import Testing

@Suite struct QuantityTests {
    @Test(arguments: [
        ("21场", "21", "场"), ("61 名", "61", "名"), ("95%", "95", "%"), ("９５％", "95", "%"),
        ("13,628,965.89", "13628965.89", ""), ("-5%", "-5", "%"), ("2000人次", "2000", "人次"), ("94.26%", "94.26", "%"),
        ("近200名", "200", "名"), ("20余家", "20", "家"), ("\u{3000}20\u{A0}万元", "20", "万元"), ("0", "0", ""),
    ])
    func numberAndUnit(text: String, number: String, unit: String) {
        let quantity = Quantity(text)
        #expect(quantity.number == Decimal(string: number))
        #expect(quantity.unit == unit)
    }

    @Test(arguments: ["完成", "", "—", "无", "不适用", "21场，惠及200人次", "2022年6月", "显著提升", "1,23"])
    func whatIsNotOneNumber(text: String) {
        #expect(Quantity(text).number == nil)
    }

    @Test(arguments: [
        ("2022年6月", 20_220_600), ("2021年12月31日", 20_211_231), ("2021.12.31", 20_211_231), ("2021/12/31", 20_211_231),
        ("2022-06", 20_220_600),
    ])
    func dates(text: String, expected: Int) {
        #expect(Quantity(text).date == expected)
    }

    @Test(arguments: [
        ("≥266米", "≥", "266"), ("≧735", "≥", "735"), ("＞＝90%", "≥", "90"), ("》90%", "≥", "90"), ("不低于90%", "≥", "90"),
        ("90%以上", "≥", "90"), ("≦3%", "≤", "3"), ("不高于3%", "≤", "3"), ("3%以内", "≤", "3"), ("＝100", "=", "100"),
        ("═100%", "=", "100"), ("﹦100", "=", "100"), ("100", "≥", "100"), (">=90", "≥", "90"),
    ])
    func operators(text: String, comparison: String, number: String) {
        let target = Target(text: text, source: Source(file: "表.csv"))
        #expect(target.comparison.rawValue == comparison)
        #expect(target.quantity.number == Decimal(string: number))
    }

    @Test func columnsApartAreOneTarget() {
        let target = Target(text: "20", operatorText: "≥", unit: "场", source: Source(file: "表.csv"))
        #expect(target.shown == "≥20场")
        #expect(Target(text: "健全", operatorText: "定性", source: Source(file: "表.csv")).comparison == .qualitative)
        #expect(Target(text: "100%", source: Source(file: "表.csv")).shown == "100%")
    }

    @Test(arguments: [
        ("9.425", 2, "9.43"), ("9.424999", 2, "9.42"), ("5", 2, "5.00"), ("-0.125", 2, "-0.13"), ("86.2", 0, "86"),
    ])
    func roundsHalfUpOnce(number: String, places: Int, expected: String) throws {
        #expect(DecimalText.text(try #require(Decimal(string: number)), places: places) == expected)
    }
}
