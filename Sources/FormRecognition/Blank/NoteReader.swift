import Assessment
import Foundation
import Spreadsheet

/// Reads weights, grades, bands and limits out of what a form prints beside its slots.
struct NoteReader {
    private let text: String
    private let key: String

    init(text: String) {
        self.text = text.filter { !$0.isNewline }
        key = TextNormalizer.key(text)
    }

    /// Puts what the note says into a form that does not know it yet.
    func read(into form: inout LearnedForm) {
        readWeights(into: &form)
        readGrades(into: &form)
        readBands(into: &form)
        if let limit = number(after: "执行率低于"), key.contains("说明") {
            form.lowRate = limit
            form.basis["BUD-07"] = text
        }
        if key.contains("预算调整"), key.contains("说明"), key.contains("原因") {
            form.asksForAdjustment = true
            form.basis["BUD-08"] = text
        }
    }

    /// The number of characters that `（200字以内）` allows.
    static func limit(in text: String) -> Int? {
        let key = TextNormalizer.key(text)
        guard let mark = key.range(of: "字以内") else { return nil }
        let digits = String(key[..<mark.lowerBound].reversed().prefix { $0.isNumber }.reversed())
        return Int(digits)
    }

    // MARK: Weights

    /// 产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分.
    private func readWeights(into form: inout LearnedForm) {
        for index in form.levels.indices where form.levels[index].weight == nil {
            guard let points = points(after: form.levels[index].name) else { continue }
            form.levels[index].weight = points
            form.basis["WGT-02"] = text
        }
        if form.rateWeight == nil, let points = points(after: "执行率"), form.ratePlace == .budget {
            form.rateWeight = points
            form.basis["WGT-02"] = text
        }
    }

    /// The points that stand right behind a name: 产出指标50分, 产出指标为50分.
    private func points(after name: String) -> Decimal? {
        let name = TextNormalizer.key(name)
        var rest = key[...]
        while let found = rest.range(of: name) {
            var tail = rest[found.upperBound...]
            for word in ["分值", "权重", "设置", "统一", "为", ":", "占", "("] {
                if tail.hasPrefix(word) { tail = tail.dropFirst(word.count) }
            }
            let digits = tail.prefix { $0.isNumber || $0 == "." }
            if !digits.isEmpty, tail.dropFirst(digits.count).hasPrefix("分") {
                return DecimalText.number(String(digits))
            }
            rest = rest[found.upperBound...]
        }
        return nil
    }

    private func number(after words: String) -> Decimal? {
        guard let found = key.range(of: words) else { return nil }
        return DecimalText.number(String(key[found.upperBound...].prefix { $0.isNumber || $0 == "." }))
    }

    // MARK: Grades

    /// 90（含）以上为优、80（含）-90为良、60（含）-80为中、60以下为差.
    private func readGrades(into form: inout LearnedForm) {
        guard form.grades.isEmpty, let grades = PrintedGrades.grades(in: text) else { return }
        form.grades = grades
        form.basis["SCO-06"] = text
    }

    // MARK: Bands

    /// 达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档 … 100-80%（含80%）、80-60%（含60%）、60-0%.
    private func readBands(into form: inout LearnedForm) {
        guard form.bands.isEmpty, let end = ["三档", "四档", "五档", "三个等次", "四个等次"].compactMap({ key.range(of: $0) }).first
        else { return }
        let start = ["指标按", "按", "分为"].compactMap { key.range(of: $0)?.upperBound }.first { $0 < end.lowerBound }
        let names = key[(start ?? key.startIndex)..<end.lowerBound].split(separator: "、").map(String.init)
        let shares = shares(in: key[end.upperBound...])
        guard names.count == shares.count, names.count >= 2 else {
            if shares.count >= 2 {
                let text = "表上印了定性指标的档次（\(self.text.prefix(40))…），没有写各档的名称，请在 template.yaml 的 bands 里补上。"
                form.questions.append(.init(cell: nil, text: text))
            }
            return
        }
        form.bands = zip(names, shares).map { name, share in
            Standard.Band(names: Self.words(for: name), from: share.low, to: share.high)
        }
        form.basis["bands"] = text
    }

    /// The shares as pairs: 100-80%、80-60%, or one row of limits: 100-80-50-0.
    private func shares(in text: Substring) -> [(high: Decimal, low: Decimal)] {
        var pairs: [(Decimal, Decimal)] = []
        for piece in text.split(whereSeparator: { "、,;，；".contains($0) }) {
            let plain = piece.prefix { $0 != "(" }
            let numbers = plain.split { !($0.isNumber || $0 == ".") }.compactMap { DecimalText.number(String($0)) }
            if numbers.count == 2 {
                pairs.append((max(numbers[0], numbers[1]), min(numbers[0], numbers[1])))
            } else if numbers.count > 2 {
                return zip(numbers, numbers.dropFirst()).map { (max($0, $1), min($0, $1)) }
            }
        }
        return pairs
    }

    /// A band is named in full by the form, and in short by people.
    private static func words(for name: String) -> [String] {
        let short = ["未达成", "未完成", "部分达成", "部分完成", "基本达成"].first { name.hasPrefix($0) }
        guard let short, short != name else { return name.hasPrefix("达成") && name != "达成" ? [name, "达成"] : [name] }
        return [name, short]
    }
}
