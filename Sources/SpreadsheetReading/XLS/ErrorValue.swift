/// Error values by their numbers in records ([MS-XLS] 2.5.10).
enum ErrorValue {
    private static let names: [Int: String] = [
        0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
        0x2B: "#GETTING_DATA",
    ]

    /// The text of an error.
    static func text(_ number: Int) -> String { names[number] ?? "#N/A" }
}
