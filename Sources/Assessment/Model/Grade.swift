import Foundation

/// A band of the total that has a name: 优 [90, 100].
public struct Grade: Hashable, Sendable {
    /// 优, 良, 中, 差.
    public var name: String
    /// The lowest total of the band, itself included; the next higher band begins where this one ends.
    public var from: Decimal

    /// What grades are commonly called.
    public static let names: Set<String> = ["优", "良", "中", "差", "优秀", "良好", "合格", "不合格", "一般", "较差"]

    /// A grade by its name and lowest total.
    public init(name: String, from: Decimal) {
        self.name = name
        self.from = from
    }
}
