import Assessment
import Foundation
import Spreadsheet

/// Where what stands in a cell of the form came from.
public struct CellOrigin: Sendable {
    /// Number of the sheet.
    public var sheet: Int
    /// The cell of the form.
    public var cell: CellReference
    /// Where it stood; nil for what the form computes itself.
    public var source: Source?

    /// An origin.
    public init(sheet: Int, cell: CellReference, source: Source?) {
        self.sheet = sheet
        self.cell = cell
        self.source = source
    }

    /// How the number on the form comes from that of the source: 元 made 万元, a share made a percentage.
    static func conversion(of source: Source, to shown: String) -> String {
        guard TextNormalizer.key(source.text) != TextNormalizer.key(shown),
            let before = Quantity(source.text).number, let after = Quantity(shown).number, before != 0
        else { return "" }
        switch after / before {
        case 1: return ""
        case Decimal(1) / 10_000: return "元折合万元（÷10000）"
        case 10_000: return "万元折合元（×10000）"
        case 100: return "按百分数理解（×100）"
        default:
            let isRounded = DecimalText.rounded(before / 10_000, places: Quantity(shown).precision) == after
            return isRounded ? "元折合万元（÷10000），按表样位数显示" : "同类各行相加后填入（这里是第一行）"
        }
    }
}
