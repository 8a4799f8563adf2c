extension SheetView {
    /// What a person calls a row.
    func name(ofRow row: Int) -> String { "第 \(row + 1) 行" }
}
