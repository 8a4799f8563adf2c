/// The language in which a format names months, days and halves of the day.
enum FormatLanguage: Sendable {
    /// English, as Chinese editions show `mmm` and `dddd` where no language is said.
    case english
    /// 简体: mainland (804) and Singapore (1004).
    case simplified
    /// 繁體: 404, C04 and 1404.
    case traditional

    /// What `[$-…]` says: a language, or the system's own form of a date or a time.
    enum Locale: Equatable {
        case language(FormatLanguage)
        /// `[$-F800]`, `[$-x-sysdate]`: the long date of the system, whatever else the section says.
        case systemDate
        /// `[$-F400]`, `[$-x-systime]`: its time.
        case systemTime
    }

    /// The meaning of what stands after the `-`, as hexadecimal number or name of a language; nil for a language that has no forms of its own here.
    static func locale(_ text: Substring) -> Locale? {
        let lower = text.lowercased()
        switch lower {
        case "x-sysdate": return .systemDate
        case "x-systime": return .systemTime
        case "zh-cn", "zh-sg", "zh-hans", "zh": return .language(.simplified)
        case "zh-tw", "zh-hk", "zh-mo", "zh-hant": return .language(.traditional)
        default: break
        }
        guard let number = UInt32(lower.prefix { $0 != "," }, radix: 16) else { return nil }
        // The upper half says the calendar and the shape of digits.
        switch number & 0xFFFF {
        case 0xF800: return .systemDate
        case 0xF400: return .systemTime
        case 0x0804, 0x1004, 0x0004: return .language(.simplified)
        case 0x0404, 0x0C04, 0x1404, 0x7C04: return .language(.traditional)
        default: return nil
        }
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let englishDays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    /// Days of the week as Chinese has them, from Sunday.
    static let weekdays = ["日", "一", "二", "三", "四", "五", "六"]

    /// The name of a month (1–12) by a run of `m`: three short, four long, five its first letter.
    func month(_ month: Int, letters: Int) -> String {
        guard self == .english else {
            let name = Self.digits[month - 1]
            return letters == 3 ? "\(month)月" : letters == 4 ? name + "月" : String(name.prefix(1))
        }
        let name = Self.englishMonths[month - 1]
        return letters == 4 ? name : String(name.prefix(letters == 3 ? 3 : 1))
    }

    /// The name of a day of the week (0 is Sunday) by a run of `d`: three short, more long.
    func day(_ weekday: Int, letters: Int) -> String {
        switch self {
        case .english:
            letters == 3 ? String(Self.englishDays[weekday].prefix(3)) : Self.englishDays[weekday]
        case .simplified: (letters == 3 ? "周" : "星期") + Self.weekdays[weekday]
        case .traditional: (letters == 3 ? "週" : "星期") + Self.weekdays[weekday]
        }
    }

    /// What `AM/PM` is called.
    var halves: (morning: String, evening: String) { self == .english ? ("AM", "PM") : ("上午", "下午") }
}
