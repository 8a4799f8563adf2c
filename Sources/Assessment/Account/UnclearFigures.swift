import Spreadsheet

/// Cells that should hold a number and hold something else: 10（扣7.77）, 见附件. No rule reckons with them, so none may call the form right.
enum UnclearFigures {
    /// The places, but for those that a finding names as wrong and those that the person told.
    static func places(_ evaluation: Evaluation) -> [UnreadPlace] {
        let named = Set(evaluation.findings.filter { $0.level == .must }.map(\.source))
        let told = Set(evaluation.account.told.map(\.source))
        let known = Set(evaluation.account.unread.map(\.source))
        var seen: Set<Source> = []
        return figures(evaluation.submission).compactMap { name, figure in
            let source = figure.source
            guard figure.value == nil, !TextNormalizer.isBlank(figure.text), let cell = source.cell,
                !["不适用", "不涉及"].contains(TextNormalizer.key(figure.text)),
                !named.contains(source), !told.contains(source), !known.contains(source), seen.insert(source).inserted
            else { return nil }
            return UnreadPlace(
                .other, source: source, cells: [cell], holdsFigures: true,
                message: "\(name)写的是“\(figure.text)”，不是一个数", isBlocking: true)
        }
    }

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
