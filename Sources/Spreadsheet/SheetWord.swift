/// What a person means by `--sheet`: a name, a place from 1, or `#2`, which is always the place.
public enum SheetWord {
    /// How the place is written so that no name can be meant.
    public static func place(_ index: Int) -> String { "#\(index + 1)" }

    /// The index of the sheet that is meant; nil for none.
    ///
    /// - Parameters:
    ///   - wanted: What the person wrote.
    ///   - names: The names of the sheets, in their order.
    ///   - file: Name of the file, for messages.
    /// - Throws: `ToolError` (64) for a word that is the name of one sheet and the place of another: months named 1 to 12 behind a cover are common.
    public static func index(of wanted: String, in names: [String], file: String) throws(ToolError) -> Int? {
        if wanted.hasPrefix("#"), let number = Int(wanted.dropFirst()) {
            return names.indices.contains(number - 1) ? number - 1 : nil
        }
        let byName = names.firstIndex(of: wanted)
        let byPlace = Int(wanted).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil }
        if let byName, let byPlace, byName != byPlace {
            throw ToolError(
                code: .usage,
                message:
                    "--sheet \(wanted) 有两种意思：第 \(wanted) 张工作表是“\(names[byPlace])”，名叫“\(wanted)”的是第 \(byName + 1) 张",
                advice: "要第 \(wanted) 张请写 --sheet '\(place(byPlace))'，要名叫“\(wanted)”的请写 --sheet '\(place(byName))'。",
                place: Source(file: file))
        }
        return byName ?? byPlace
    }
}
