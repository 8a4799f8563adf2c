import Assessment
import Spreadsheet

/// An amount of an export, where nothing but numbers can stand: 1978.06 is no June.
enum ExportNumber {
    /// The number as it is; one that was taken for a date as what its digits say.
    static func amount(_ number: SourcedNumber) -> SourcedNumber {
        guard number.value == nil, let value = DecimalText.number(number.text) else { return number }
        let places = TextNormalizer.narrowed(number.text).split(separator: ".", omittingEmptySubsequences: false)
            .dropFirst().first
        return SourcedNumber(value: value, text: number.text, precision: places?.count ?? 0, source: number.source)
    }
}
