import Spreadsheet

/// Texts that cells name by number. Runs of rich text are joined; what tells how to pronounce them is left out.
final class SharedStrings: XMLHandler {
    private(set) var texts: [String] = []
    var failure: ToolError?

    private var collector = RichTextCollector()

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "si" { collector.begin() } else { collector.start(name) }
    }

    func end(_ name: String) {
        if name == "si" { texts.append(collector.finish()) } else { collector.end(name) }
    }

    func text(_ piece: String) { collector.text(piece) }
}

/// Joins the `t` of a text, of its runs (`r`), and none of its phonetic runs (`rPh`).
struct RichTextCollector {
    private var content = ""
    private var inText = false
    private var phonetic = 0

    mutating func begin() {
        content = ""
        inText = false
        phonetic = 0
    }

    mutating func start(_ name: String) {
        if name == "rPh" { phonetic += 1 }
        if name == "t", phonetic == 0 { inText = true }
    }

    mutating func end(_ name: String) {
        if name == "rPh" { phonetic -= 1 }
        if name == "t" { inText = false }
    }

    mutating func text(_ piece: String) { if inText { content += piece } }

    func finish() -> String { EscapedText.decode(content) }
}
