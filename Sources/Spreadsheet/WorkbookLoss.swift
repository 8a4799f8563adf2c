/// Something of a file that a copy can't hold, for the person to know.
public struct WorkbookLoss: Hashable, Sendable {
    /// What it is, in Chinese, such as 数据透视表.
    public var what: String
    /// Sheet, or nil for the whole workbook.
    public var sheet: String?
    /// Cell, where it has one.
    public var cell: CellReference?

    /// A loss.
    public init(what: String, sheet: String? = nil, cell: CellReference? = nil) {
        self.what = what
        self.sheet = sheet
        self.cell = cell
    }

    /// `数据透视表（〔表〕B3）`.
    public var text: String {
        guard let sheet else { return what }
        return "\(what)（〔\(sheet)〕\(cell?.description ?? "")）"
    }
}
