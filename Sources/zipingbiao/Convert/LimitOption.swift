import Spreadsheet
import SpreadsheetReading

/// `--limit 名称=数`: raises a bound.
enum LimitOption {
    static func limits(_ said: [String]) throws -> ReadingLimits {
        var limits = ReadingLimits()
        for text in said {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let name = ReadingLimits.Name(rawValue: String(parts[0])),
                let value = Int(parts[1]),
                value > 0
            else {
                let names = ReadingLimits.Name.allCases.map { "\($0.rawValue)（\($0.title)）" }.joined(separator: "、")
                throw ToolError(
                    code: .usage, message: "--limit 的写法不对：\(text)", advice: "写成 --limit 名称=正整数，名称可以是：\(names)。")
            }
            limits[name] = value
        }
        return limits
    }
}

/// `--delimiter`: a character, or its name.
enum DelimiterOption {
    private static let names = [
        "tab": UInt8(9), "\\t": 9, "制表符": 9, "逗号": UInt8(ascii: ","), "分号": UInt8(ascii: ";"), "竖线": UInt8(ascii: "|"),
        "空格": UInt8(ascii: " "), "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"), "pipe": UInt8(ascii: "|"),
    ]

    /// What is written between fields can't be what numbers and dates are made of: these stand without quotation marks.
    static func written(_ text: String) throws -> UInt8 {
        let byte = try byte(text, "--to-delimiter")
        let character = Character(UnicodeScalar(byte))
        guard !character.isLetter, !character.isNumber, !"+-.:".contains(character) else {
            throw Usage.error("--to-delimiter 不能是字母、数字和 + - . : ，数字和日期里有它们", help: "convert")
        }
        return byte
    }

    /// What stands between the fields of a text that is read.
    static func character(_ text: String) throws -> Character {
        Character(UnicodeScalar(try byte(text, "--delimiter")))
    }

    static func byte(_ text: String, _ option: String) throws -> UInt8 {
        if let byte = names[text.lowercased()] { return byte }
        let bytes = Array(text.utf8)
        guard bytes.count == 1, bytes[0] < 0x80, bytes[0] == 9 || bytes[0] >= 0x20, bytes[0] != UInt8(ascii: "\"")
        else {
            throw Usage.error("\(option) 要写一个半角字符，或 tab、逗号、分号、竖线", help: "convert")
        }
        return bytes[0]
    }
}
