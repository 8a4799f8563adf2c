import Spreadsheet

/// What a place of a form was read as, and what speaks for it.
public struct PlaceReading: Hashable, Sendable {
    /// Something that speaks for a reading.
    public struct Evidence: Hashable, Sendable {
        /// Its kind, as the data names it: 表头, 符号和数.
        public var kind: String
        /// How much it counts.
        public var weight: Int
        /// What was seen, in Chinese.
        public var ground: String

        /// Evidence.
        public init(kind: String, weight: Int, ground: String) {
            self.kind = kind
            self.weight = weight
            self.ground = ground
        }
    }

    /// How sure a reading is.
    public enum Certainty: String, Hashable, Sendable {
        /// Its words say it.
        case plain = "确定"
        /// It has enough more than any other reading: shown, and asked to be confirmed.
        case guess = "推测"
        /// Nothing has enough: it is asked.
        case open = "没有读懂"
    }

    /// The cell that names the place.
    public var source: Source
    /// What it was read as, in Chinese: 分值, 资金合计, 一级指标; empty where it is open.
    public var reading: String
    /// How sure that is.
    public var certainty: Certainty
    /// What speaks for it.
    public var evidence: [Evidence]
    /// The next best reading with its weight; nil where there is none.
    public var rival: (String, Int)? { rivalName.map { ($0, rivalWeight) } }
    private var rivalName: String?
    private var rivalWeight = 0

    /// A reading.
    public init(
        source: Source, reading: String, certainty: Certainty, evidence: [Evidence], rival: (String, Int)? = nil
    ) {
        self.source = source
        self.reading = reading
        self.certainty = certainty
        self.evidence = evidence
        rivalName = rival?.0
        rivalWeight = rival?.1 ?? 0
    }

    /// The sum of what speaks for it.
    public var weight: Int { evidence.reduce(0) { $0 + $1.weight } }
}
