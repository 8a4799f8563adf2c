import Assessment
import Foundation
import Spreadsheet

/// Brings a cell into the form that its column has.
enum CellTidier {
    /// The cell in its new form, nil for nothing; and whether it is of its column's kind. What is not stays as it is.
    static func tidied(_ cell: Cell, in column: TableColumn) -> (cell: Cell?, fits: Bool) {
        switch cell.value {
        case .empty: return (nil, true)
        case .boolean(let flag): return (Cell(value: .boolean(flag), shown: flag ? "TRUE" : "FALSE"), true)
        case .error(let text): return (Cell(text: text), false)
        case .date(let date): return (TidyDate.cell(date), column.kind == .date || column.kind == .text)
        case .number(let number): return tidied(number, shown: cell.shown, in: column)
        case .text(let raw):
            let text = TextNormalizer.trimmed(raw)
            return text.isEmpty ? (nil, true) : tidied(text, in: column)
        }
    }

    /// Whether a cell holds something: a formula whose value was not kept does, spaces alone don't.
    static func isFilled(_ cell: Cell?) -> Bool {
        guard let cell else { return false }
        switch cell.value {
        case .empty: return cell.lacksCachedValue
        case .text(let text):
            // Most begin with a letter or a Chinese character: no space has such a first byte.
            if let first = text.utf8.first, (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) {
                return true
            }
            return !TextNormalizer.trimmed(text).isEmpty
        default: return true
        }
    }

    /// A dash or a slash that stands for nothing.
    static func isDash(_ text: String) -> Bool {
        guard text.utf8.count <= 6 else { return false }
        return ["-", "--", "—", "——", "–", "/"].contains(TextNormalizer.key(text))
    }

    private static func tidied(_ number: Decimal, shown: String, in column: TableColumn) -> (cell: Cell?, fits: Bool) {
        switch column.kind {
        case .code:
            // As it is shown when that is all digits: a format may give the zeros before them.
            let trimmed = TextNormalizer.trimmed(shown)
            let isPlain = trimmed.utf8.allSatisfy { (0x30...0x39).contains($0) } && !trimmed.isEmpty
            return (Cell(text: isPlain ? trimmed : "\(number)"), true)
        case .date:
            guard column.expectsDates, let date = TidyDate.cell("\(number)", isExpected: true) else {
                return (cell(number), false)
            }
            return (date, true)
        case .amount: return amount(number, isPercentage: shown.hasSuffix("%"), in: column)
        case .ordinal, .text: return (cell(number), true)
        }
    }

    private static func tidied(_ text: String, in column: TableColumn) -> (cell: Cell?, fits: Bool) {
        switch column.kind {
        case .text: return (Cell(text: text), true)
        case .code:
            // ="0012" is how a text file tells a spreadsheet to keep the zeros.
            if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 {
                return (Cell(text: String(text.dropFirst(2).dropLast())), true)
            }
            return (Cell(text: text), true)
        case .date:
            if let date = TidyDate.cell(text, isExpected: column.expectsDates) { return (date, true) }
            return (Cell(text: text), isDash(text))
        case .ordinal:
            guard !TidyNumber.isCode(text), let number = TidyNumber(text) else { return (Cell(text: text), true) }
            return (cell(number.value), true)
        case .amount:
            if isDash(text) { return (nil, true) }
            guard !TidyNumber.isCode(text), let number = TidyNumber(text) else { return (Cell(text: text), false) }
            return amount(number.value, isPercentage: number.isPercentage, in: column)
        }
    }

    private static func amount(
        _ number: Decimal, isPercentage: Bool, in column: TableColumn
    ) -> (cell: Cell?, fits: Bool) {
        guard let conversion = column.conversion else { return (cell(number), true) }
        // A rate among amounts has no unit to convert.
        if isPercentage { return (cell(number), false) }
        return (cell(conversion.from.converted(number, to: conversion.to)), true)
    }

    private static func cell(_ number: Decimal) -> Cell { Cell(value: .number(number), shown: "\(number)") }
}
