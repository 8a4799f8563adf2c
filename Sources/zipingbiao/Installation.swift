import FormTemplates
import Foundation

/// What was installed with the program.
enum Installation {
    /// The templates, with the words for labels.
    static func templates() throws -> TemplateFolder {
        let executable =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return try TemplateFolder.find(
            environment: ProcessInfo.processInfo.environment, executable: executable,
            workingDirectory: FileManager.default.currentDirectoryPath)
    }
}
