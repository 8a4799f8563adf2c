import Spreadsheet

extension CellComment {
    /// The comment without what was found; nil when nothing else is in it, the comment as it is when nothing was found in it.
    var withoutMarks: CellComment? {
        guard text.contains(Marking.separator) else { return self }
        var result = self
        result.content.runs = []
        for run in content.runs {
            guard let mark = run.text.firstRange(of: Marking.separator) else {
                result.content.runs.append(run)
                continue
            }
            let before = run.text[..<mark.lowerBound]
            // The line break before the separator is ours as well.
            let kept = before.hasSuffix("\n") ? before.dropLast() : before
            if !kept.isEmpty { result.content.runs.append(RichText.Run(String(kept), properties: run.properties)) }
            break
        }
        return result.text.isEmpty ? nil : result
    }
}

extension Sheet {
    /// Takes what was found out of all comments; gives the cells where something was.
    mutating func removeCommentMarks(anchors: [CellReference: [Int]]) -> [CellReference] {
        var found: [CellReference] = []
        for (place, comment) in comments where comment.text.contains(Marking.separator) {
            found.append(place)
            comments[place] = comment.withoutMarks
            comments[place]?.anchor = anchors[place]
            comments[place]?.size = nil
        }
        return found.sorted()
    }
}
