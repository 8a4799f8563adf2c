import Spreadsheet

/// Cells that should hold a number and hold something else: 10（扣7.77）, 见附件. No rule reckons with them, so none may call the form right.
enum UnclearFigures {
    /// The places, but for those that a finding names as wrong.
    static func places(_ evaluation: Evaluation) -> [UnreadPlace] {
        let named = Set(evaluation.findings.filter { $0.level == .must }.map(\.source))
        let known = Set(evaluation.account.unread.map(\.source))
        var seen: Set<Source> = []
        let unclear = figures(evaluation.submission).compactMap { name, figure -> UnreadPlace? in
            let source = figure.source
            guard figure.value == nil || !isPlain(figure.text), !TextNormalizer.isBlank(figure.text),
                !["不适用", "不涉及"].contains(TextNormalizer.key(figure.text)),
                !named.contains(source), !known.contains(source), seen.insert(source).inserted
            else { return nil }
            return UnreadPlace.notANumber(name, source)
        }
        return unclear + grade(evaluation)
    }

    /// Whether ticks, choices or figures stand beside the name of a grade.
    static func isUnclearGrade(_ text: String) -> Bool {
        text.contains { "□■☑√✓✔▢☐☒●○◉◯／/".contains($0) || $0.isNumber && $0.isASCII }
    }

    /// A grade with more in its cell than its name: 优□ 良☑, 优/良, 优（77.7分）.
    private static func grade(_ evaluation: Evaluation) -> [UnreadPlace] {
        guard let grade = evaluation.submission.printedGrade, let cell = grade.source.cell,
            isUnclearGrade(grade.text) || grade.text.contains("扣"),
            !evaluation.account.unread.contains(where: { $0.source == grade.source })
        else { return [] }
        return [
            UnreadPlace(
                .other, source: grade.source, cells: [cell], message: "等级写的是“\(grade.text)”，看不出是哪一档",
                isBlocking: true)
        ]
    }

    /// Whether a text is a number with its unit and nothing else: no mark, remark or second number.
    private static func isPlain(_ text: String) -> Bool {
        TextNormalizer.narrowed(text).allSatisfy { letter in
            letter.isNumber || letter.isWhitespace || besides.contains(letter)
        }
    }

    private static let besides = Set(".,+-%‰()¥$−﹣'分元万千百亿人民币约")

    private static func figures(_ submission: Submission) -> [(String, SourcedNumber)] {
        var figures: [(String, SourcedNumber)] = []
        for line in submission.budget {
            for column in BudgetColumn.allCases {
                if let amount = line.amounts[column] { figures.append(("\(line.name)的\(column.rawValue)", amount)) }
            }
        }
        for indicator in submission.indicators {
            let own: [(IndicatorColumn, SourcedNumber?)] = [
                (.weight, indicator.weight), (.score, indicator.givenScore), (.coefficient, indicator.coefficient),
            ]
            for case (let column, let figure?) in own {
                figures.append(("“\(indicator.title)”的\(column.rawValue)", figure))
            }
        }
        if let weights = submission.printedWeightTotal { figures.append(("分值合计", weights)) }
        if let total = submission.printedTotal { figures.append(("总分", total)) }
        return figures
    }
}
