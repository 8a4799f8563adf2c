import Spreadsheet

/// Why a place of a form was taken for what it was: shown to a person who asks how the form was read.
public struct ReadingGround: Hashable, Sendable {
    /// How sure it is.
    public enum Certainty: String, Hashable, Sendable {
        /// The form says so by its words.
        case said
        /// Words and place, or arithmetic, make it so.
        case shown
        /// It could not be told: it is asked.
        case unsure
    }

    /// The cell that names it.
    public var place: Source
    /// What it was taken for, in Chinese.
    public var reading: String
    /// On what it rests, a clause each.
    public var evidence: [String]
    /// How sure it is.
    public var certainty: Certainty

    /// A place and why it was read as it was.
    public init(place: Source, reading: String, evidence: [String], certainty: Certainty) {
        self.place = place
        self.reading = reading
        self.evidence = evidence
        self.certainty = certainty
    }
}
