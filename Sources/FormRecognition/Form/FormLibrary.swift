import Foundation
import FormTemplates
import Spreadsheet

/// The templates that a form can be recognised as, each with its blank.
public struct FormLibrary: Sendable {
    /// A template and its blank; a template that only has rules has no blank.
    public struct Entry: Sendable {
        /// What it says.
        public let template: Template
        /// The blank as issued, or nil.
        public let blank: Workbook?
        /// What the blank prints.
        let index = BlankIndex()
        private let known = KnownWords()

        /// A template with its blank.
        public init(template: Template, blank: Workbook?) {
            self.template = template
            self.blank = blank
        }

        /// What labels mean for the template: found once for all forms.
        func words(_ labels: LabelTable) -> FormWords { known.words(of: template, labels) }
    }

    /// Templates of forms.
    public var entries: [Entry]
    /// What holds for every form: taken where no template fits.
    public let generic: Template
    /// Words for labels.
    public let labels: LabelTable

    private let known = KnownWords()

    /// What labels mean where no template fits: found once for all forms.
    var genericWords: FormWords { known.words(of: generic, labels) }

    /// A library.
    public init(entries: [Entry], generic: Template, labels: LabelTable) {
        self.entries = entries
        self.generic = generic
        self.labels = labels
    }
}

/// The words of one template.
private final class KnownWords: @unchecked Sendable {
    private let lock = NSLock()
    private var known: FormWords?

    func words(of template: Template, _ labels: LabelTable) -> FormWords {
        lock.lock()
        defer { lock.unlock() }
        let words = known ?? FormWords(template: template, labels: labels)
        known = words
        return words
    }
}
