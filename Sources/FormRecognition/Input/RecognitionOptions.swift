/// What a person says besides the files.
public struct RecognitionOptions: Sendable {
    /// The sheet with the indicator table, by name or by number from 1; nil to find it.
    public var sheet: String?
    /// Facts given one by one (`--set 单位名称=…`), in order.
    public var settings: [(key: String, value: String)] = []
    /// Unit of the finance export, 元 or 万元; nil to find it out.
    public var unit: String?

    /// Everything is found out.
    public init() {}
}
