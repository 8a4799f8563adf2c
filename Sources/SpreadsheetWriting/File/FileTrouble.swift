import Foundation
import Spreadsheet

/// What can go wrong with a file, in words for the person: one function a situation.
enum FileTrouble {
    /// There is such a file, and it may not be replaced.
    static func exists(_ path: String) -> ToolError {
        error(.cannotWriteExists, path, "已经有 \(name(path))，没有覆盖它", "换一个文件名，或加 --force 覆盖原来的文件。")
    }

    /// Another program has it open.
    static func isOpen(_ path: String, lock: String) -> ToolError {
        error(
            .cannotWriteExists, path, "\(name(path)) 正在 Excel 或 WPS 里打开着（旁边有 \(lock)），没有覆盖它",
            "请先关掉它再做一次，或换一个文件名；确实没有打开的，删掉 \(lock)。")
    }

    /// There is a folder of that name.
    static func isFolder(_ path: String) -> ToolError {
        error(.cannotWriteIsFolder, path, "\(name(path)) 是文件夹，不能当作文件来写", "请在后面加上文件名，例如 \(name(path))/自评表.xlsx。")
    }

    /// There is a link of that name: what it leads to may be anybody's.
    static func isLink(_ path: String) -> ToolError {
        error(
            .cannotWriteExists, path, "\(name(path)) 是一个链接（快捷方式），没有改动它，也没有改动它指向的文件", "请写出真正的文件名，或换一个文件名。")
    }

    /// There is something of that name that is neither file nor folder.
    static func notAFile(_ path: String) -> ToolError {
        error(.cannotWrite, path, "\(name(path)) 不是普通文件，不能覆盖", "请换一个文件名。")
    }

    /// The folder is missing and can't be made.
    static func noFolder(_ path: String, _ folder: String, _ code: Int32) -> ToolError {
        switch code {
        case ENOSPC, EDQUOT, EROFS:
            return error(code, path: path)
        case ENOTDIR:
            return error(
                .cannotWriteNoFolder, path, "写不出 \(name(path))：\(folder) 不是文件夹", "请检查保存位置，换一个文件夹。", code)
        case EACCES, EPERM:
            return error(
                .cannotWriteNotPermitted, path, "写不出 \(name(path))：没有权限建立文件夹 \(folder)",
                "请换一个有权限的文件夹，或请管理员开通权限。", code)
        default:
            return error(
                .cannotWriteNoFolder, path, "写不出 \(name(path))：文件夹 \(folder) 不存在，也无法建立",
                "请先建好这个文件夹，或换一个保存位置。", code)
        }
    }

    /// What a system call answered.
    static func error(_ code: Int32, path: String, size: Int? = nil) -> ToolError {
        let name = name(path)
        let folder = FolderPath.folder(of: path)
        switch code {
        case ENOSPC, EDQUOT, EFBIG:
            let needed = size.map { "（需要约 \(max(1, ($0 + 1023) / 1024)) KB）" } ?? ""
            return error(.cannotWriteNoSpace, path, "写不出 \(name)：磁盘空间不足\(needed)", "请清理磁盘，或换一个磁盘保存。", code)
        case EROFS:
            return error(.cannotWriteNotPermitted, path, "写不出 \(name)：所在的磁盘是只读的", "请换一个可以写入的磁盘或文件夹保存。", code)
        case EACCES, EPERM:
            return error(
                .cannotWriteNotPermitted, path, "写不出 \(name)：没有权限写入文件夹 \(folder)", "请换一个有权限的文件夹，或请管理员开通权限。",
                code)
        case ENOTDIR:
            return error(
                .cannotWriteNoFolder, path, "写不出 \(name)：\(folder) 不是文件夹", "请检查保存位置，换一个文件夹。", code)
        case ENOENT where path.isEmpty:
            return error(.cannotWriteNoFolder, path, "没有给出要保存的文件名", "请写上文件名，例如 自评表.xlsx。")
        case ENOENT:
            return error(
                .cannotWriteNoFolder, path, "写不出 \(name)：文件夹 \(folder) 不存在", "请先建好这个文件夹，或换一个保存位置。", code)
        case ENAMETOOLONG:
            return error(.cannotWrite, path, "写不出文件：文件名或路径太长", "请把文件名改短（汉字不超过 80 个），或换一个层级少的文件夹。", code)
        case EISDIR:
            return isFolder(path)
        default:
            return error(
                .cannotWrite, path, "写不出 \(name)：系统返回了错误", "请换一个位置保存；仍不行，请把下面的详情发给维护者。", code)
        }
    }

    /// The temporary folder, in which a result waits for standard output, can't be used.
    static func spool(_ code: Int32) -> ToolError {
        let isFull = [ENOSPC, EDQUOT, EFBIG].contains(code)
        return ToolError(
            code: isFull ? .cannotWriteNoSpace : .cannotWrite,
            message: isFull ? "系统的临时文件夹空间不足" : "系统的临时文件夹无法使用",
            advice: "请清理磁盘空间，或用环境变量 TMPDIR 指定另一个可写的临时文件夹，然后重试。", cause: cause(code))
    }

    /// Standard output does not take the result.
    static func standardOutput(_ code: Int32) -> ToolError {
        switch code {
        case EPIPE:
            ToolError(
                code: .cannotWriteClosedPipe, message: "接收结果的程序提前退出了", advice: "如果后面的程序只取开头几行（例如 head），可以不管。",
                cause: cause(code))
        case ENOSPC, EDQUOT, EFBIG:
            ToolError(
                code: .cannotWriteNoSpace, message: "写不出标准输出：磁盘空间不足", advice: "请清理磁盘，或换一个磁盘保存。", cause: cause(code))
        default:
            ToolError(
                code: .cannotWrite, message: "写不出标准输出：系统返回了错误", advice: "请改为写到文件，例如 -o 结果.csv。", cause: cause(code))
        }
    }

    private static func cause(_ code: Int32) -> String { "errno \(code)：\(String(cString: strerror(code)))" }

    private static func name(_ path: String) -> String { FileReplacement.name(of: path) }

    private static func error(
        _ code: ToolError.Code, _ path: String, _ message: String, _ advice: String, _ system: Int32? = nil
    ) -> ToolError {
        ToolError(
            code: code, message: message, advice: advice, place: Source(file: name(path)),
            cause: system.map(cause))
    }
}
