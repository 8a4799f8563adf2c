import Spreadsheet

/// The comments of a sheet: authors and texts.
final class CommentsPart: XMLHandler {
    private(set) var comments: [CellReference: CellComment] = [:]
    private(set) var failure: ToolError?

    private var authors: [String] = []
    private var place: CellReference?
    private var author = ""
    private var runs: [RichText.Run] = []
    private var capture = MarkupCapture()
    /// What text belongs to: an author, a run, or nothing.
    private var isAuthor = false
    private var isText = false
    private var inRun = false
    private var phonetic = 0

    func start(_ name: String, _ attributes: XMLAttributes) {
        if capture.isActive { return capture.start(name, attributes) }
        switch name {
        case "author":
            authors.append("")
            isAuthor = true
        case "comment":
            place = attributes["ref"].flatMap { CellReference($0) }
            let number = attributes.integer("authorId") ?? -1
            author = authors.indices.contains(number) ? authors[number] : ""
            runs = []
        case "r":
            inRun = true
            runs.append(RichText.Run(""))
        case "rPh": phonetic += 1
        case "rPr": if inRun { capture.start(name, attributes) }
        case "t":
            isText = phonetic == 0
            if !inRun { runs.append(RichText.Run("")) }
        default: break
        }
    }

    func end(_ name: String) {
        if capture.isActive {
            if let element = capture.end(), let last = runs.indices.last { runs[last].properties = element }
            return
        }
        switch name {
        case "author": isAuthor = false
        case "t": isText = false
        case "r": inRun = false
        case "rPh": phonetic -= 1
        case "comment":
            if let place {
                let decoded = runs.map { RichText.Run(EscapedText.decode($0.text), properties: $0.properties) }
                comments[place] = CellComment(author: EscapedText.decode(author), content: RichText(decoded))
            }
            place = nil
        default: break
        }
    }

    func text(_ piece: String) {
        if capture.isActive { return capture.text(piece) }
        if isAuthor, let last = authors.indices.last {
            authors[last] += piece
        } else if isText, let last = runs.indices.last {
            runs[last].text += piece
        }
    }
}
