import Spreadsheet

/// What the columns of a table are said to hold.
public struct ColumnRoles<Role: Hashable & Sendable>: Sendable {
    private var roles: [Int: Role] = [:]

    init(_ told: [(Int, Role)]) {
        for (column, role) in told { roles[column] = role }
    }

    /// Whether nothing was said.
    public var isEmpty: Bool { roles.isEmpty }

    /// The columns of which something was said.
    public var all: [Int] { roles.keys.sorted() }

    /// Those that are said to hold one of these.
    public func columns(of wanted: Set<Role>) -> [Int] { roles.filter { wanted.contains($0.value) }.keys.sorted() }

    /// What was said of columns that are there.
    public func among(_ columns: [Int]) -> ColumnRoles {
        var there = self
        there.roles = roles.filter { columns.contains($0.key) }
        return there
    }

    /// What a column holds: what was said of it goes before its heading, and what was found elsewhere is not here too.
    ///
    /// - Parameters:
    ///   - column: The column, from 0.
    ///   - heading: What its heading says; nil where nobody knows it.
    public func role(of column: Int, headed heading: Role?) -> Role? {
        if let told = roles[column] { return told }
        guard let heading, !roles.values.contains(heading) else { return nil }
        return heading
    }
}
