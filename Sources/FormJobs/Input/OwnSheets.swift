import FormFilling
import Reports
import Spreadsheet

/// The form as the person has it, of a workbook that the program wrote itself.
enum OwnSheets {
    /// The workbook without marks, list of findings and basis sheets: what the program added is not looked at.
    static func of(_ brought: Workbook) -> Workbook { BasisSheets.removed(from: MarkedWorkbook.unmarked(brought)) }
}
