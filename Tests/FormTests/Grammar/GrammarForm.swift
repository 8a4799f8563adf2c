import Assessment
import Foundation
import Spreadsheet

/// A whole form made by chance: a workbook with what is right to read in it, and the faults that were put into it.
struct GrammarForm: Sendable {
    /// One form of the workbook.
    struct Page: Sendable {
        var grid: GrammarGrid
        var faults: [GrammarFault]
    }

    let seed: Int
    let kind: GrammarChoice.Kind
    let unit: String
    /// Amounts stand behind a colon in their labels: which of the budget's columns they are, the form does not say.
    let hidesColumns: Bool
    let choices: [(name: String, choice: String)]
    let pages: [Page]
    let workbook: Workbook

    /// - Parameter fixed: Choices that are not left to the seed.
    init(seed: Int, fixed: [String: String] = [:]) {
        var chance = Chance(seed: seed)
        let choices = GrammarChoices(&chance, fixed: fixed)
        self.seed = seed
        kind = choices.kind
        unit = choices.unit
        hidesColumns = choices.money == .colon
        self.choices = choices.table
        let names: [String]
        switch choices.book {
        case .one: names = ["Sheet1"]
        case .numbered: names = (1...chance.int(2...3)).map(String.init)
        case .instructed: names = ["自评表"]
        }
        pages = names.map { name in
            let contents = GrammarContents(choices, &chance)
            var layout = GrammarLayout(contents, choices, chance, sheet: name)
            layout.layOut()
            return Page(grid: layout.grid, faults: contents.faults)
        }
        var sheets = pages.map(\.grid.sheet)
        switch choices.book {
        case .one: break
        case .numbered: sheets.insert(Self.index(names), at: 0)
        case .instructed: sheets.insert(Self.instructions, at: 0)
        }
        workbook = Workbook(fileName: "\(seed).xlsx", sheets: sheets)
    }

    private static func index(_ names: [String]) -> Sheet {
        var sheet = Sheet(name: "目录")
        sheet[0, 0] = Cell(text: "目录")
        sheet[1, 0] = Cell(text: "序号")
        sheet[1, 1] = Cell(text: "表名")
        for (row, name) in names.enumerated() {
            sheet[row + 2, 0] = Cell(text: name)
            sheet[row + 2, 1] = Cell(text: "附表\(name)")
        }
        return sheet
    }

    private static var instructions: Sheet {
        var sheet = Sheet(name: "填报说明")
        let texts = [
            "填报说明", "1.本表由预算单位组织填报，一个项目填一张。", "2.“年度指标值”按年初批复的绩效目标填写，“实际完成值”填写截至年底的完成情况。", "3.得分不得超过分值，未得满分的须写明原因。",
        ]
        for (row, text) in texts.enumerated() { sheet[row, 0] = Cell(text: text) }
        return sheet
    }
}
