/// How a sheet is shown on the screen, besides what ``Sheet`` says itself.
public struct SheetView: Hashable, Sendable {
    /// Panes that are split and not frozen: the place in twentieths of a point, as the file has it.
    public var split: MarkupElement?
    /// The cell in the upper left corner of the part that scrolls, when panes are frozen.
    public var scrolledTo: CellReference?
    /// The cell in the upper left corner of the window.
    public var topLeft: CellReference?
    /// Selected cells, one element a pane, as the file has them.
    public var selections: [MarkupElement] = []
    /// The rest of the view's attributes as the file has them: what is shown, kind of view, zoom of the other kinds.
    public var options: [MarkupElement.Attribute] = []

    /// The usual view.
    public init() {}
}
