/// Tells the numbers and dates among fields of text. A number becomes a number only when nothing is lost: when Excel shows
/// it again exactly as it stood. In doubt a field stays text.
enum FieldInference {
    /// The most digits that a number of the format keeps.
    private static let maximumDigits = 15
    /// The most digits that a cell without a format shows.
    private static let maximumGeneralDigits = 11
    /// The longest field that can be more than text: sign, 15 digits, 10 places' zeros, commas, a per cent sign.
    private static let maximumBytes = 32

    /// What a field is.
    static func infer(_ bytes: UnsafePointer<UInt8>, count: Int) -> InferredField {
        guard count > 0, count <= maximumBytes else { return .text }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        var index = isNegative ? 1 : 0
        guard index < count, isDigit(bytes[index]) else { return .text }
        let startsWithZero = bytes[index] == UInt8(ascii: "0")
        var mantissa = 0
        var digits = 0
        var wholeDigits = 0
        var places: Int?
        var digitsOfGroup: Int?
        var isPercent = false
        while index < count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                mantissa = mantissa &* 10 &+ Int(byte &- UInt8(ascii: "0"))
                if mantissa != 0 { digits &+= 1 }
                // Checked at each digit, so that the mantissa can't overflow.
                guard digits <= maximumDigits else { return .text }
                if let known = places {
                    places = known &+ 1
                } else {
                    wholeDigits &+= 1
                    if let known = digitsOfGroup { digitsOfGroup = known &+ 1 }
                }
            case UInt8(ascii: ".") where places == nil:
                places = 0
            case UInt8(ascii: ",") where places == nil:
                guard digitsOfGroup == nil ? wholeDigits <= 3 : digitsOfGroup == 3 else { return .text }
                digitsOfGroup = 0
            case UInt8(ascii: "%") where index == count &- 1:
                isPercent = true
            case UInt8(ascii: "-") where index == 4:
                return date(bytes, count: count)
            default:
                return .text
            }
            index &+= 1
        }
        let isGrouped = digitsOfGroup != nil
        if isGrouped, digitsOfGroup != 3 || isPercent || startsWithZero { return .text }
        if startsWithZero, wholeDigits > 1 { return .text }
        if isNegative, mantissa == 0 { return .text }
        if let places, places == 0 || places > NumberShape.maximumPlaces { return .text }
        let shown = places ?? 0
        // Both sides are exact in binary, so that the quotient is the number nearest to the decimal.
        let value = Double(isNegative ? -mantissa : mantissa) / power(of: isPercent ? shown &+ 2 : shown)
        if isPercent { return .number(value, .percent(shown)) }
        if isGrouped { return .number(value, .grouped(shown)) }
        if places != nil { return .number(value, .fixed(shown)) }
        return .number(value, wholeDigits > maximumGeneralDigits ? .whole : .general)
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

    private static func power(of exponent: Int) -> Double {
        switch exponent {
        case 0: 1
        case 1: 1e1
        case 2: 1e2
        case 3: 1e3
        case 4: 1e4
        case 5: 1e5
        case 6: 1e6
        case 7: 1e7
        case 8: 1e8
        case 9: 1e9
        case 10: 1e10
        case 11: 1e11
        default: 1e12
        }
    }

    // MARK: - Dates

    /// `2022-06-30`, with `T08:15:00` or ` 08:15:00` behind it; before March 1900 Excel counts a day that never was.
    private static func date(_ bytes: UnsafePointer<UInt8>, count: Int) -> InferredField {
        guard count == 10 || count == 19, bytes[7] == UInt8(ascii: "-"), let year = number(bytes, at: 0, digits: 4),
            let month = number(bytes, at: 5, digits: 2), let day = number(bytes, at: 8, digits: 2),
            (1...12).contains(month), day >= 1, day <= days(inMonth: month, of: year), (year, month) >= (1900, 3)
        else { return .text }
        let serial = serial(year: year, month: month, day: day)
        if count == 10 { return .number(Double(serial), .date) }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), let hour = number(bytes, at: 11, digits: 2), hour < 24,
            let minute = number(bytes, at: 14, digits: 2), minute < 60,
            let second = number(bytes, at: 17, digits: 2), second < 60
        else { return .text }
        let seconds = (hour * 60 + minute) * 60 + second
        return .number(Double(serial * 86_400 + seconds) / 86_400, .dateTime)
    }

    private static func number(_ bytes: UnsafePointer<UInt8>, at start: Int, digits: Int) -> Int? {
        var result = 0
        for index in start..<(start + digits) {
            guard isDigit(bytes[index]) else { return nil }
            result = result * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return result
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1899-12-30; March is the first month of a year here, so that the leap day is its last.
    private static func serial(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let month = month <= 2 ? month + 9 : month - 3
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 693_899
    }
}
