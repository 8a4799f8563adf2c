import Spreadsheet

/// An account of everything that was brought: what each filled cell of a form, a table or an export was taken for, and what became of each value
/// that was given besides. Nothing is passed over in silence.
public struct FormAccount: Sendable {
    /// What a filled cell was taken for.
    public enum Meaning: String, Hashable, Sendable, CaseIterable {
        /// It names what stands beside it, under it or in it.
        case label
        /// The value of a known place.
        case value
        /// Title, note, signature, unit line: nothing is computed from it.
        case decoration
        /// Nobody knows what it is.
        case unread
    }

    /// Filled cells by what they were taken for.
    public var counts: [Meaning: Int] = [:]
    /// What was not understood, the weightiest first.
    public var unread: [UnreadPlace] = []
    /// What was given and has no place on the form.
    public var notPlaced: [NotPlacedValue] = []
    /// What was taken as the person said.
    public var told: [ToldPlace] = []
    /// What was not understood and holds figures, and what the person said is not needed: a rule that may reckon with it can't be certain.
    public var leftOut: [UnreadPlace] = []
    /// What each place that could be read in several ways was read as, and why; only where it was asked for.
    public var readings: [PlaceReading] = []

    /// An account of nothing.
    public init() {}

    /// What keeps the verdict from being a promise: places that hold figures, scores or reasons, money and facts of the form, given figures.
    public var isUnderstood: Bool { !unread.contains(where: \.isBlocking) && !notPlaced.contains(where: \.isBlocking) }

    /// How many places keep the verdict from being a promise.
    public var blockingCount: Int { unread.count(where: \.isBlocking) + notPlaced.count(where: \.isBlocking) }

    /// Adds the account of another file.
    public mutating func add(_ other: FormAccount) {
        counts.merge(other.counts, uniquingKeysWith: +)
        unread += other.unread
        notPlaced += other.notPlaced
        told += other.told
        leftOut += other.leftOut
        readings += other.readings
    }
}
