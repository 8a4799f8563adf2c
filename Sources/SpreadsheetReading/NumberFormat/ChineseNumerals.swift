import Foundation
import Spreadsheet

/// `[DBNum1]` to `[DBNum3]`: digits that are written in Chinese.
///
/// Numbers without placeholders (General) are put in words, 一万二千三百〇五; digits that stand on placeholders are replaced one by one. So does
/// Excel; LibreOffice, by which the words were checked, puts the latter in words too.
struct ChineseNumerals: Sendable, Hashable {
    /// Which digits.
    enum Kind: Int, Sendable {
        /// 一二三.
        case lower = 1
        /// 壹贰叁, as on cheques.
        case formal
        /// １２３.
        case wide
    }

    let kind: Kind
    /// 萬 and 億, 貳 and 參.
    var isTraditional = false

    private var digits: [String] {
        switch (kind, isTraditional) {
        case (.lower, _): ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        case (.formal, false): ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
        case (.formal, true): ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"]
        case (.wide, _): ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"]
        }
    }
    private var places: [String] { kind == .formal ? ["", "拾", "佰", "仟"] : ["", "十", "百", "千"] }
    private var groups: [String] {
        isTraditional ? ["", "萬", "億", "兆", "京"] : ["", "万", "亿", "兆", "京"]
    }

    /// The digits of a text, each replaced; all else stays.
    func replaced(_ text: String) -> String {
        let digits = digits
        return text.reduce(into: "") { result, character in
            if character.isASCII, let digit = character.wholeNumberValue {
                result += digits[digit]
            } else {
                result.append(character)
            }
        }
    }

    /// A number in words; the digits after its point one by one.
    ///
    /// - Parameter text: Plain digits, with a sign and a point where there are such.
    func words(_ text: String) -> String {
        guard kind != .wide, !text.contains("E") else { return replaced(text) }
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? text.dropFirst() : text[...]).split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = Array(parts[0].utf8.map { Int($0) - 0x30 })
        // Beyond the names of groups there are no words.
        guard whole.count <= groups.count * 4, whole.allSatisfy({ (0...9).contains($0) }) else { return replaced(text) }
        let rest = parts.count > 1 ? "." + replaced(String(parts[1])) : ""
        return (isNegative ? "-" : "") + words(whole) + rest
    }

    private func words(_ whole: [Int]) -> String {
        let digits = digits
        var result = ""
        var skipsZero = false
        var groupHolds = false
        for (index, digit) in whole.enumerated() {
            let place = whole.count - 1 - index
            if digit == 0 {
                skipsZero = !result.isEmpty
            } else {
                if skipsZero { result += digits[0] }
                skipsZero = false
                groupHolds = true
                result += digits[digit] + places[place % 4]
            }
            if place % 4 == 0 {
                if groupHolds { result += groups[place / 4] }
                groupHolds = false
            }
        }
        return result.isEmpty ? digits[0] : result
    }

    /// A month, a day, an hour: 十二 and not 一十二, but 壹拾贰; in full width with the zeros before it.
    func date(_ number: Int, width: Int) -> String {
        guard kind != .wide else { return replaced(DecimalDigits.padded(number, width: width)) }
        let text = words(String(number))
        return kind == .lower && (10...19).contains(number) ? String(text.dropFirst()) : text
    }
}
