import CXlsxWriter
import Foundation
import Spreadsheet

/// Whether there is room for what the library will write: it does not notice when there is not.
enum RoomCheck {
    /// What stands around the rows of a sheet, and then some.
    private static let margin = 1 << 20

    /// Takes and gives back room for a temporary file of a size.
    static func reserve(_ bytes: Int, in folder: String, fileName: String) throws {
        let descriptor = Descriptor.unnamedFile(in: folder)
        guard descriptor >= 0 else { throw FileTrouble.spool(errno) }
        defer { close(descriptor) }
        let code = posix_fallocate(descriptor, 0, off_t(bytes + margin))
        // Where room can't be asked for, the check of the written file remains.
        guard [ENOSPC, EDQUOT, EFBIG].contains(code) else { return }
        errno = code
        throw WritingError.library(LXW_ERROR_CREATING_TMPFILE, file: fileName, doing: "生成文件")
    }
}
