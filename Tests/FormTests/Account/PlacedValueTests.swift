import Assessment
import FormTemplates
import Foundation
import Spreadsheet
import Testing

@testable import FormRecognition

/// Whatever a person brings stands in the form that is made of it, or is named.
@Suite struct PlacedValueTests {
    private static func record(_ input: FilledInput, _ change: String, _ told: Bool) {
        guard !told || ![3, 5].contains(input.status) else { return }
        Issue.record("\(input) \(change)：退出码 \(input.status)，\(told ? "说了" : "没有说")")
    }

    /// Each cell of the tables that were brought by itself.
    @Test(arguments: FilledInput.examples)
    func anyWordOfTheTableReplaced(input: FilledInput) throws {
        let words = FormWords(template: input.template, labels: Repository.library.labels)
        let view = WorkbookView(input.table, words: words)
        for look in view.looks {
            for (cell, meaning) in look.claims.meanings.sorted(by: { $0.key < $1.key }) where meaning == .label {
                for word in FormVariant.words {
                    var table = input.table
                    table.sheets[look.view.index][cell] = Cell(text: word)
                    let change =
                        "“\(input.table.sheets[look.view.index][cell]?.shown ?? "")”换成“\(word)”（\(look.view.sheet.name) \(cell)）"
                    guard let other = try? FilledInput(input.template, blank: input.blank, table: table) else {
                        Issue.record("\(input) \(change)：读不出")
                        continue
                    }
                    if other.standsAs(input) { continue }
                    Self.record(other, change, other.names(cell, sheet: look.view.sheet.name))
                }
            }
        }
    }

    @Test(arguments: FilledInput.examples)
    func anythingMorePutIn(input: FilledInput) throws {
        for (index, sheet) in input.table.sheets.enumerated() {
            guard let used = sheet.usedRange?.last else { continue }
            for (cells, change) in [
                ([(used.row + 1, 0, "嗏噽"), (used.row + 1, 1, "张三李四")], "加一项"),
                ([(used.row + 1, 0, "嗏噽"), (used.row + 1, 1, "3.5")], "加一个数"),
                ([(used.row + 1, 0, "备注"), (used.row + 1, 1, "下半年才到位")], "加备注"),
                ([(used.row + 1, 0, "原因"), (used.row + 1, 1, "下半年才到位")], "加原因"),
                ([(used.row + 1, 0, "嗏噽：张三李四")], "加一格"),
            ] {
                var table = input.table
                for (row, column, text) in cells { table.sheets[index][row, column] = Cell(text: text) }
                let other = try FilledInput(input.template, blank: input.blank, table: table)
                let place = CellReference(row: cells[0].0, column: cells[0].1)
                let last = CellReference(row: place.row, column: cells[cells.count - 1].1)
                let told = other.names(place, sheet: sheet.name) || other.names(last, sheet: sheet.name)
                // A remark is told; it keeps nobody from handing in.
                if change.hasPrefix("加备注") || change.hasPrefix("加原因") {
                    #expect(told, "\(input) \(sheet.name) \(change)")
                } else {
                    Self.record(other, "\(sheet.name) \(change)", told)
                }
            }
        }
    }

    /// A fact that is given, where the blank has lost its slot.
    @Test(arguments: FilledInput.examples)
    func anySlotTakenOutOfTheBlank(input: FilledInput) throws {
        let labels = Repository.library.labels
        let map = try FormRecognizer.map(input.blank, template: input.template, labels: labels)
        for field in input.template.fields {
            guard let slot = map.facts[field.label] else { continue }
            let settings = [(key: field.label.rawValue, value: "给定的\(field.label)")]
            let whole = try FilledInput(input.template, blank: input.blank, table: input.table, settings: settings)
            #expect(
                !whole.evaluation.account.notPlaced.contains { $0.name == field.label.rawValue },
                "\(input) \(field.label)")
            var blank = input.blank
            // The label goes too, wherever it stands.
            for (place, cell) in blank.sheets[map.sheetIndex].cells
            where labels.fact(cell.shown) == field.label || field.synonyms.contains(TextNormalizer.trimmed(cell.shown))
                || TextNormalizer.key(cell.shown) == TextNormalizer.key(field.label.rawValue)
            {
                blank.sheets[map.sheetIndex][place] = Cell(text: "", style: cell.style)
            }
            if blank.sheets[map.sheetIndex][slot]?.shown.isEmpty == false {
                blank.sheets[map.sheetIndex][slot] = Cell(
                    text: "", style: blank.sheets[map.sheetIndex][slot]?.style ?? 0)
            }
            if field.cell != nil { continue }
            let other = try FilledInput(input.template, blank: blank, table: input.table, settings: settings)
            let told = other.evaluation.account.notPlaced.contains { $0.name == field.label.rawValue }
            let stands = other.texts.contains { $0.contains("给定的\(field.label)") }
            if !stands { Self.record(other, "没有“\(field.label)”的格子", told) }
        }
    }

    /// Rows and columns of money that the blank does not have.
    @Test(arguments: FilledInput.examples)
    func anyMoneyRowTakenOutOfTheBlank(input: FilledInput) throws {
        let map = try FormRecognizer.map(input.blank, template: input.template, labels: Repository.library.labels)
        for row in map.money {
            guard let cell = row.cells[.adjusted] else { continue }
            let settings = [(key: row.name + "全年预算数", value: "77.77"), (key: row.name + "全年执行数", value: "66.66")]
            var blank = input.blank
            let word = "嗏噽资金"
            for column in 0..<cell.column {
                let place = CellReference(row: cell.row, column: column)
                guard let standing = blank.sheets[map.sheetIndex][place], !standing.shown.isEmpty,
                    input.template.budgetRowName(of: standing.shown) == row.name
                else { continue }
                blank.sheets[map.sheetIndex][place] = Cell(text: word, style: standing.style)
            }
            let other = try FilledInput(input.template, blank: blank, table: input.table, settings: settings)
            let told = other.evaluation.account.notPlaced.contains { $0.name.hasPrefix(row.name) }
            let stands = other.form.map.money.contains { $0.name == row.name }
            if !stands { Self.record(other, "没有“\(row.name)”这一行", told) }
        }
    }
}
