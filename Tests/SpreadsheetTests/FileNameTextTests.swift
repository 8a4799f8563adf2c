import Spreadsheet
import Testing

struct FileNameTextTests {
    @Test(arguments: [
        ("某某\u{202E}xslx.exe", "某某xslx.exe"), ("甲\u{200B}乙\u{FEFF}", "甲乙"), ("甲\u{2066}乙\u{2069}", "甲乙"),
        ("甲\n\t\u{7F}\u{85}乙", "甲乙"), ("甲\u{2028}乙", "甲乙"), ("甲/乙\\丙:丁", "甲乙丙丁"), ("某某局（本级） 2022", "某某局（本级） 2022"),
        ("甲\u{FFFE}乙", "甲乙"), ("𠮷野家", "𠮷野家"),
    ])
    func whatIsNotSeenGoes(_ text: String, _ cleaned: String) {
        #expect(FileNameText.cleaned(text) == cleaned)
    }

    @Test func whatANameCantHoldIsReplaced() {
        #expect(FileNameText.cleaned("甲/乙?\u{202E}", replacement: "_") == "甲_乙_")
    }
}
