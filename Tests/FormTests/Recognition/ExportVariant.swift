import Foundation
import Spreadsheet

/// A finance export of random amounts, in one of many layouts, with the sums that a form should get from it.
struct ExportVariant {
    /// How the columns of amounts are called.
    enum Words: String, CaseIterable {
        case plain, indicators, made, twoRows, months, quarters, proved, changedAndProved, rate
    }

    /// How rows that are sums of others are told.
    enum Parents: String, CaseIterable {
        case none, codes, levels, dotted, spaces, numerals, subtotals
    }

    /// What is wrong in it.
    enum Fault: String, CaseIterable { case none, total, parent, column }

    struct Detail {
        var fund: Int
        var kind: Int
        /// 年初预算, 追加, 追减, 调剂 and twelve months, in hundreds of yuan.
        var initial: Int
        var added: Int
        var reduced: Int
        var changed: Int
        var months: [Int]

        var adjusted: Int { initial + added - reduced + changed }
        var executed: Int { months.reduce(0, +) }
        var balance: Int { adjusted - executed }
    }

    private(set) var grid: [[String]] = []
    private(set) var details: [Detail] = []
    private(set) var sheetName = "导出"
    let words: Words
    let parents: Parents
    let unit: String
    private(set) var fault: Fault
    let fillsDown: Bool
    /// A row 合计 stands in it.
    private(set) var hasTotal = false
    private var state: UInt64

    private mutating func random(_ range: Range<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int(state >> 33) % range.count
    }

    init(_ words: Words, _ parents: Parents, unit: String, seed: Int) {
        self.words = words
        self.parents = parents
        self.unit = unit
        state = UInt64(seed) &* 7_919 &+ 17
        fault = .none
        fillsDown = seed % 2 == 0
        for group in 0..<4 {
            for _ in 0..<random(2..<4) {
                let initial = random(2_000..<90_000)
                let change = random(1..<900)
                let months = (0..<12).map { _ in random(1..<150) }
                details.append(
                    Detail(
                        fund: group / 2, kind: group % 2, initial: initial, added: change + random(0..<500),
                        reduced: random(0..<900),
                        changed: -change, months: months))
            }
        }
        fault = Fault.allCases[random(0..<Fault.allCases.count)]
        if fault == .parent, parents == .none { fault = .none }
        if fault == .column, ![.proved, .quarters].contains(words) { fault = .none }
        build()
    }

    // MARK: Columns

    /// A column of amounts: the heading over it, its own, and what a row has in it.
    private struct Column {
        var upper = ""
        var name: String
        var value: (Detail) -> Int

        init(_ name: String, under upper: String = "", _ value: @escaping (Detail) -> Int) {
            (self.name, self.upper, self.value) = (name, upper, value)
        }
    }

    private var columns: [Column] {
        switch words {
        case .plain: [Column("年初预算数", \.initial), Column("调整后预算数", \.adjusted), Column("支出数", \.executed)]
        case .indicators: [Column("指标金额", \.adjusted), Column("支付金额", \.executed), Column("指标结余", \.balance)]
        case .made:
            [
                Column("年初预算", \.initial), Column("追加预算", \.added), Column("追减", \.reduced), Column("调剂增减", \.changed),
                Column("累计支出", \.executed),
            ]
        case .twoRows:
            [
                Column("年初", under: "预算数", \.initial), Column("调整后", under: "预算数", \.adjusted),
                Column("累计支出", under: "支出数", \.executed),
            ]
        case .months:
            [Column("指标数", \.adjusted)] + (0..<12).map { month in Column("\(month + 1)月") { $0.months[month] } }
        case .quarters: [Column("调整预算数", \.adjusted)] + (0..<4).map(quarter) + [Column("累计支付数", \.executed)]
        case .proved:
            [
                Column("年初预算", \.initial), Column("追加", \.added), Column("追减", \.reduced), Column("调剂", \.changed),
                Column("调整后预算数", \.adjusted), Column("已支付金额", \.executed),
            ]
        case .changedAndProved:
            [
                Column("年初指标", \.initial), Column("调整数") { $0.adjusted - $0.initial }, Column("累计支付", \.executed),
                Column("结余", \.balance),
            ]
        case .rate:
            [Column("全年预算数", \.adjusted), Column("执行数", \.executed), Column("执行率") { $0.executed * 100 / $0.adjusted }]
        }
    }

    private func quarter(_ index: Int) -> Column {
        Column(["一", "二", "三", "四"][index] + "季度") { detail in
            detail.months[index * 3..<index * 3 + 3].reduce(0, +)
        }
    }

    private static let funds = ["一般公共预算资金", "单位资金"]
    private static let kinds = ["人员类", "特定目标类"]

    /// A figure in hundreds of yuan in the unit of the export.
    private func shown(_ hundreds: Int, _ column: Int) -> String {
        if words == .rate, column == 2 { return "\(hundreds)%" }
        let powers: [String: Int] = ["元": 2, "千元": -1, "万元": -2, "百万元": -4, "亿元": -6]
        let value = Decimal(
            sign: hundreds < 0 ? .minus : .plus, exponent: powers[unit] ?? 0, significand: Decimal(abs(hundreds)))
        return "\(value)"
    }

    private func amounts(_ rows: [Detail], off: Int = 0) -> [String] {
        columns.enumerated().map { index, column in
            let sum = rows.map(column.value).reduce(0, +)
            return shown(sum + (index < 2 ? off : 0), index)
        }
    }

    // MARK: Rows

