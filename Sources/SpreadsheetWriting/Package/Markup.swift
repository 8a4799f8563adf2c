import Foundation
import Spreadsheet

/// Markup of our own making: what the library can't say is written out.
enum Markup {
    /// An element; attributes without a value are left out.
    static func element(_ name: String, _ attributes: [(String, String?)] = [], _ inside: String = "") -> String {
        let list = attributes.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
        return "<\(name)\(list)" + (inside.isEmpty ? "/>" : ">\(inside)</\(name)>")
    }

    /// An element that was carried; of another name where one is given.
    static func element(_ carried: MarkupElement, named name: String? = nil) -> String {
        let inside = carried.children.map { element($0) }.joined() + escaped(carried.text)
        return element(name ?? carried.name, carried.attributes.map { ($0.name, $0.value) }, inside)
    }

    /// Text or an attribute's value as XML has it.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in XMLText.stripped(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\r": result += "&#13;"
            case "\t": result += "&#9;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text element, its white space kept. Line breaks stand as they are.
    static func text(_ name: String, _ text: String) -> String {
        let inside = escaped(XMLText.escaped(text)).replacingOccurrences(of: "&#10;", with: "\n")
        return text.isEmpty ? "<\(name)/>" : "<\(name) xml:space=\"preserve\">\(inside)</\(name)>"
    }

    /// A number without needless zeros.
    static func number(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// `1` for true, nothing for false.
    static func flag(_ value: Bool) -> String? { value ? "1" : nil }

    /// A list of ranges as attributes name them.
    static func ranges(_ ranges: [CellRange]) -> String { ranges.map(\.description).joined(separator: " ") }

    /// The runs of a text whose parts look different.
    static func runs(_ rich: RichText) -> String {
        rich.runs.filter { !$0.text.isEmpty }.map { run in
            "<r>" + (run.properties.map { element($0) } ?? "") + text("t", run.text) + "</r>"
        }.joined()
    }
}
