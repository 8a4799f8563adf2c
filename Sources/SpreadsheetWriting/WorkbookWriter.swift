import CXlsxWriter
import Foundation
import Spreadsheet

/// Writes workbooks as XLSX. The same workbook gives the same bytes, whenever and wherever it is written.
public enum WorkbookWriter {
    /// Writes a workbook to a file, which appears under its name only when it is whole.
    ///
    /// - Parameters:
    ///   - workbook: What to write; its `fileName` is not used for the place.
    ///   - path: The file. Missing folders above it are made.
    ///   - replacing: Whether a file that is already there may be replaced. It is kept until the new one is whole.
    /// - Throws: ``Spreadsheet/ToolError``; then nothing was left behind, and a file that was there is as it was.
    public static func write(_ workbook: Workbook, to path: String, replacing: Bool = false) throws {
        try FileReplacement.refuseEarly(path, replacing: replacing)
        let bytes = try bytes(of: workbook, named: FileReplacement.name(of: path))
        try FileReplacement.write(bytes, to: path, replacing: replacing)
    }

    /// The bytes of the XLSX file.
    ///
    /// - Parameters:
    ///   - workbook: What to write.
    ///   - name: Name of the file for messages.
    public static func bytes(of workbook: Workbook, named name: String) throws -> Data {
        let plan = try WritingPlan(workbook, fileName: name)
        let raw = try ScratchFile.contents { scratch in
            let library = try LibraryWorkbook(path: scratch, fileName: name)
            for (index, sheet) in plan.workbook.sheets.enumerated() {
                let handle = try library.addSheet(named: plan.sheetNames[index])
                if index == plan.active { worksheet_activate(handle) }
                if index == plan.firstVisible { worksheet_set_first_sheet(handle) }
                try SheetWriter(
                    sheet: sheet, handle: handle, library: library, uses1904: plan.workbook.uses1904
                ).write()
            }
            try library.close()
        }
        return try PackageCorrection.corrected(raw, plan: plan, fileName: name)
    }
}
