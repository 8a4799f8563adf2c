import Assessment
import Foundation
import Spreadsheet

/// Lays out what a form says, from top to bottom.
struct GrammarLayout {
    let contents: GrammarContents
    let choices: GrammarChoices
    var chance: Chance
    var grid: GrammarGrid
    /// The row that is laid out next.
    var row = 0
    let columns: [GrammarColumn]
    /// Columns that the form is wide.
    let width: Int

    init(_ contents: GrammarContents, _ choices: GrammarChoices, _ chance: Chance, sheet: String) {
        self.contents = contents
        self.choices = choices
        self.chance = chance
        grid = GrammarGrid(name: sheet, numbers: choices.numbers)
        columns = GrammarColumn.all(choices)
        width = max(8, columns.reduce(0) { $0 + $1.span })
    }

    /// The whole form.
    mutating func layOut() {
        title()
        facts()
        if !choices.isMoneyBelow { money() }
        if choices.repeats != .goal { goals() }
        indicators()
        totals()
        if choices.isMoneyBelow { money() }
        tail()
    }

    private mutating func title() {
        let subject = choices.kind == .department || choices.kind == .scoring ? "部门整体支出" : "财政项目资金"
        let title: String
        switch choices.kind {
        case .declaration: title = "\(subject)绩效目标申报表"
        case .monitoring: title = "\(subject)绩效运行监控表"
        case .scoring: title = "\(subject)绩效评价指标评分表"
        case .unscored: title = "转移支付资金绩效自评表"
        default: title = "\(subject)绩效自评表"
        }
        let year = chance.pick(["（\(contents.year)年度）", "（\(contents.year)年）", ""])
        put((year.isEmpty ? "\(contents.year)年度" : "") + title, 0, columns: width)
        row += 1
        let unit = chance.pick(["单位：", "金额单位："]) + choices.unit
        if year.isEmpty || chance.happens(40) {
            if !year.isEmpty {
                put(year, 0, columns: width)
                row += 1
            }
            if isUnitOnLine {
                put(unit, width - 2, columns: 2)
                row += 1
            }
        } else {
            put(year, 0, columns: width - 2)
            if isUnitOnLine { put(unit, width - 2, columns: 2) }
            row += 1
        }
    }

    /// Whether the unit has a line of its own: a block without a label for it leaves no other place.
    var isUnitOnLine: Bool { choices.money != .none && choices.unitPlace == .line }

    private mutating func facts() {
        var facts = [(choices.words.office, contents.office), ("主管部门", contents.office)]
        if choices.kind == .department || choices.kind == .scoring {
            facts = [facts[0], ("填报日期", "\(contents.year + 1)年3月5日")]
        } else {
            facts.insert(("项目名称", contents.project), at: 0)
            if chance.happens(40) { facts.append(("项目负责人", "周明")) }
        }
        let half = width / 2
        switch choices.facts {
        case .right, .merged:
            let label = choices.facts == .merged ? 2 : 1
            for (index, fact) in facts.enumerated() {
                let start = index % 2 == 0 ? 0 : half
                let end = index % 2 == 0 && index < facts.count - 1 ? half : width
                put(fact.0, start, columns: label)
                put(fact.1, start + label, columns: end - start - label)
                if index % 2 == 1 || index == facts.count - 1 { row += 1 }
            }
        case .below:
            let span = width / facts.count
            for (index, fact) in facts.enumerated() {
                let columns = index == facts.count - 1 ? width - span * index : span
                put(fact.0, span * index, columns: columns)
                grid.put(fact.1, row + 1, span * index, columns: columns)
            }
            row += 2
        case .colon:
            for (index, fact) in facts.enumerated() {
                put("\(fact.0)：\(fact.1)", index % 2 == 0 ? 0 : half, columns: index % 2 == 0 ? half : width - half)
                if index % 2 == 1 || index == facts.count - 1 { row += 1 }
            }
        }
    }

    private mutating func goals() {
        let label = chance.pick(["年度总体目标", "年度绩效目标", "总体绩效目标", "年度目标"])
        let (one, two) = (contents.goals[0], contents.goals[1])
        let half = (width - 1) / 2
        switch choices.goals {
        case .none: return
        case .one: pairs([(label, one.aim)])
        case .two: pairs([(label, one.aim), ("年度目标完成情况", one.result)])
        case .numbered: pairs([("目标1：", one.aim), ("目标2：", two.aim)])
        case .stacked:
            put(label, 0, columns: width)
            row += 1
            put(one.aim, 0, columns: width)
            row += 1
            put("实际完成情况", 0, columns: width)
            row += 1
            put(one.result, 0, columns: width)
            row += 1
        case .pair:
            put(label, 0, rows: 2)
            put(chance.pick(["预期目标", "年初设定目标"]), 1, columns: half)
            put(chance.pick(["实际完成情况", "全年目标实际完成情况"]), 1 + half, columns: width - 1 - half)
            row += 1
            put(one.aim, 1, columns: half)
            put(one.result, 1 + half, columns: width - 1 - half)
            row += 1
        }
    }

    private mutating func pairs(_ pairs: [(String, String)]) {
        for (label, text) in pairs {
            put(label, 0)
            put(text, 1, columns: width - 1)
            row += 1
        }
    }

    mutating func put(_ text: String, _ column: Int, rows: Int = 1, columns: Int = 1) {
        grid.put(text, row, column, rows: rows, columns: columns)
    }

    // MARK: After the table

    private mutating func totals() {
        guard choices.kind.hasScores else { return }
        var column = 0
        if choices.total == .below {
            let isSum = ["合计", "总计", "得分合计"].contains(choices.words.total)
            put(isSum ? "总分" : choices.words.total, 0, columns: 2)
            grid.put(.total, contents.total, "\(contents.total)", row, 2)
            column = 4
        }
        switch choices.grade {
        case .none: column = choices.total == .below ? column : -1
        case .beside where choices.total == .below: grade(at: column)
        case .beside, .below:
            if choices.total == .below { row += 1 }
            grade(at: 0)
        }
        if column >= 0 { row += 1 }
    }

    private mutating func grade(at column: Int) {
        put(choices.words.grade, column, columns: 2)
        grid.put(.grade, nil, contents.grade, row, column + 2)
    }

    private mutating func tail() {
        switch choices.bands {
        case .none: break
        case .usual: note("注：自评得分90（含）分以上为优，80（含）-90分为良，60（含）-80分为中，60分以下为差。")
        case .own:
            for line in ["等级说明：", "优秀：90分（含）以上", "良好：75分（含）-90分", "合格：60分（含）-75分", "不合格：60分以下"] { note(line) }
        }
        guard chance.happens(60) else { return }
        let half = width / 2
        if chance.happens(50) {
            put("填报人：王芳", 0, columns: half)
            put("联系电话：0530-7654321", half, columns: width - half)
        } else {
            for (index, text) in ["填报人", "李强", "单位负责人", "赵敏"].enumerated() { put(text, index) }
        }
        row += 1
    }

    private mutating func note(_ text: String) {
        put(text, 0, columns: width)
        row += 1
    }
}
