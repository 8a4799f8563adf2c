import Foundation

/// What has a name like a file and is none.
enum SpecialFile {
    /// What it is, in Chinese; nil for what may be read to its end: a pipe that the one who called us opened (`/dev/fd/63`, `/dev/stdin`).
    static func kind(_ mode: mode_t, path: String) -> String? {
        switch mode & S_IFMT {
        case S_IFIFO:
            let isOpen = ["/dev/fd/", "/dev/stdin", "/proc/self/fd/"].contains { path.hasPrefix($0) }
            return isOpen ? nil : "命名管道（FIFO）"
        case S_IFSOCK: return "套接字（socket）"
        case S_IFCHR, S_IFBLK: return "设备"
        default: return "特殊文件"
        }
    }
}
