import FuzzSupport
import Spreadsheet
import SpreadsheetReading

/// Pages and XML Spreadsheet 2003 that are named .xls: the reader tells by the content which of them it has.
@main
enum FuzzHTML {
    static func main() {
        Driver.run { data, size in
            FuzzHTML.read(Driver.bytes(data, size))
            return 0
        }
    }

    private static func read(_ bytes: [UInt8]) {
        var options = ReadingOptions()
        options.limits = Driver.limits
        do {
            Invariants.check(try WorkbookReader.read(bytes: bytes, fileName: "a.xls", options: options))
        } catch is ToolError {
            // Most inputs are refused, in words for a person.
        } catch {
            fatalError("not a ToolError: \(error)")
        }
    }
}
