import Foundation
import Spreadsheet

/// A text of the person's and where it stood.
public struct SourcedText: Hashable, Sendable {
    /// The text, with outer spaces taken away.
    public var text: String
    /// Where it came from.
    public var source: Source

    /// A text and its source.
    public init(_ text: String, source: Source) {
        self.text = text
        self.source = source
    }
}

/// A number of the person's: as read, as it stood, and where.
public struct SourcedNumber: Hashable, Sendable {
    /// The number; nil when the text is not one number.
    public var value: Decimal?
    /// The text as it stood.
    public var text: String
    /// Decimal places that the text shows: 2 for `94.26` and for `94.26%`.
    public var precision: Int
    /// Where it came from.
    public var source: Source

    /// A number with its source.
    public init(value: Decimal?, text: String, precision: Int, source: Source) {
        self.value = value
        self.text = text
        self.precision = precision
        self.source = source
    }

    /// Reads a plain number (`13,628,965.89`, `100`, full-width digits); the value is nil when it is none.
    public init(text: String, source: Source) {
        // 2000.6 is a month only where days are asked for: of numbers it is one.
        if let scanned = DecimalText.scan(Substring(TextNormalizer.narrowed(text))), scanned.rest.isEmpty {
            self.init(value: scanned.number, text: text, precision: scanned.precision, source: source)
            return
        }
        let quantity = Quantity(text)
        // 2105.4 is an amount here, no April of a year.
        if quantity.period != nil, let scanned = DecimalText.scan(Substring(quantity.text)), scanned.rest.isEmpty {
            self.init(value: scanned.number, text: text, precision: scanned.precision, source: source)
            return
        }
        let isNumber = quantity.number != nil && !quantity.isApproximate
        self.init(
            value: isNumber ? quantity.number : nil, text: text, precision: quantity.precision, source: source)
    }

    /// The unit of money that is written behind the number itself (20万元); nil for none.
    public var moneyUnit: MoneyUnit? {
        // The word is in every unit: most texts are not looked at further.
        text.contains("元") ? MoneyUnit(rawValue: Quantity(text).unit) : nil
    }
}
