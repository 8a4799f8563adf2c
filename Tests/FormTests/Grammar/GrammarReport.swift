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
    var refused: Int { forms.count { !$0.verdict.refused.isEmpty } }

    /// The measures in one line.
    var summary: String {
        let wrong = forms.count { !$0.verdict.isRight }
        let figures = forms.reduce(0) { $0 + $1.verdict.figures }
        let named = forms.reduce(0) { $0 + $1.verdict.named }
        let faults = "查出 \(planted - missed)/\(planted)（\(String(format: "%.1f", recall))%）"
        return "\(forms.count) 张：全对 \(forms.count - wrong)，\(faults)，误报必须改正 \(falseMusts)，读错或漏读的数 \(misread)/\(figures)"
            + "（另有 \(named) 个说了没有读懂），没有读的表 \(refused)"
    }

    /// What failed, by kind, and the choices that failing forms have more often than others.
    var table: String {
        var lines = [summary, "", "各类问题："]
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.refused.map(Self.kind)) }, "没有读")
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.falseMusts.map(\.rule)) }, "误报")
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.misread.map(\.kind)) }, "读错")
        lines += Self.counted(forms.map { ($0.form.seed, $0.verdict.missed.map(\.rule)) }, "漏报")
        lines += ["", "选择 → 有问题的表（比平均多的在前）："]
        let average = Double(forms.count { !$0.verdict.isRight }) / Double(max(1, forms.count))
        var counts: [String: (wrong: Int, all: Int)] = [:]
        for (form, verdict) in forms {
            for choice in form.choices + verdict.templates.prefix(1).map({ ("模板", $0) }) {
                let key = "\(choice.name)＝\(choice.choice)"
                counts[key, default: (0, 0)].all += 1
                if !verdict.isRight { counts[key, default: (0, 0)].wrong += 1 }
            }
        }
        // How many failures more than on average: a rare choice that always fails, and a common one that often does.
        func weight(_ count: (wrong: Int, all: Int)) -> Double { Double(count.wrong) - average * Double(count.all) }
        lines += counts.sorted { (weight($0.value), $1.key) > (weight($1.value), $0.key) }.prefix(60).map {
            key, count in
            "  \(key)\t\(count.wrong)/\(count.all)"
        }
        return lines.joined(separator: "\n")
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
        lines += form.pages.map { "〔\($0.grid.sheet.name)〕\n\($0.grid.text)" }
        return lines.joined(separator: "\n")
    }
}
