import FormJobs
import Foundation
import Spreadsheet

/// Where the results of a conversion go, and what they are.
struct OutputPlace {
    /// What is written.
    let format: TargetFormat
    private let folder: String
    private let stem: String
    private let ending: String
    private let isStandardOutput: Bool

    /// - Parameters:
    ///   - output: What the person said: a file, a folder, `-`, or nothing.
    ///   - to: The format that the person said, or nil to go by the ending.
    ///   - becomesWorkbook: Whether a workbook is written where nothing is said.
    init(input: String, output: String?, to: TargetFormat?, becomesWorkbook: Bool) {
        let base = input == "-" ? "标准输入" : Self.split(Self.split(input, "/").after, ".").before
        isStandardOutput = output == "-"
        let last = output.map { Self.split($0, "/").after } ?? ""
        let parts = Self.split(last, ".")
        let said = parts.after == last ? nil : TargetFormat(ending: parts.after)
        format = to ?? said ?? (becomesWorkbook && !isStandardOutput ? .xlsx : .csv)
        var isFolder: ObjCBool = false
        let exists = output.map { FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) } ?? false
        // What has no known ending is a folder, as for `fill`, unless the format is said.
        if let output, !output.hasSuffix("/"), !(exists && isFolder.boolValue), said != nil || to != nil {
            let place = Self.split(output, "/")
            folder = place.after == output ? "" : place.before + "/"
            stem = said == nil ? last : parts.before
            ending = said == nil ? "" : "." + parts.after
        } else {
            let place = output ?? "Output"
            folder = place.hasSuffix("/") ? place : place + "/"
            stem = FileNameText.cleaned(base, replacement: "_")
            ending = "." + format.rawValue
        }
    }

    /// The names of the results.
    func names() -> Names { Names(place: self) }

    /// Gives each sheet a name of its own.
    struct Names {
        let place: OutputPlace
        private var taken: Set<String> = []

        fileprivate init(place: OutputPlace) { self.place = place }

        /// The path for a sheet; nil is the only one.
        mutating func path(sheet: String?) -> String {
            if place.isStandardOutput { return "-" }
            guard let sheet else { return place.folder + place.stem + place.ending }
            var cleaned = FileNameText.cleaned(sheet, replacement: "_")
            while (place.stem + cleaned).utf8.count > 200, !cleaned.isEmpty { cleaned.removeLast() }
            var name = place.stem + "-" + cleaned
            var number = 2
            while !taken.insert(name.lowercased()).inserted {
                name = place.stem + "-" + cleaned + "(\(number))"
                number += 1
            }
            return place.folder + name + place.ending
        }
    }

    /// Splits at the last mark; all is `after` where there is none, and `before` too.
    private static func split(_ text: String, _ mark: Character) -> (before: String, after: String) {
        guard let place = text.lastIndex(of: mark), place > text.startIndex || mark == "/" else { return (text, text) }
        return (String(text[..<place]), String(text[text.index(after: place)...]))
    }
}
