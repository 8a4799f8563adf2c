import Foundation
import Spreadsheet

/// A place for the library to write to, which writes to a path only. It is gone afterwards in any case.
enum ScratchFile {
    /// Removes what killed runs left, once a run.
    private static let cleaned: Void = Leftovers.removeScratch(in: FileManager.default.temporaryDirectory.path)

    /// Runs `body` with a path and gives back what it wrote there.
    static func contents(_ body: (_ path: String) throws -> Void) throws -> Data {
        _ = cleaned
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("\(Leftovers.scratchPrefix)\(getpid())-\(UUID().uuidString)", isDirectory: true)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            throw unusable(error)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("workbook.xlsx")
        try body(file.path)
        do { return try Data(contentsOf: file) } catch { throw unusable(error) }
    }

    private static func unusable(_ error: any Error) -> ToolError {
        ToolError(
            code: .cannotWrite, message: "系统的临时文件夹无法使用",
            advice: "请清理磁盘空间，或用环境变量 TMPDIR 指定另一个可写的临时文件夹，然后重试。",
            cause: "\(error.localizedDescription)")
    }
}