    private mutating func build() {
        let place = random(0..<4)
        let bracket = place == 1 ? "（\(unit)）" : ""
        let labels: [String] =
            switch parents {
            case .codes: ["科目编码", "科目名称", "资金性质", "项目类别"]
            case .levels: ["类", "款", "项", "科目名称", "资金性质", "项目类别"]
            case .dotted: ["序号", "项目名称", "资金来源", "支出类型"]
            default: ["资金来源", "支出类型", "项目名称"]
            }
        if place == 0 { grid.append(["单位：\(unit)"]) }
        if place == 2 { grid.append(["", "金额单位", unit]) }
        if place == 3 { sheetName = "执行表（\(unit)）" }
        if columns.contains(where: { !$0.upper.isEmpty }) {
            var above = ""
            grid.append(
                labels
                    + columns.map { column in
                        defer { above = column.upper }
                        return column.upper == above ? "" : column.upper
                    })
            grid.append(labels.map { _ in "" } + columns.map { $0.name + bracket })
        } else {
            grid.append(labels + columns.map { $0.name + bracket })
        }
        let first = grid.count
        addRows()
        hasTotal = random(0..<2) == 0 || fault == .total
        if hasTotal {
            let off = fault == .total ? 777 : 0
            let row = ["合计"] + labels.dropFirst().map { _ in "" } + amounts(details, off: off)
            if random(0..<2) == 0 { grid.append(row) } else { grid.insert(row, at: first) }
        }
        guard fault == .column else { return }
        let index = labels.count + (words == .proved ? 4 : 1)
        for row in grid.indices where row >= first && Decimal(string: grid[row][index]) != nil {
            grid[row][index] = "\((Decimal(string: grid[row][index]) ?? 0) * 3)"
        }
    }

    private mutating func addRows() {
        var off = fault == .parent ? 555 : 0
        if [.codes, .levels, .dotted].contains(parents) {
            for kind in 0..<2 {
                let rows = details.filter { $0.kind == kind }
                addCode([kind], "上级\(kind)", rows, off)
                off = 0
                for half in 0..<2 {
                    let own = rows.filter { $0.fund == half }
                    addCode([kind, half], "中级\(kind)\(half)", own, 0)
                    for (index, row) in own.enumerated() {
                        addCode([kind, half, index], "明细\(kind)\(half)\(index)", [row], 0, row)
                    }
                }
            }
            return
        }
        var above = ["", ""]
        for fund in 0..<2 {
            for kind in 0..<2 {
                let rows = details.filter { $0.fund == fund && $0.kind == kind }
                var names = [Self.funds[fund], Self.kinds[kind]]
                if fillsDown, parents != .subtotals {
                    if names[0] == above[0] {
                        if names[1] == above[1] { names[1] = "" }
                        names[0] = ""
                    }
                }
                above = [Self.funds[fund], Self.kinds[kind]]
                let number = ["一", "二", "三", "四"][fund * 2 + kind]
                let title = "工作\(number)"
                if parents == .spaces { grid.append(names + [title] + amounts(rows, off: off)) }
                if parents == .numerals { grid.append(names + ["\(number)、\(title)"] + amounts(rows, off: off)) }
                for (index, row) in rows.enumerated() {
                    var own = fillsDown && (index > 0 || [.spaces, .numerals].contains(parents)) ? ["", ""] : above
                    if index == 0, parents == .none || parents == .subtotals { own = parents == .none ? names : above }
                    let item = "\(title)事项\(index + 1)"
                    let name =
                        switch parents {
                        case .spaces: "　　" + item
                        case .numerals: "（\(["一", "二", "三"][index])）" + item
                        default: item
                        }
                    grid.append(own + [name] + amounts([row]))
                }
                if parents == .subtotals { grid.append(["", "小计", ""] + amounts(rows, off: off)) }
                off = 0
            }
        }
    }

    private mutating func addCode(_ path: [Int], _ name: String, _ rows: [Detail], _ off: Int, _ detail: Detail? = nil)
    {
        let values = detail.map { [Self.funds[$0.fund], Self.kinds[$0.kind]] } ?? ["", ""]
        let parts = zip(path, [201, 11, 1]).map { $0 + $1 }
        let code: [String] =
            switch parents {
            case .codes: [parts.enumerated().map { $0 == 0 ? "\($1)" : String(format: "%02d", $1) }.joined()]
            case .dotted: [path.map { "\($0 + 1)" }.joined(separator: ".")]
            default:
                (0..<3).map { $0 < parts.count ? ($0 == 0 ? "\(parts[0])" : String(format: "%02d", parts[$0])) : "" }
            }
        grid.append(code + [name] + values + amounts(rows, off: off))
    }

    // MARK: What a form should get

    /// The budget and what was spent, in 万元, of the lines of a form.
    func expected(_ line: String) -> (adjusted: Decimal, executed: Decimal) {
        let rows = details.filter { detail in
            switch line {
            case "财政拨款": detail.fund == 0
            case "其他资金": detail.fund == 1
            case "基本支出": detail.kind == 0
            case "项目支出": detail.kind == 1
            default: true
            }
        }
        func sum(_ value: (Detail) -> Int) -> Decimal { Decimal(rows.reduce(0) { $0 + value($1) }) / 100 }
        return (sum(\.adjusted), sum(\.executed))
    }

    var workbook: Workbook {
        var sheet = Sheet(name: sheetName)
        for (row, texts) in grid.enumerated() {
            for (column, text) in texts.enumerated() where !text.isEmpty { sheet[row, column] = Cell(text: text) }
        }
        return Workbook(fileName: "导出.xlsx", sheets: [sheet])
    }

    var text: String { grid.map { $0.joined(separator: "|") }.joined(separator: "\n") }
}
