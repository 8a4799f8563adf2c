import Assessment
import FormTemplates

extension LabelTable {
    /// Whether the texts of a row head a money block: 全年预算数 and 全年执行数 are among them.
    func headsMoney(_ texts: [(column: Int, text: String)]) -> Bool {
        Set(texts.compactMap { budgetColumn($0.text) }).isSuperset(of: [.adjusted, .executed])
    }
}

extension IndicatorTable {
    /// The columns of level labels and names, as far as the table has them.
    var namingColumns: [Int] { [IndicatorColumn.level1, .level2, .name].compactMap { column($0) } }

    /// Whether the texts of a row are those of a subtotal: the points of a group, beside its label or under it.
    func isSubtotal(_ texts: [(column: Int, text: String)]) -> Bool {
        texts.contains { namingColumns.contains($0.column) && Self.isSubtotal($0.text) }
    }

    /// Whether a label is that of a subtotal: 小计, 分值小计.
    static func isSubtotal(_ label: String) -> Bool { TextNormalizer.key(label).hasSuffix("小计") }
}

extension SheetView {
    /// The unit of money that the nearest text states, from a row upwards: in a block's label (项目资金（元）) or above it (单位：元).
    func statedUnit(upTo row: Int) -> String? {
        (0...row).reversed().lazy.flatMap { texts(in: $0) }.compactMap { MoneyUnit.stated(in: $0.text) }.first
    }
}
