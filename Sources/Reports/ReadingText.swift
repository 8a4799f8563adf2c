import Assessment
import Spreadsheet

/// What the places of a form were read as, and on what evidence, as a person reads it, in Chinese.
public enum ReadingText {
    /// Lines without their ends.
    public static func lines(_ readings: [PlaceReading], file: String) -> [String] {
        guard !readings.isEmpty else { return ["没有要说明读法的地方"] }
        return ["各处的读法（\(readings.count) 处）"] + readings.flatMap { lines($0, file) }
    }

    private static func lines(_ reading: PlaceReading, _ file: String) -> [String] {
        let text = reading.source.text.filter { !$0.isNewline }
        let name = reading.reading.isEmpty ? "没有读懂" : reading.reading
        let how = reading.certainty == .plain ? "" : "（\(reading.certainty.rawValue)）"
        let place = reading.source.file == file ? reading.source.cell?.description ?? "" : reading.source.place
        var lines = ["  \(place)　\(text)　→　\(name)\(how)"]
        for evidence in reading.evidence {
            lines.append("      \(evidence.weight) 分　\(evidence.kind)：\(evidence.ground)")
        }
        if let rival = reading.rival {
            lines.append("      其次：\(rival.0)，\(rival.1) 分")
        }
        return lines
    }
}
