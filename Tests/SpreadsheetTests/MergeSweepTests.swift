import Testing

@testable import Spreadsheet

/// Merges that share cells are found in time that grows with their number.
struct MergeSweepTests {
    private static func ranges(_ texts: String...) -> [CellRange] { texts.compactMap { CellRange($0) } }

    @Test func whatSharesACellIsFound() {
        #expect(Self.ranges("A1:B2", "C1:D2", "A3:D3").firstOverlap == nil)
        #expect(Self.ranges("A1:B9", "A10:B10", "C5:D5", "C6:D6").firstOverlap == nil)
        #expect(Self.ranges("A1:B2", "C1:D2", "B2:C2").firstOverlap.map { [$0, $1] } == [0, 2])
        #expect(Self.ranges("C5:D5", "A1:D9").firstOverlap.map { [$0, $1] } == [0, 1])
        #expect(Self.ranges("A1:A3", "A1:A3").firstOverlap.map { [$0, $1] } == [0, 1])
    }

    @Test func thoseBelowGo() {
        let found = Self.ranges("B2:C2", "A1:B2", "D1:E1", "A3:B3").withoutOverlaps()
        #expect(found.kept.map(\.description) == ["A1:B2", "D1:E1", "A3:B3"])
        #expect(found.dropped.map(\.description) == ["B2:C2"])
    }

    /// As comparing each with each finds it.
    @Test(arguments: 0..<40)
    func agreesWithComparingAll(_ seed: Int) {
        var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
        func next(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(most))
        }
        let list = (0..<12).map { _ in
            let (row, column) = (next(20), next(20))
            return CellRange(
                CellReference(row: row, column: column),
                CellReference(row: row + next(4), column: column + next(4)))
        }
        let overlaps = list.indices.contains { one in list[..<one].contains { $0.overlaps(list[one]) } }
        #expect((list.firstOverlap != nil) == overlaps)
        let kept = list.withoutOverlaps().kept
        #expect(!kept.indices.contains { one in kept[..<one].contains { $0.overlaps(kept[one]) } })
    }

    /// Twice as many take twice as many steps, whether they stand side by side, below one another or over one another.
    @Test(arguments: ["rows", "columns", "same", "wide"])
    func stepsGrowWithTheNumber(_ kind: String) {
        func steps(_ count: Int) -> Int {
            var sweep = MergeSweep()
            for number in 0..<count {
                let range =
                    switch kind {
                    case "rows": CellRange(CellReference(row: number, column: 0), CellReference(row: number, column: 3))
                    case "columns":
                        CellRange(
                            CellReference(row: 0, column: number * 2), CellReference(row: 9, column: number * 2 + 1))
                    case "same": CellRange(CellReference(row: 0, column: 0), CellReference(row: 5, column: 5))
                    default:
                        CellRange(
                            CellReference(row: number, column: 0), CellReference(row: number, column: 16_383))
                    }
                _ = sweep.take(range, index: number)
            }
            return sweep.steps
        }
        #expect(steps(8000) <= 2 * steps(4000) + 4)
        #expect(steps(8000) <= 3 * 8000)
    }
}
