import Foundation
import Spreadsheet

/// Targets of which the figure stands among words: 合格率≥98%, 达到95%以上, 提供服务300次, 零事故, 全覆盖.
extension Target {
    /// The target by the figure that its words hold; nil where they hold none, or one of which it is not certain what it bounds.
    ///
    /// - Parameter unit: The unit that the row gives apart.
    func figureAmongWords(unit: String = "") -> Target? {
        guard !isQuantitative, tolerance == nil else { return nil }
        let plain = ChineseNumeral.withFigures(TextNormalizer.narrowed(text))
        guard plain.count <= 30, !plain.contains(where: { "，。；、,;()（）\n".contains($0) }) else { return nil }
        guard var found = none(plain) ?? all(plain) ?? signed(plain, unit) ?? done(plain, unit) else { return nil }
        found.text = text
        found.isWorded = true
        return found
    }

    // MARK: None and all

    /// Things that should not be, as the last word of a target.
    private static let evils = [
        "事故", "投诉", "差错", "失误", "死亡", "伤亡", "违规", "违纪", "违法", "案件", "事件", "上访", "信访", "故障", "缺陷", "感染", "纠纷", "火灾",
        "溺水",
        "逾期", "举报", "发生", "泄密", "返工", "欠薪", "误报", "漏报",
    ]

    /// 零事故, 无安全事故, 不发生重大案件: none of it.
    private func none(_ plain: String) -> Target? {
        guard let lead = ["零", "无", "不发生", "不出现", "未发生"].first(where: { plain.hasPrefix($0) }), plain.count <= 12 else {
            return nil
        }
        let thing = plain.dropFirst(lead.count)
        guard Self.evils.contains(where: thing.hasSuffix), thing.allSatisfy(\.isLetter) else { return nil }
        return Target(text: "=0", source: source)
    }

    private static let wholes: Set<String> = [
        "全覆盖", "全面覆盖", "全部覆盖", "实现全覆盖", "全部完成", "全面完成", "全部到位", "全部合格", "全部达标", "全部发放", "全额发放", "全额到位", "足额到位", "足额发放",
        "应保尽保",
        "应补尽补", "应检尽检", "应收尽收",
    ]

    /// Whether a text says that all of it was to be done, or was.
    static func saysAll(_ text: String) -> Bool {
        let key = TextNormalizer.key(text).filter(\.isLetter)
        return wholes.contains(key) || key.hasPrefix("已") && wholes.contains(String(key.dropFirst()))
            || ["实现", "达到"].contains { key.hasPrefix($0) && wholes.contains(String(key.dropFirst($0.count))) }
    }

    private func all(_ plain: String) -> Target? {
        Self.saysAll(plain) ? Target(text: "≥100%", source: source) : nil
    }

    // MARK: A sign behind a name

    /// Words that make of a figure behind them another one: a share of time, a level that something falls to, one condition of several.
    private static let blockers = ["每", "或", "且", "和", "及", "以及", "同时", "第", "其中", "至", "月", "年", "季", "日均", "约"]

    private static func isName(_ name: String) -> Bool {
        let rest = name.replacingOccurrences(of: "达到", with: "").replacingOccurrences(of: "及时", with: "")
        return !name.isEmpty && name.count <= 14 && name.allSatisfy { $0.isLetter && !$0.isASCII }
            && !rest.contains("到") && !blockers.contains(where: rest.contains)
    }

    private func signed(_ plain: String, _ unit: String) -> Target? {
        guard let (name, rest) = OperatorTable.firstSign(in: plain), Self.isName(name) else { return nil }
        var found = Target(text: rest, unit: unit, source: source)
        guard found.isQuantitative, found.isOperatorWritten, found.tolerance == nil, found.quantity.period == nil,
            Self.isUnit(found.quantity.unit)
        else { return nil }
        let ways = Set(Quantity.changes(in: name))
        guard ways.count < 2 else { return nil }
        if let way = ways.first { found.quantity.change = way }
        return found
    }

    // MARK: What was to be done

    private static let deeds = [
        "达到", "达", "完成", "提供", "开展", "举办", "组织", "实现", "建成", "建设", "新建", "改建", "改造", "修建", "培训", "发放", "服务", "检查", "采购",
        "购置", "种植",
        "制定", "编制", "印发", "发布", "维修", "维护", "整治", "治理", "救助", "资助", "扶持", "支持", "安置", "处理", "办理", "新增", "惠及", "受益",
        "接待", "巡查",
        "出版", "演出", "宣传", "慰问", "清理", "更换", "安装", "招聘", "引进", "培育", "创建", "召开",
    ]

    private func done(_ plain: String, _ unit: String) -> Target? {
        guard let start = plain.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
        let name = String(plain[..<start])
        guard Self.isName(name), Quantity.changes(in: name).isEmpty, !OperatorTable.isIn(name),
            !Indicator.isLessBetter(name), !["不", "未", "无", "低", "减", "前", "标准", "少"].contains(where: name.contains),
            Self.deeds.contains(where: { name.hasPrefix($0) || name.hasSuffix($0) }) || name.hasSuffix("率")
                || name.hasSuffix("满意度")
        else { return nil }
        var found = Target(text: String(plain[start...]), unit: unit, source: source)
        guard found.isQuantitative, found.quantity.period == nil, Self.isUnit(found.quantity.unit),
            found.comparison == .atLeast
        else { return nil }
        found.isOperatorWritten = false
        return found
    }

    private static func isUnit(_ unit: String) -> Bool {
        unit.isEmpty || CriterionWords.units.contains(unit) || UnitConversion.isKnown(unit)
    }
}

extension Indicator {
    /// Holds a target in words by the figure among them, where what was reached is a figure as well. Words that were reached are held against words.
    ///
    /// - Parameter unit: The unit that the row gives apart.
    public mutating func readFigureOfTarget(unit: String = "") {
        guard let words = target, !words.isQuantitative, !words.isSaidInWords, let actual,
            let found = words.figureAmongWords(unit: unit)
        else { return }
        let quantity = Quantity(reached: actual.text, for: found, unit: found.quantity.unit.isEmpty ? unit : "")
        guard quantity.number != nil, quantity.period == nil else { return }
        // 全覆盖 beside 12个村 says nothing of a share; and words that agree need no figures.
        if found.quantity.isPercentage, Target.saysAll(words.text), quantity.unit != "%" { return }
        if found.quantity.number == 0, !actual.text.contains(where: \.isNumber),
            ChineseNumeral.scan(actual.text[...]) == nil
        {
            return
        }
        target = found
        actualQuantity = quantity
    }
}
