import Assessment
import Foundation
import Spreadsheet

/// Decides in which unit a finance export is, and says on what evidence.
struct UnitDecision {
    let export: BudgetExport
    let file: String
    /// Unit of the form.
    let formUnit: MoneyUnit

    /// The unit, with the sentence that tells the person.
    ///
    /// - Parameter known: 全年预算数 as the person gave it elsewhere, in the form's unit.
    /// - Throws: `ToolError` (64) when the evidence is missing or contradicts itself.
    func decide(given: MoneyUnit?, known: Decimal?) throws -> (unit: MoneyUnit, note: String) {
        if let given {
            return (given, note(given, "--unit \(given)"))
        }
        let stated = statedUnits()
        if Set(stated.map(\.unit)).count > 1 {
            throw unsure("写明的单位互相矛盾：" + stated.map(\.evidence).joined(separator: "、"))
        }
        let total = export.sum(.adjusted) ?? export.sum(.initial)
        if let first = stated.first {
            if let total, let known, let match = matching(total, known), match != first.unit {
                throw unsure(
                    "\(first.evidence)，但合计 \(shown(total)) 与已填全年预算数 \(DecimalText.text(known)) \(formUnit)只有按\(match)才相符"
                )
            }
            return (first.unit, note(first.unit, first.evidence))
        }
        guard let total else { throw unsure("没有合计可以判断") }
        if let known, let match = matching(total, known) {
            return (match, note(match, "合计 \(shown(total)) 与已填全年预算数 \(DecimalText.text(known)) \(formUnit)相符"))
        }
        let inCents = export.amounts.allSatisfy { $0.precision == 2 || $0.value == 0 }
        if total >= 10_000_000 || total >= 1_000_000 && inCents {
            return (
                .yuan,
                note(.yuan, "合计 \(shown(total))，" + (inCents ? "金额写到分，" : "") + "按万元将达 \(shown(total / 10_000)) 亿元")
            )
        }
        throw unsure("合计 \(shown(total))，没有写单位")
    }

    private func statedUnits() -> [(unit: MoneyUnit, evidence: String)] {
        let texts = export.unitTexts
        return texts.above.compactMap { text in MoneyUnit.stated(in: text).map { ($0, "表头\"\(text)\"") } }
            + texts.headings.compactMap { text in MoneyUnit.stated(in: text).map { ($0, "列名\"\(text)\"") } }
    }

    /// The unit in which a total equals an amount that is known, at the form's two places.
    private func matching(_ total: Decimal, _ known: Decimal) -> MoneyUnit? {
        let fits = MoneyUnit.allCases.filter { unit in
            abs(unit.converted(total, to: formUnit) - known)
                < Decimal(sign: .plus, exponent: -2, significand: 1)
        }
        return fits.count == 1 ? fits[0] : nil
    }

    private func note(_ unit: MoneyUnit, _ evidence: String) -> String {
        unit == formUnit ? "按\(unit)理解：\(evidence)" : "按\(unit)理解，折合\(formUnit)：\(evidence)"
    }

    private func unsure(_ why: String) -> ToolError {
        let total = export.sum(.adjusted) ?? export.sum(.initial) ?? 0
        let ways = MoneyUnit.allCases.map { unit in
            "--unit \(unit)（全年预算数即 \(DecimalText.text(unit.converted(total, to: formUnit), places: 2)) \(formUnit)）"
        }
        let headings = export.unitTexts.headings.map { $0.filter { !$0.isNewline } }.joined(separator: "、")
        return ToolError(
            code: .unitUnknown, message: "\(file) 的金额单位不能确定：\(why)。金额列：\(headings)",
            advice: "请加 \(ways.joined(separator: "、或 "))。",
            place: Source(file: file))
    }

    /// With thousands separators and two places, as exports print it.
    private func shown(_ value: Decimal) -> String { AmountStyle.text(value, like: "1,000.00") }
}
