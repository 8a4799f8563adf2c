import Assessment
import FormTemplates
import Spreadsheet

/// Facts of which several stand together, and those that go on in the cells below.
extension FactFinder {
    /// What goes on under a value: 目标2 under 目标1, or whatever stands beside a label that reaches down.
    ///
    /// - Parameter first: The column before which a row that goes on holds nothing: a label there begins something else.
    func more(below value: CellReference, label: CellReference?, first: Int) -> [CellReference] {
        let reach = label.map { view.range($0.row, $0.column).rows }
        var places: [CellReference] = []
        var row = view.range(value.row, value.column).last.row + 1
        while !ownRows.contains(row), view.texts(in: row).allSatisfy({ $0.column >= first }),
            let text = view.texts(in: row).first(where: { $0.column == value.column }),
            Self.isNumbered(text.text) || reach?.contains(row) ?? false, target(text) == nil,
            view.amount(row, text.column).value == nil
        {
            places.append(CellReference(row: row, column: value.column))
            row = view.range(row, value.column).last.row + 1
        }
        return places
    }

    /// 目标2：….
    static func isNumbered(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        return key.hasPrefix("目标") && (key.dropFirst(2).first.map { $0.isNumber || "一二三四五六七八九".contains($0) } ?? false)
    }

    /// 自评得分：98分, and nothing else.
    private func isPoints(_ piece: (label: String, value: String)) -> Bool {
        guard name(Label(piece.label)) == .total else { return false }
        let plain = TextNormalizer.narrowed(piece.value)
        return DecimalText.number(plain.hasSuffix("分") ? String(plain.dropLast()) : plain) != nil
    }

    /// 填报人：张三   联系电话：123: several facts in one cell. Gives whether there are.
    mutating func findSeveral(_ row: Int, _ text: ViewText) -> Bool {
        var pieces: [(label: String, value: String)] = []
        for word in text.text.split(whereSeparator: \.isWhitespace) {
            if let parts = Self.parts(String(word)), (2...14).contains(parts.label.count),
                name(Label(parts.label)) != nil || words.labels.isOfPaper(parts.label)
            {
                pieces.append(parts)
            } else if let last = pieces.indices.last {
                pieces[last].value += (pieces[last].value.isEmpty ? "" : " ") + word
            } else {
                return false
            }
        }
        let facts = pieces.compactMap { piece in
            piece.value.isEmpty ? nil : name(Label(piece.label)).map { (name: $0, value: piece.value) }
        }
        // A figure that is said by the way is nobody's.
        guard pieces.count >= 2, !facts.isEmpty,
            !pieces.contains(where: { SaidFigure.isIn($0.value) && !isPoints($0) })
        else { return false }
        let place = CellReference(row: row, column: text.column)
        for var fact in facts {
            // 自评得分：98分.
            if fact.name == .total, fact.value.hasSuffix("分") { fact.value.removeLast() }
            found.append(
                FactBlock(
                    target: .fact(fact.name), label: place, value: place, text: fact.value,
                    slot: view.source(row, text.column)))
        }
        return true
    }
}
