import Spreadsheet
import Testing

struct NearWordTests {
    static let commands = [
        "fill", "check", "explain", "learn", "rules", "templates", "convert", "sheets", "diff", "version",
    ]

    @Test(
        arguments: [
            ("chek", "check"), ("CHECK", "check"), ("fil", "fill"), ("exlpain", "explain"), ("template", "templates"),
            ("sheet", "sheets"), ("convrt", "convert"), ("vers", "version"), ("打印", nil), ("x", nil), ("", nil),
        ] as [(String, String?)])
    func theNearestIsMeant(word: String, meant: String?) {
        #expect(NearWord.best(for: word, among: Self.commands) == meant)
        #expect(NearWord.question(for: word, among: Self.commands) == (meant.map { "，是不是“\($0)”？" } ?? ""))
    }
}
