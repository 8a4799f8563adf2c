import Foundation

/// Temporary files that a killed run left behind. Their names say for what and by which process they were made, so that the next run to the
/// same target knows them; what a process that still lives may be writing is not touched.
enum Leftovers {
    /// A new name for a temporary file beside a target: `.zipingbiao-<target>-<machine>-<process>-<random>.tmp`.
    static func name(for target: String) -> String {
        "\(prefix(for: target))\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).tmp"
    }

    /// Removes what runs of this machine that are over left beside a target.
    static func remove(beside target: String) {
        let folder = FolderPath.folder(of: target)
        let prefix = prefix(for: target)
        for name in names(in: folder) where name.hasPrefix(prefix) && name.hasSuffix(".tmp") {
            guard isOver(process: name.dropFirst(prefix.count)) else { continue }
            unlink(folder + "/" + name)
        }
    }

    /// The start of the names of scratch folders, which all targets share.
    static var scratchPrefix: String { "zipingbiao-scratch-\(machine)-" }

    /// Removes scratch folders, one file deep, that runs that are over left in a folder. Those of other people can't be.
    static func removeScratch(in folder: String) {
        let prefix = scratchPrefix
        for name in names(in: folder) where name.hasPrefix(prefix) && isOver(process: name.dropFirst(prefix.count)) {
            let path = folder + "/" + name
            var status = stat()
            // Nothing is removed through a link that somebody put there.
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid() else {
                continue
            }
            for inside in names(in: path) { unlink(path + "/" + inside) }
            rmdir(path)
        }
    }

    /// Whether the process whose number a name begins with is over.
    private static func isOver(process rest: Substring) -> Bool {
        guard let number = pid_t(rest.prefix { $0 != "-" }), number > 0, number != getpid() else { return false }
        return kill(number, 0) != 0 && errno == ESRCH
    }

    private static func prefix(for target: String) -> String {
        ".zipingbiao-\(mark(FileReplacement.name(of: target)))-\(machine)-"
    }

    /// Numbers of processes mean something on their own machine only; a folder may be shared.
    private static let machine: String = {
        // The bare name, as the machine has it: what Foundation gives may ask the network first.
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "0" }
        return mark(String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }()

    /// The same short text for the same text, in every run (FNV-1a).
    private static func mark(_ text: String) -> String {
        String(
            text.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }, radix: 36
        )
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
