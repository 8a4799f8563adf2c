import FormJobs
import Foundation
import Spreadsheet
import SpreadsheetWriting

/// The files that a person names.
enum Input {
    /// The person's own files are never written to, with or without --force.
    ///
    /// - Throws: `ToolError` (73) when the output is the input.
    static func protect(_ input: InputFile, from output: String) throws {
        guard let input = input.path else { return }
        func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
        func number(_ path: String) -> [UInt64]? {
            var status = stat()
            return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
        }
        let isSame = real(input) == real(output) || number(input).map { $0 == number(output) } ?? false
        guard isSame else { return }
        throw ToolError(
            code: .cannotWriteExists, message: "不能把结果写到输入文件 \(input) 上", advice: "请用 -o 换一个文件名或文件夹。",
            place: Source(file: input))
    }
}
