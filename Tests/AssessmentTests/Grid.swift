import Assessment
import Foundation
import Spreadsheet

/// A submission written as a small text grid. Marks ①②③ in it are taken out and remembered with their cell, so that a
/// test names the spot that must be flagged without counting rows.
///
///     # 单位名称=甲        facts
///     $ 合计|全年预算数=10②|全年执行数=9     a row of the money block
///     一级|二级|三级|年度指标值|实际完成值|分值|得分|原因     headings, then rows; 合计 is the row of totals
struct Grid {
    var submission: Submission
    var marks: [Character: Source] = [:]

    private static let headings: [String: IndicatorColumn] = [
        "一级": .level1, "二级": .level2, "三级": .name, "年度指标值": .target, "实际完成值": .actual, "分值": .weight,
        "得分": .score, "原因": .reason,
    ]

    init(_ text: String) {
        submission = Submission(source: Source(file: "表.csv"))
        var columns: [IndicatorColumn?] = []
        for (row, line) in text.split(separator: "\n").enumerated() {
            var cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            for column in cells.indices {
                for mark in "①②③④⑤" where cells[column].contains(mark) {
                    cells[column].removeAll { $0 == mark }
                    marks[mark] = source(row, column, cells[column])
                }
            }
            if cells[0].hasPrefix("#") {
                addFact(cells[0], row)
            } else if cells[0].hasPrefix("$") {
                addMoney(cells, row)
            } else if columns.isEmpty {
                columns = cells.map { Self.headings[$0] }
                submission.columns = cells.enumerated().map { column, heading in
                    (Self.headings[heading], SourcedText(heading, source: source(row, column, heading)))
                }
            } else {
                addRow(cells, columns, row)
            }
        }
    }

    private func source(_ row: Int, _ column: Int, _ text: String) -> Source {
        Source(file: "表.csv", cell: CellReference(row: row, column: column), text: text)
    }

    private mutating func addFact(_ cell: String, _ row: Int) {
        let parts = cell.dropFirst().split(separator: "=", omittingEmptySubsequences: false)
        let label = parts[0].trimmingCharacters(in: .whitespaces)
        submission.facts[label] = SourcedText(String(parts[1]), source: source(row, 0, String(parts[1])))
    }

    private mutating func addMoney(_ cells: [String], _ row: Int) {
        var line = BudgetLine(name: cells[0].dropFirst().trimmingCharacters(in: .whitespaces))
        for (column, cell) in cells.enumerated().dropFirst() {
            let parts = cell.split(separator: "=").map(String.init)
            guard let role = BudgetColumn(rawValue: parts[0]) else { continue }
            line.amounts[role] = SourcedNumber(text: parts[1], source: source(row, column, parts[1]))
        }
        submission.budget.append(line)
    }

    private mutating func addRow(_ cells: [String], _ columns: [IndicatorColumn?], _ row: Int) {
        var indicator = Indicator(source: source(row, 0, cells[0]))
        for (column, text) in cells.enumerated() {
            guard column < columns.count, let role = columns[column] else { continue }
            let place = source(row, column, text)
            indicator.places[role] = place
            guard !text.isEmpty else { continue }
            switch role {
            case .level1: indicator.level1 = text
            case .level2: indicator.level2 = text
            case .name: indicator.name = text
            case .target: indicator.target = Target(text: text, source: place)
            case .actual:
                indicator.actual = SourcedText(text, source: place)
                indicator.actualQuantity = Quantity(text)
            case .weight: indicator.weight = SourcedNumber(text: text, source: place)
            case .score: indicator.givenScore = SourcedNumber(text: text, source: place)
            case .reason: indicator.reason = SourcedText(text, source: place)
            case .comparison, .unit, .coefficient, .initialTarget, .criterion, .explanation: break
            }
        }
        if indicator.level1 == "合计" {
            submission.printedWeightTotal = indicator.weight
            submission.printedTotal = indicator.givenScore
            if let grade = indicator.reason { submission.printedGrade = grade }
        } else {
            submission.indicators.append(indicator)
        }
    }
}

extension Standard {
    /// A standard with one money block, grades and the three qualitative bands, for tests.
    static func sample(place: ExecutionRatePlace = .indicator) -> Standard {
        var standard = Standard()
        standard.budgetBlocks = [BudgetBlock(title: "按资金来源", total: "合计", parts: ["财政拨款", "其他资金"])]
        standard.grades = [
            Grade(name: "优", from: 90), Grade(name: "良", from: 80), Grade(name: "中", from: 60),
            Grade(name: "差", from: 0),
        ]
        standard.bands = [
            Band(names: ["达成预期指标", "达成"], from: 80, to: 100),
            Band(names: ["部分达成"], from: 60, to: 80), Band(names: ["未达成"], from: 0, to: 60),
        ]
        standard.executionRatePlace = place
        if place == .budget { standard.executionRateWeight = 10 }
        return standard
    }
}
