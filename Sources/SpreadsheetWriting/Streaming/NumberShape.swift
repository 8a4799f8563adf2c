/// How a number stood in a text, so that Excel shows it again as it stood. Few and known, so that a shape is an index.
struct NumberShape: Hashable {
    /// The most places that are kept.
    static let maximumPlaces = 10
    /// The number of shapes.
    static let count = 4 + 3 * (maximumPlaces + 1)

    /// Index of the shape, from 0.
    let index: Int

    /// `5`: no format.
    static let general = NumberShape(index: 0)
    /// `123456789012`, which Excel would show as 1.23457E+11.
    static let whole = NumberShape(index: 1)
    /// `2022-06-30`
    static let date = NumberShape(index: 2)
    /// `2022-06-30 08:15:00`
    static let dateTime = NumberShape(index: 3)

    /// `12.50` has two places.
    static func fixed(_ places: Int) -> NumberShape { NumberShape(index: 4 + places) }
    /// `1,234.50` has two places.
    static func grouped(_ places: Int) -> NumberShape { NumberShape(index: 4 + (maximumPlaces + 1) + places) }
    /// `94.26%` has two places.
    static func percent(_ places: Int) -> NumberShape { NumberShape(index: 4 + 2 * (maximumPlaces + 1) + places) }

    /// The format code that shows a number so.
    var formatCode: String {
        switch self {
        case .general: return "General"
        case .whole: return "0"
        case .date: return "yyyy-mm-dd"
        case .dateTime: return "yyyy-mm-dd hh:mm:ss"
        default:
            let (kind, places) = (index - 4).quotientAndRemainder(dividingBy: Self.maximumPlaces + 1)
            let fraction = places == 0 ? "" : "." + String(repeating: "0", count: places)
            return kind == 1 ? "#,##0" + fraction : "0" + fraction + (kind == 2 ? "%" : "")
        }
    }
}
