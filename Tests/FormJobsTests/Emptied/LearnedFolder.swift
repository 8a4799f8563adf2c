import FormJobs
import FormTemplates
import Foundation

/// A blank that was learned as the template `own`, in a folder of its own.
struct LearnedFolder {
    private let folder: String
    let outcome: LearnOutcome

    init(_ blank: InputFile, sheet: String? = nil, library: JobLibrary) throws {
        folder = NSTemporaryDirectory() + "zipingbiao-learned-\(UUID().uuidString)"
        outcome = try LearnJob.run(LearnRequest(blank: blank, id: "own", sheet: sheet), library: library)
        try FileManager.default.createDirectory(atPath: folder + "/own", withIntermediateDirectories: true)
        try Data(outcome.yaml.utf8).write(to: URL(fileURLWithPath: folder + "/own/template.yaml"))
        try outcome.bytes.write(to: URL(fileURLWithPath: folder + "/own/form.xlsx"))
    }

    /// The templates that ship, and this one.
    func library() throws -> JobLibrary {
        try .load(
            TemplateSet(shipped: Examples.templates, own: TemplateFolder(path: folder)), needed: "own")
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
