/// Text that stands in the cell itself.
extension SheetScan {
    /// `<is>` begins.
    mutating func beginInline() {
        mode = .inline
        cell.pointee.hasValue = true
        inlineDepth = depth
    }

    /// `<t>` begins.
    mutating func beginInlineText(_ attributes: AttributeList) {
        mode = .inlineText
        inlineStart = Int(cell.pointee.count)
        keepsSpace = SurroundingSpace.isKept(attributes)
    }

    /// `<t>` ends.
    mutating func endInlineText() {
        mode = .inline
        let length = Int(cell.pointee.count) - inlineStart
        guard !keepsSpace, length > 0 else { return }
        let text = cellText + inlineStart
        guard text[0] <= 0x20 || text[length - 1] <= 0x20 else { return }
        trimText(after: inlineStart, isRun: depth > inlineDepth + 1)
    }
}
