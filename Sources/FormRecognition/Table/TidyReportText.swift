import Spreadsheet

extension TidyReport {
    /// The report as sentences in Chinese, one a line.
    public var lines: [String] {
        var lines: [String] = []
        func add(_ what: String, _ reason: Reason, counted: Bool = false) {
            guard let rows = droppedRows[reason], !rows.isEmpty else { return }
            lines.append(what + "：" + Self.text(of: rows, counted: counted))
        }
        add("标题行", .title)
        let joined = joinedHeadingRows > 1 ? "（\(joinedHeadingRows == 2 ? "两" : "三")行合并成一行）" : ""
        lines.append("表头：" + Self.text(of: headingRows) + joined)
        add("重复的表头", .repeatedHeading)
        lines += pageTitleLines
        add("小计、合计", .total, counted: true)
        add("承前页、过次页", .pageMark)
        add("表后说明", .note)
        if blankRows > 0 { lines.append("空行：\(blankRows) 行") }
        if !ofWhichRows.isEmpty {
            lines.append("“其中”行保留：\(Self.text(of: ofWhichRows))（是上一行的明细，加总时不要重复计算）")
        }
        if !parentRows.isEmpty {
            lines.append("上级行保留：\(Self.text(of: parentRows, counted: true))（是下级各行之和，加总时不要重复计算）")
        }
        if !doubtfulParentRows.isEmpty {
            lines.append("请核对：\(Self.text(of: doubtfulParentRows))的编码或层次有下级，却不等于下级之和（是缺行，还是另一笔？加总前请看清）")
        }
        if !alikeRows.isEmpty {
            lines.append("请核对：\(Self.text(of: alikeRows))没有写“小计”，却正好等于相邻几行之和（如果是合计，加总时不要重复计算）")
        }
        if !filled.isEmpty {
            lines.append("向下填充：" + filled.map { "\($0.column) \($0.count) 格" }.joined(separator: "、"))
        }
        lines += conversionLines
        lines += misfits.map { misfit in
            "不是\(misfit.kind.name)的内容原样保留：\(misfit.column) \(misfit.count) 格，最先在 \(misfit.first)（“\(misfit.text)”）"
        }
        if formulasWithoutValue > 0 {
            lines.append("没有保存结果的公式：\(formulasWithoutValue) 格，按空格处理；请用 WPS 或 Excel 打开保存一次再转换")
        }
        if !outsideRows.isEmpty { lines.append("表头以外的列里还有内容，没有写出：\(Self.text(of: outsideRows, counted: true))") }
        return lines + notes
    }

    private var pageTitleLines: [String] {
        guard !pageTitles.isEmpty else { return [] }
        let shown = pageTitles.prefix(20).map { "第 \($0.row + 1) 行“\($0.text)”" }.joined(separator: "、")
        return ["各页标题不同：" + shown + (pageTitles.count > 20 ? " 等 \(pageTitles.count) 处" : "")]
    }

    private var conversionLines: [String] {
        var seen: [Conversion] = []
        for one in conversions where !seen.contains(where: { $0.from == one.from && $0.to == one.to }) {
            seen.append(one)
        }
        return seen.map { kind in
            let columns = conversions.filter { $0.from == kind.from && $0.to == kind.to }.map(\.column)
            let names = columns.joined(separator: "、")
            if kind.from == kind.to { return "金额换算：\(names) 本来就是\(kind.to.rawValue)，数字不变" }
            return
                "金额换算：\(names) 由\(kind.from.rawValue)换算成\(kind.to.rawValue)（\(kind.from.step(to: kind.to))）"
        }
    }

    /// Rows as a person counts them: `第 1—2、5 行`; at most twenty places.
    static func text(of rows: [Int], counted: Bool = false) -> String {
        var runs: [(first: Int, last: Int)] = []
        for row in rows.sorted() {
            if let last = runs.last, row <= last.last + 1 {
                runs[runs.count - 1].last = row
            } else {
                runs.append((row, row))
                if runs.count > 20 { break }
            }
        }
        let shown = runs.prefix(20).map { $0.first == $0.last ? "\($0.first + 1)" : "\($0.first + 1)—\($0.last + 1)" }
        let text = "第 " + shown.joined(separator: "、") + (runs.count > 20 ? " 等 \(rows.count) 行" : " 行")
        return counted && runs.count <= 20 ? text + "（共 \(rows.count) 行）" : text
    }
}

extension ColumnKind {
    /// What a person calls what such a column holds.
    var name: String {
        switch self {
        case .amount: "数字"
        case .ordinal: "序号"
        case .date: "日期"
        case .code: "编码"
        case .text: "文字"
        }
    }
}
