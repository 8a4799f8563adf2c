import Testing

@testable import FormFilling

/// Where pages end, on rows that are drawn as numbers.
struct PagePartitionTests {
    struct Form: Sendable, CustomTestStringConvertible {
        let name: String
        var heights = [Double](repeating: 60, count: 19)
        /// Costs of ending before a row; 3 where nothing is said.
        var costs: [Int: Int] = [:]
        var forced: Set<Int> = []
        var repeated: (Double, Int) = (0, Int.max)
        let breaks: [Int]
        var testDescription: String { name }
    }

    /// A page holds ten rows of 60 points.
    static let forms = [
        Form(name: "full pages", breaks: [10]),
        Form(name: "one page", heights: [Double](repeating: 60, count: 10), breaks: []),
        Form(name: "between groups, where the page stays full", costs: [9: 0], breaks: [9]),
        Form(name: "not between groups, where the page would be half empty", costs: [5: 0], breaks: [10]),
        Form(name: "not under a heading", costs: [10: PagePartition.forbidden], breaks: [9]),
        Form(name: "no page for a row alone", heights: [Double](repeating: 60, count: 11), breaks: [9]),
        Form(name: "where the form ends one", forced: [4], breaks: [4, 14]),
        Form(
            name: "repeated rows take room", heights: [Double](repeating: 60, count: 19), repeated: (60, 0),
            breaks: [10]),
        Form(
            name: "repeated rows make a third page", heights: [Double](repeating: 60, count: 20), repeated: (60, 0),
            breaks: [10, 19]),
        Form(name: "a row higher than a page", heights: [60, 700, 60], breaks: [1, 2]),
        Form(
            name: "signatures with what they sign",
            costs: Dictionary(uniqueKeysWithValues: (10..<20).map { ($0, PagePartition.forbidden) }), breaks: [9]),
    ]

    @Test(arguments: forms)
    func pagesEndWhereAPersonWouldEndThem(form: Form) {
        let plan = PagePartition(
            heights: form.heights, capacity: 600, repeated: (form.repeated.0, form.repeated.1), forced: form.forced,
            cost: { form.costs[$0] ?? 3 }
        ).best()
        #expect(plan.breaks == form.breaks)
        #expect(plan.pages == form.breaks.count + 1)
    }
}
