import Spreadsheet

/// The shared texts whose parts look different, by their numbers.
final class RichStringsPart: XMLHandler {
    private(set) var texts: [Int: RichText] = [:]
    private(set) var failure: ToolError?

    private var index = -1
    private var runs: [RichText.Run] = []
    private var capture = MarkupCapture()
    private var isRun = false
    private var isText = false
    private var keepsSpace = false
    private var phonetic = 0

    func start(_ name: String, _ attributes: XMLAttributes) {
        if capture.isActive { return capture.start(name, attributes) }
        switch name {
        case "si":
            index += 1
            runs = []
        case "rPh": phonetic += 1
        case "r":
            isRun = true
            runs.append(RichText.Run(""))
        case "rPr": if isRun, phonetic == 0 { capture.start(name, attributes) }
        case "t":
            isText = isRun && phonetic == 0
            keepsSpace = attributes["?space"] == "preserve"
        default: break
        }
    }

    func end(_ name: String) {
        if capture.isActive {
            if let element = capture.end(), let last = runs.indices.last { runs[last].properties = element }
            return
        }
        switch name {
        case "t":
            if isText, let last = runs.indices.last {
                runs[last].text = EscapedText.decode(keepsSpace ? runs[last].text : runs[last].text.trimmedAsRun)
            }
            isText = false
        case "r": isRun = false
        case "rPh": phonetic -= 1
        case "si": if runs.contains(where: { $0.properties != nil }) { texts[index] = RichText(runs) }
        default: break
        }
    }

    func text(_ piece: String) {
        if capture.isActive { return capture.text(piece) }
        if isText, let last = runs.indices.last { runs[last].text += piece }
    }
}

extension String {
    /// Without white space around it, unless it is nothing else.
    fileprivate var trimmedAsRun: String {
        let text = trimmed
        return text.isEmpty ? self : text
    }
}
