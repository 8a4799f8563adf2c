import Foundation
import FormTemplates
import Spreadsheet

/// The templates that a form can be recognised as, each with its blank.
public struct FormLibrary: Sendable {
    /// A template and its blank; a template that only has rules has no blank.
    public struct Entry: Sendable {
        /// What it says.
        public var template: Template
        /// The blank as issued, or nil.
        public let blank: Workbook?
        /// What the blank prints.
        let index = BlankIndex()

        /// A template with its blank.
        public init(template: Template, blank: Workbook?) {
            self.template = template
            self.blank = blank
        }
    }

    /// Templates of forms.
    public var entries: [Entry]
    /// What holds for every form: taken where no template fits.
    public var generic: Template
    /// Words for labels.
    public var labels: LabelTable

    private let words = KnownWords()

    /// What labels mean for a template: found once for all forms.
    func words(of template: Template) -> FormWords { words.words(of: template, labels) }

    /// A library.
    public init(entries: [Entry], generic: Template, labels: LabelTable) {
        self.entries = entries
        self.generic = generic
        self.labels = labels
    }
}

/// The words of templates, by their ids.
private final class KnownWords: @unchecked Sendable {
    private let lock = NSLock()
    private var known: [String: FormWords] = [:]

    func words(of template: Template, _ labels: LabelTable) -> FormWords {
        lock.lock()
        defer { lock.unlock() }
        if let words = known[template.id] { return words }
        let words = FormWords(template: template, labels: labels)
        known[template.id] = words
        return words
    }
}
