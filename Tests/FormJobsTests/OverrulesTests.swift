import FormRecognition
import Spreadsheet
import Testing

@testable import FormJobs

struct OverrulesTests {
    @Test(arguments: [
        ("得分=H", "得分", "H"), ("得分＝列h", "得分", "H"), (" 得分=AA", "得分", "AA"), ("实际完成值=Ｅ列", "实际完成值", "E"),
        ("得分=第H列", "得分", "H"), ("a=b=C", "", ""), ("得分", "", ""), ("=H", "", ""), ("得分=", "", ""), ("得分=7", "", ""),
        ("得分=H7", "", ""), ("得分=XFE", "", ""), ("得分=列", "", ""),
    ])
    func aColumnIsNamed(text: String, name: String, column: String) throws {
        guard !name.isEmpty else {
            let error = #expect(throws: ToolError.self) { try SaidOverrules(columns: [text]) }
            #expect(error?.code == .usage && error?.message == "--column 的写法不对：\(text)")
            return
        }
        #expect(try SaidOverrules(columns: [text]).columns == [.init(name: name, place: column)])
    }

    @Test(arguments: [
        ("全年预算数=D7", "D7"), ("全年预算数＝ｄ７", "D7"), ("全年预算数=单元格$D$7", "D7"), ("全年预算数=D", ""), ("全年预算数=7", ""),
        ("全年预算数=D0", ""), ("全年预算数=封面!D7", "封面!D7"), ("全年预算数='基本 情况'！d7", "基本 情况!D7"), ("D7", ""),
    ])
    func aCellIsNamed(text: String, cell: String) throws {
        guard !cell.isEmpty else {
            let error = #expect(throws: ToolError.self) { try SaidOverrules(cells: [text]) }
            #expect(error?.code == .usage && error?.message == "--cell 的写法不对：\(text)")
            return
        }
        #expect(try SaidOverrules(cells: [text]).cells == [.init(name: "全年预算数", place: cell)])
    }

    @Test(arguments: [
        ("列K", "K:K"), ("K", "K:K"), ("k列", "K:K"), ("K:L", "K:L"), ("列L：列K", "K:L"), ("C12", "C12"), ("行12", "12:12"),
        ("第12行", "12:12"), ("12:10", "10:12"), ("D14:C12", "C12:D14"), ("C12:C12", "C12"), ("", ""), ("列", ""),
        ("K:", ""),
        ("K:12", ""), ("封面!行2", "封面!2:2"), ("封面!B2", "封面!B2"), ("K:L:M", ""), ("得分", ""), ("行0", ""),
    ])
    func whatIsIgnoredIsWrittenOneWay(text: String, range: String) throws {
        guard !range.isEmpty else {
            let error = #expect(throws: ToolError.self) { try SaidOverrules(ignored: [text]) }
            #expect(error?.code == .usage && error?.message == "--ignore 的写法不对：\(text)")
            return
        }
        #expect(try SaidOverrules(ignored: [text]).ignored == [range])
    }

    @Test func recognitionIsToldInOrder() throws {
        var options = RecognitionOptions()
        try SaidOverrules(columns: ["得分=H", "分值=G"], cells: ["总分=H30"], ignored: ["K"]).apply(to: &options)
        #expect(options.columns.map(\.name) == ["得分", "分值"] && options.columns.map(\.column) == ["H", "G"])
        #expect(options.cells.map(\.cell) == ["H30"] && options.ignored == ["K:K"])
    }
}
