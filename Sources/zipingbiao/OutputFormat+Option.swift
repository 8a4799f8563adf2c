import ArgumentParser
import Reports

extension OutputFormat: ExpressibleByArgument {
    /// What `--format` takes where there is no page.
    static let withoutPage = [text, json].map(\.rawValue)
}
