import Assessment
import FormTemplates

/// What the heading says, though it is not known as a whole: one letter off a known one, or with a word in it that hints.
enum HeadingEvidence: ColumnEvidence {
    static func evidence(for role: IndicatorColumn, at index: Int, in scene: ColumnScene) -> [Evidence] {
        let heading = scene.heading(index)
        var found: [Evidence] = []
        if let near = scene.words.nearColumn(heading), scene.words.labels.indicatorColumn(near) == role {
            found.append(scene.evidence("表头差一字", "表头与“\(near)”只差一个字"))
        }
        if let hint = scene.words.labels.evidence.hint(of: role, in: Label(heading)) {
            found.append(scene.evidence("表头的字", "表头里有“\(hint)”"))
        }
        return found
    }
}
