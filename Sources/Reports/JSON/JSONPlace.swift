import Spreadsheet

/// A place as every JSON object has it. Keys with no value are left out.
struct JSONPlace: Encodable {
    /// Name of the file.
    var file: String?
    /// Sheet; none for a text file.
    var sheet: String?
    /// Cell in A1 form, where a single one is meant.
    var cell: String?
    /// What stands there, where that is told.
    var text: String?

    /// File, sheet and cell.
    init(_ source: Source) {
        file = source.file
        (sheet, cell) = (source.sheet, source.cell?.description)
    }

    /// The same with what stands there.
    static func withText(_ source: Source) -> JSONPlace {
        var place = JSONPlace(source)
        place.text = source.text
        return place
    }

    /// Within a file that is named already, with what stands there if anything does.
    static func withinFile(_ source: Source) -> JSONPlace {
        var place = JSONPlace(source)
        place.file = nil
        place.text = source.text.isEmpty ? nil : source.text
        return place
    }
}
