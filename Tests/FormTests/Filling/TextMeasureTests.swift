import Spreadsheet
import Testing

@testable import FormFilling

@Suite struct TextMeasureTests {
    @Test(arguments: [
        ("一二三四五", ["一二三四五"]), ("一二三四五六", ["一二三四五", "六"]), ("一\n二", ["一", "二"]), ("", [""]), ("一\n", ["一", ""]),
        // A full stop takes a letter along, two marks stay together, a quote stays with what it opens.
        ("一二三四五。", ["一二三四", "五。"]), ("一二三四五。”", ["一二三四", "五。”"]), ("一二三四“五六”", ["一二三四", "“五六”"]),
        ("一二三四五（", ["一二三四五", "（"]),
        // A word is not cut while a line holds it.
        ("一二三 abcdef", ["一二三 ", "abcdef"]), ("abcdefghij", ["abcdefg", "hij"]), ("一二三12.5%", ["一二三", "12.5%"]),
    ])
    func breaksIntoLines(text: String, expected: [String]) {
        #expect(TextMeasure.lines(of: text, width: 50, font: TextFont(size: 10)).map(\.text) == expected)
    }

    @Test(arguments: [
        (TextFont(size: 10), TextFont(size: 10, bold: true)), (TextFont(size: 10), TextFont(size: 10.5)),
        (TextFont(size: 10), TextFont(size: 10, face: .wide)),
    ])
    func boldLargeAndWideFacesTakeMore(plain: TextFont, other: TextFont) {
        for text in ["abc", "2022", "W%", "执行率 94.26%"] {
            #expect(TextMeasure.width(of: text, font: other) > TextMeasure.width(of: text, font: plain))
        }
    }

    /// Digits of 宋体 are half a square; those of the faces that stand in for it up to 0.64.
    @Test(arguments: [("0123456789", 6.4), ("，。（）“”", 6.0), ("％≥字①", 4.0), ("ＷＷ", 2.0)])
    func widthsAreThoseOfTheWidestFace(text: String, ems: Double) {
        let width = TextMeasure.width(of: text, font: TextFont(size: 10))
        #expect(abs(width - ems * 10) < 0.001, "\(width)")
    }

    /// Whatever is broken into lines is whole when put together, no line is wider than its room, and more room never takes more lines.
    @Test(arguments: [8.0, 10.5, 16.0], [20.0, 51.3, 137, 400])
    func linesHoldTheWholeText(size: Double, width: Double) {
        let font = TextFont(size: size)
        for seed in 0..<40 {
            let text = Self.text(seed: seed)
            let lines = TextMeasure.lines(of: text, width: width, font: font)
            let whole = lines.reduce("") { $0 + $1.text + ($1.endsParagraph ? "\n" : "") }
            #expect(whole == text + "\n")
            for line in lines where line.text.count > 3 {
                #expect(TextMeasure.width(of: line.text, font: font) <= max(width, size) + 0.001, "\(line.text)")
            }
            #expect(TextMeasure.lines(of: text, width: width * 3, font: font).count <= lines.count)
        }
    }

    /// CJK, Latin, digits, punctuation and line breaks in an order that a seed gives.
    static func text(seed: Int) -> String {
        let parts = ["项目", "执行率94.26%", "，", "。", "abc", "XLSX", "（二期）", "≥266米", "“三公”", " ", "2022年", "\n", "资金到位，"]
        var state = UInt64(seed &* 7919 &+ 17)
        var text = "第\(seed)"
        for _ in 0..<(seed * 3 + 1) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += parts[Int(state >> 33) % parts.count]
        }
        return text
    }
}
