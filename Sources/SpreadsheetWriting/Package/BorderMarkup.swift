import Spreadsheet

/// Lines as the part of the styles has them.
enum BorderMarkup {
    /// The lines of a cell.
    static func border(_ border: CellBorder) -> String {
        Markup.element(
            "border",
            [
                ("diagonalUp", Markup.flag(border.risesDiagonally)),
                ("diagonalDown", Markup.flag(border.fallsDiagonally)),
            ],
            edge("left", border.left) + edge("right", border.right) + edge("top", border.top)
                + edge("bottom", border.bottom) + edge("diagonal", border.diagonal))
    }

    private static func edge(_ name: String, _ edge: BorderEdge) -> String {
        guard edge.style != .none else { return "<\(name)/>" }
        let color = edge.color.map { "rgb=\"\(FontMarkup.rgb($0))\"" } ?? "auto=\"1\""
        return "<\(name) style=\"\(edge.style.rawValue)\"><color \(color)/></\(name)>"
    }
}
