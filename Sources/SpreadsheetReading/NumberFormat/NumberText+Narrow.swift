import Foundation
import Spreadsheet

extension NumberText {
    /// A number without a format as a cell shows it: eleven characters with the point, without the sign.
    ///
    /// ECMA-376 part 1, 18.8.30 on `General`: all digits where there is room, then as many as fit, then powers of ten with six digits. What has no
    /// more than nine places after the point stays plain, however small.
    package static func narrow(_ value: Decimal) -> String {
        let size = abs(value)
        guard size != 0 else { return "0" }
        if size < Decimal(sign: .plus, exponent: -4, significand: 1), rounded(size, places: 9) != size {
            return scientific(value, places: 5, leastPlaces: 0, leastExponentDigits: 2)
        }
        var whole = 1
        var power = Decimal(10)
        while whole < 11, power <= size {
            whole += 1
            power *= 10
        }
        let plain = rounded(size, places: max(0, 10 - whole))
        guard plain < Decimal(sign: .plus, exponent: 11, significand: 1) else {
            return scientific(value, places: 5, leastPlaces: 0, leastExponentDigits: 2)
        }
        return (value < 0 ? "-" : "") + "\(plain)"
    }
}
