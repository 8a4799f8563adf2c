import Assessment
import FormRecognition
import Spreadsheet

/// A blank that was filled.
public struct FilledForm: Sendable {
    /// The workbook to write.
    public var workbook: Workbook
    /// What its places are.
    public var map: FormMap
    /// Where the contents of its cells came from, in the order in which they were put.
    public var origins: [CellOrigin]
    /// What was done for its paper and with the bureau's own formulas, for a person to know.
    public var notes: [String]
    /// What would be cut off on paper.
    public var cut: [CutText]
    /// What was understood of what was brought, and what of it has no place on the form.
    public var account: FormAccount

    /// A form.
    public init(
        workbook: Workbook, map: FormMap, origins: [CellOrigin], notes: [String], cut: [CutText],
        account: FormAccount
    ) {
        self.workbook = workbook
        self.map = map
        self.origins = origins
        self.notes = notes
        self.cut = cut
        self.account = account
    }
}
