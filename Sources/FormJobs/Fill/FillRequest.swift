import FormRecognition

/// What a person asks of `fill`.
public struct FillRequest: Sendable {
    /// The indicator table (指标表).
    public var table: InputFile
    /// The finance export (预算执行导出), or nil.
    public var budget: InputFile?
    /// A table of 分值, or nil for those of the template and the table.
    public var weights: InputFile?
    /// The blank to fill instead of a template's, or nil.
    public var form: InputFile?
    /// Id of the template; nil for the one that is filled where none is named.
    public var template: String?
    /// Encoding of the texts among the inputs whose bytes don't say it, or nil to find it out.
    public var encoding: String?
    /// What the person says of the table: sheet, settings, unit.
    public var options = RecognitionOptions()
    /// Adds the sheets 评分依据 and 数据来源.
    public var withBasis = false

    /// A request for that table, with nothing else said.
    public init(table: InputFile) {
        self.table = table
    }

    /// All that is read: none of it is ever written to.
    public var inputs: [InputFile] { [table] + [budget, form, weights].compactMap { $0 } }
}
