import Testing

@testable import SpreadsheetWriting

struct LinkTargetTests {
    @Test(arguments: [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"), ("http://a/x y", "http://a/x%20y"),
        ("附件 1.xlsx", "附件%201.xlsx"), ("..\\甲\\乙.xlsx", "..\\甲\\乙.xlsx"),
        ("http://a/<b>\"{c}|^`\n", "http://a/%3Cb%3E%22%7Bc%7D%7C%5E%60%0A"),
        ("http://a/%20", "http://a/%20"),
    ])
    func addressesHoldOnlyWhatAnAddressHolds(_ target: String, _ written: String) {
        #expect(LinkTarget.written(target) == written)
    }
}
