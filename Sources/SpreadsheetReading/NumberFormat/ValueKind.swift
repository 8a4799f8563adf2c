/// What the number of a cell stands for, by its format.
public enum ValueKind: UInt8, Sendable {
    /// A number.
    case number
    /// A day.
    case date
    /// A day and a time of day.
    case dateTime
    /// A time of day.
    case time
    /// A span of time, which may be longer than a day.
    case duration
}

extension NumberFormat {
    /// What a number in this format stands for.
    public var kind: ValueKind {
        if isDuration { return .duration }
        guard let shown = dateKind else { return .number }
        switch (shown.day, shown.time) {
        case (true, false): return .date
        case (true, true): return .dateTime
        case (false, _): return .time
        }
    }
}
