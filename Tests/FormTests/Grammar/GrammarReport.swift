import Foundation

/// What came of many generated forms: the measures, and which choices go with failures.
struct GrammarReport {
    var forms: [(form: GrammarForm, verdict: GrammarVerdict)]

    var planted: Int { forms.reduce(0) { $0 + $1.verdict.planted.count } }
    var missed: Int { forms.reduce(0) { $0 + $1.verdict.missed.count } }
    /// Faults that were found, in per cent.
    var recall: Double { planted == 0 ? 100 : Double(planted - missed) * 100 / Double(planted) }
    var falseMusts: Int { forms.reduce(0) { $0 + $1.verdict.falseMusts.count } }
    var misread: Int { forms.reduce(0) { $0 + $1.verdict.misread.count } }
    /// Forms of which the person is asked something.
    var asked: Int { forms.count { !$0.verdict.asked.isEmpty } }
    var refused: Int { forms.count { !$0.verdict.refused.isEmpty } }

    /// The measures in one line.
    var summary: String {
        let wrong = forms.count { !$0.verdict.isRight }
        let figures = forms.reduce(0) { $0 + $1.verdict.figures }
        let named = forms.reduce(0) { $0 + $1.verdict.named }
        let faults = "查出 \(planted - missed)/\(planted)（\(String(format: "%.1f", recall))%）"
        return "\(forms.count) 张：全对 \(forms.count - wrong)，\(faults)，误报必须改正 \(falseMusts)，读错或漏读的数 \(misread)/\(figures)"
            + "（另有 \(named) 个说了没有读懂），没有读的表 \(refused)，要问人的表 \(asked)"
    }

    /// What failed, by kind, and the choices that failing forms have more often than others.
    var table: String {
        var lines = [summary, "", "各类问题："]
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.refused.map(Self.kind)) }, "没有读")
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.falseMusts.map(\.rule)) }, "误报")
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.misread.map(\.kind)) }, "读错")
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.missed.map(\.rule)) }, "漏报")
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.asked) }, "问")
        lines += ["", "选择 → 有问题的表（每一行都不计前面各行的表）："]
        lines += causes()
        return lines.joined(separator: "\n")
    }

    /// The choices that go with failures, the weightiest first; the forms of each are left out of those that follow: a choice that only stands
    /// beside a bad one is not accused.
    private func causes() -> [String] {
        var left = forms
        var lines: [String] = []
        while lines.count < 40, left.contains(where: { !$0.verdict.isRight }) {
            let average = Double(left.count { !$0.verdict.isRight }) / Double(left.count)
            var counts: [String: (wrong: Int, all: Int)] = [:]
            for (form, verdict) in left {
                for choice in form.choices {
                    let key = "\(choice.name)＝\(choice.choice)"
                    counts[key, default: (0, 0)].all += 1
                    if !verdict.isRight { counts[key, default: (0, 0)].wrong += 1 }
                }
            }
            // Failures more than on average, in units of how much chance alone would make.
            func weight(_ count: (wrong: Int, all: Int)) -> Double {
                (Double(count.wrong) - average * Double(count.all))
                    / (Double(count.all) * average * (1.02 - average)).squareRoot()
            }
            guard let worst = counts.max(by: { (weight($0.value), $1.key) < (weight($1.value), $0.key) }) else { break }
            guard weight(worst.value) > 1.5 else { break }
            let own = left.filter { $0.form.has(worst.key) }
            let seeds = own.filter { !$0.verdict.isRight }.prefix(6).map { "\($0.form.seed)" }.joined(separator: " ")
            lines.append("  \(worst.key)\t\(worst.value.wrong)/\(worst.value.all)\t\(seeds)")
            left.removeAll { $0.form.has(worst.key) }
        }
        let rest = left.filter { !$0.verdict.isRight }
        lines.append(
            "  其余\t\(rest.count)/\(left.count)\t" + rest.prefix(20).map { "\($0.form.seed)" }.joined(separator: " "))
        return lines
    }

    /// Which choices fail alone, in forms that are plain in all else; of the forms of one choice the first that fails is named.
    static func alone(_ forms: [(choice: String, form: GrammarForm, verdict: GrammarVerdict)]) -> String {
        var order: [String] = []
        var counts: [String: (wrong: Int, all: Int, first: String)] = [:]
        for (choice, form, verdict) in forms {
            if counts[choice] == nil { order.append(choice) }
            counts[choice, default: (0, 0, "")].all += 1
            if verdict.isRight { continue }
            if counts[choice]?.wrong == 0 { counts[choice]?.first = "\(form.seed) \(verdict.first.prefix(90))" }
            counts[choice]?.wrong += 1
        }
        let lines = order.compactMap { choice -> String? in
            guard let count = counts[choice], count.wrong > 0 else { return nil }
            return "  \(choice)\t\(count.wrong)/\(count.all)\t\(count.first)"
        }
        return "单独一项就读错的（\(lines.count)/\(order.count)）：\n" + lines.joined(separator: "\n")
    }

    /// What a refusal says, without what is only this form's.
    private static func kind(_ refusal: String) -> String {
        let sentence = refusal.split(separator: "。")[0].split(separator: "：")[0]
        return String(sentence.drop { $0 == "〔" || $0.isNumber || $0.isASCII }.filter { !$0.isNumber }.prefix(30))
    }

    private static func counted(_ seeds: [(seed: Int, kinds: [String])], _ title: String) -> [String] {
        var counts: [String: (count: Int, seeds: [Int])] = [:]
        for (seed, kinds) in seeds {
            for kind in kinds { counts[kind, default: (0, [])].count += 1 }
            for kind in Set(kinds) { counts[kind, default: (0, [])].seeds.append(seed) }
        }
        return counts.sorted { ($0.value.seeds.count, $1.key) > ($1.value.seeds.count, $0.key) }.map { kind, count in
            let seeds = count.seeds.prefix(6).map(String.init).joined(separator: " ")
            return "  \(title) \(kind)\t\(count.count) 处，\(count.seeds.count) 张\t\(seeds)"
        }
    }

    /// All that is known of one form: for the person who looks into why it fails.
    static func details(_ form: GrammarForm, _ verdict: GrammarVerdict) -> String {
        var lines = ["种子 \(form.seed)（单独运行：ZIPINGBIAO_SEED=\(form.seed)）"]
        lines.append("选择：" + form.choices.map { "\($0.name)＝\($0.choice)" }.joined(separator: "，"))
        lines.append("认作：" + verdict.templates.joined(separator: "，"))
        for page in form.pages {
            let faults = page.faults.map { fault in
                fault.rule + fault.places.prefix(1).map { " \($0) \(page.grid.cells[$0]?.description ?? "")" }.joined()
            }
            lines.append("〔\(page.grid.sheet.name)〕放入：" + faults.joined(separator: "；"))
        }
        lines += verdict.refused.map { "没有读：\($0)" } + verdict.missed.map { "漏报：\($0.text)" }
        lines += verdict.falseMusts.map { "误报：\($0.text)" } + verdict.misread.map { "读错：\($0.text)" }
        lines += verdict.asked.map { "问：\($0)" }
        lines += form.pages.map { "〔\($0.grid.sheet.name)〕\n\($0.grid.text)" }
        return lines.joined(separator: "\n")
    }
}

extension GrammarForm {
    /// Whether this was chosen for it: `表头＝一行`.
    fileprivate func has(_ choice: String) -> Bool { choices.contains { "\($0.name)＝\($0.choice)" == choice } }
}
