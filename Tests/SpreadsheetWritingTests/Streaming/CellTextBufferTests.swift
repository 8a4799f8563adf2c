import Foundation
import Testing

@testable import SpreadsheetWriting

@Suite struct CellTextBufferTests {
    private func filled(_ bytes: [UInt8]) -> (text: String, measured: CellText) {
        let buffer = CellTextBuffer()
        defer { buffer.deallocate() }
        let measured = bytes.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { buffer.fill($0, count: bytes.count) } ?? CellText()
        }
        return (String(cString: buffer.cString), measured)
    }

    @Test(arguments: [
        ("普通文字", "普通文字"), ("a\tb\nc", "a\tb\nc"), ("a\u{1}b", "a_x0001_b"), ("a\rb", "a\nb"), ("a\r\nb", "a\nb"),
        ("\r\r\n\n", "\n\n\n"), ("\u{1f}", "_x001F_"), ("a\u{0}b", "ab"), ("a\u{fffe}b\u{ffff}", "ab"),
        ("_x000D_", "_x005F_x000D_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("__x00e9_", "__x005F_x00e9_"),
        ("_x00G1_", "_x00G1_"), ("_x004_", "_x004_"), ("_X0041_", "_X0041_"), ("_", "_"), ("指标_一", "指标_一"),
        ("😀\u{2}", "😀_x0002_"), ("é\u{7f}", "é\u{7f}"), ("<&>\"'", "<&>\"'"), ("=1+1", "=1+1"), ("", ""),
        ("\u{fffd}", "\u{fffd}"),
        ("\u{1fffe}", "\u{1fffe}"),
        ("\u{d7ff}\u{e000}\u{7ff}\u{800}\u{10ffff}", "\u{d7ff}\u{e000}\u{7ff}\u{800}\u{10ffff}"),
    ])
    func sanitised(_ text: String, _ expected: String) {
        #expect(filled(Array(text.utf8)).text == expected)
        // But for line ends, the same as for whole workbooks.
        if !text.contains("\r"), !text.contains("\r\n") { #expect(XMLText.escaped(text) == expected) }
    }

    static let broken: [[UInt8]] = [
        [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0xC3],
        [0xE4, 0x41, 0x42],
        [0xD2, 0xBB, 0xB0, 0xE3], [0xC4, 0xEA],
    ]

    @Test(arguments: broken)
    func whatIsNoUTF8BecomesTheReplacementCharacter(_ bytes: [UInt8]) {
        let found = filled([0x61] + bytes + [0x7A])
        #expect(found.text.hasPrefix("a"))
        #expect(found.text.hasSuffix("z"))
        // The buffer was decoded with repair: its bytes must be what they decode to.
        #expect(found.measured.count == found.text.utf8.count)
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        #expect(found.text.contains("\u{fffd}") == !isValid)
    }

    @Test(arguments: [
        ("abc", 3, false), ("汉字", 4, false), ("a汉", 3, false), ("长的一行\nb", 8, true), ("b\n长的一行", 8, true),
        ("a\r\nbc", 2, true),
        ("……", 4, false), ("é", 1, false), ("😀", 2, false), ("（一）", 6, false), ("\u{0}", 0, false), ("\n", 0, true),
    ])
    func measured(_ text: String, _ width: Int, _ breaks: Bool) {
        let measured = filled(Array(text.utf8)).measured
        #expect(measured.width == width)
        #expect(measured.breaks == breaks)
        #expect(!measured.isTooLong)
    }

    @Test(arguments: [
        ("a", 32_767, false), ("a", 32_768, true), ("字", 32_767, false), ("字", 32_768, true), ("😀", 16_383, false),
        ("😀", 16_384, true), ("\u{1}", 4681, false), ("\u{1}", 4682, true), ("字", 1_000_000, true),
    ])
    func length(_ unit: String, _ count: Int, _ isTooLong: Bool) {
        #expect(filled(Array(String(repeating: unit, count: count).utf8)).measured.isTooLong == isTooLong)
    }

    @Test("Any bytes make a text that can be written")
    func anyBytes() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                // Leading and following bytes of characters, more often than by chance.
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : [0xE4, 0xB8, 0xF0, 0x9F, 0xED, 0x5F][Int.random(in: 0..<6)]
            }
            let found = filled(bytes)
            #expect(found.measured.count == found.text.utf8.count, "\(bytes)")
            #expect(found.text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }, "\(bytes)")
            #expect(!found.text.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF }, "\(bytes)")
        }
    }
}
