import Assessment

/// A column of the table.
struct TableColumn {
    /// Column of the sheet, from 0.
    var index: Int
    /// Its name in the heading, as written; with the new unit where amounts are converted.
    var name: String
    /// What its cells are.
    var kind: ColumnKind
    /// The heading says that dates stand here.
    var expectsDates = false
    /// Running text such as 摘要: never filled down.
    var isRunningText = false
    /// Amounts of money, by its heading or its figures.
    var isMoney = false
    /// Most of its numbers are percentages.
    var isShare = false
    /// Whole numbers of one length that begin alike, as codes of accounts do.
    var isCodeLike = false
    /// Nothing but whole numbers.
    var isWhole = false
    /// The unit that its heading states.
    var stated: MoneyUnit?
    /// From and to, where amounts are converted.
    var conversion: (from: MoneyUnit, to: MoneyUnit)?

    /// What a person calls it.
    var label: String { name.isEmpty ? "第 \(index + 1) 列" : name }
}
