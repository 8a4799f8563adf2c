import Spreadsheet

/// Keeps an element and all in it as it stands. Extensions for newer programs are left out: what they name is not kept.
struct MarkupCapture {
    private var open: [MarkupElement] = []
    private var skipped = 0

    /// Whether an element is being kept.
    var isActive: Bool { !open.isEmpty }

    /// An element begins: the one to keep, or one in it.
    mutating func start(_ name: String, _ attributes: XMLAttributes) {
        if skipped > 0 || name == "extLst" || name.hasPrefix("?") || name.hasPrefix("mc:") {
            skipped += 1
        } else {
            open.append(MarkupElement(name, attributes.all))
        }
    }

    /// An element ends; the one to keep is given back when it is whole.
    mutating func end() -> MarkupElement? {
        if skipped > 0 {
            skipped -= 1
            return nil
        }
        guard let element = open.popLast() else { return nil }
        guard let parent = open.indices.last else { return element }
        open[parent].children.append(element)
        return nil
    }

    /// A piece of text.
    mutating func text(_ piece: String) {
        guard skipped == 0, let last = open.indices.last else { return }
        open[last].text += piece
    }
}

extension XMLAttributes {
    /// All attributes of the format's own, in their order.
    var all: [MarkupElement.Attribute] {
        var result: [MarkupElement.Attribute] = []
        guard var item = list else { return result }
        while let name = item[0], let value = item[1] {
            let local = XMLPart.localName(name)
            if !local.hasPrefix("?"), !local.hasPrefix("mc:") {
                result.append(MarkupElement.Attribute(local, String(cString: value)))
            }
            item += 2
        }
        return result
    }

    /// The attributes but those of some names.
    func all(but names: Set<String>) -> [MarkupElement.Attribute] { all.filter { !names.contains($0.name) } }
}
