/// A block that may hold the points of 预算执行率.
protocol RatePointsBlock {
    /// Whether it does.
    func givesPoints(_ view: SheetView) -> Bool
}

extension MoneyBlock: RatePointsBlock {}

extension MoneyAcross: RatePointsBlock {
    func givesPoints(_ view: SheetView) -> Bool { givesPoints }
}

extension FactBlock: RatePointsBlock {
    func givesPoints(_ view: SheetView) -> Bool {
        guard case .amount(let slot) = target else { return false }
        return slot.column == .weight || slot.column == .score
    }
}
