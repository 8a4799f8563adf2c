import Foundation
import Spreadsheet

/// The parts of a sheet's comments: what they say, and their boxes.
struct CommentsMarkup {
    /// The comments.
    let comments: [CellReference: CellComment]

    /// The part of what they say.
    var text: String {
        var authors: [String] = []
        var list = ""
        for (place, comment) in comments.sorted(by: { $0.key < $1.key }) {
            let number = authors.firstIndex(of: comment.author) ?? authors.count
            if number == authors.count { authors.append(comment.author) }
            list += Markup.element(
                "comment", [("ref", place.description), ("authorId", String(number))],
                Markup.element("text", [], Markup.runs(comment.content)))
        }
        let names = authors.map { "<author>\(Markup.escaped($0))</author>" }.joined()
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors>\(names)</authors>"
            + "<commentList>\(list)</commentList></comments>"
    }

    /// The part of the boxes, each where it was. The library wrote it, one shape after the other.
    func boxes(_ library: String) -> String {
        var pieces = library.components(separatedBy: "<v:shape ")
        for index in pieces.indices.dropFirst() {
            guard let row = number("x:Row", in: pieces[index]), let column = number("x:Column", in: pieces[index]),
                let anchor = comments[CellReference(row: row, column: column)]?.anchor,
                let start = pieces[index].range(of: "<x:Anchor>"), let end = pieces[index].range(of: "</x:Anchor>"),
                start.upperBound <= end.lowerBound
            else { continue }
            pieces[index].replaceSubrange(
                start.upperBound..<end.lowerBound, with: anchor.map { String($0) }.joined(separator: ", "))
        }
        return pieces.joined(separator: "<v:shape ")
    }

    private func number(_ element: String, in text: String) -> Int? {
        guard let start = text.range(of: "<\(element)>") else { return nil }
        return Int(text[start.upperBound...].prefix { $0 != "<" })
    }
}
