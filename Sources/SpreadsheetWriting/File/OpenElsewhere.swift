import Foundation

/// Files that a program has open: it says so in a small file beside them.
enum OpenElsewhere {
    /// The file beside another one by which Excel, WPS or LibreOffice says that it is open there; nil where there is none.
    static func lock(of path: String) -> String? {
        let folder = FolderPath.folder(of: path)
        let name = FileReplacement.name(of: path)
        return ["~$\(name)", ".~\(name)", ".~lock.\(name)#"].first { lock in
            access((folder == "/" ? "" : folder) + "/" + lock, F_OK) == 0
        }
    }
}
