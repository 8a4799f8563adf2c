import Spreadsheet

/// What changed in the sizes of rows and columns, and which of them are hidden.
struct SizeDiff {
    let old: BlankSheet
    let new: BlankSheet
    let alignment: SheetAlignment

    /// Differences below these are a program's rounding: points of a row, characters of a column.
    private static let leastHeight = 0.5
    private static let leastWidth = 0.3

    func changes() -> [FormChange] {
        var heights: [(text: String, pair: (Int, Int))] = []
        var hidden: [(text: String, pair: (Int, Int))] = []
        for (row, other) in alignment.rows.forward.sorted(by: { $0.key < $1.key }) {
            let (before, after) = (old.view.sheet.rows[row], new.view.sheet.rows[other])
            if (before?.hidden ?? false) != (after?.hidden ?? false) {
                hidden.append((after?.hidden == true ? "隐藏了" : "不再隐藏", (row, other)))
            }
            // A height that a program reckoned from the text is nobody's.
            let isSet = before?.isAutomatic == false || after?.isAutomatic == false
            let (one, two) = (height(old, row), height(new, other))
            if isSet, abs(one - two) > Self.leastHeight {
                heights.append(("行高由 \(number(one)) 改为 \(number(two)) 磅", (row, other)))
            }
        }
        var widths: [(text: String, pair: (Int, Int))] = []
        var hiddenColumns: [(text: String, pair: (Int, Int))] = []
        for (column, other) in alignment.columns.forward.sorted(by: { $0.key < $1.key }) {
            let (before, after) = (old.view.sheet.columns[column], new.view.sheet.columns[other])
            if (before?.hidden ?? false) != (after?.hidden ?? false) {
                hiddenColumns.append((after?.hidden == true ? "隐藏了" : "不再隐藏", (column, other)))
            }
            let (one, two) = (old.width(column), new.width(other))
            if abs(one - two) > Self.leastWidth {
                widths.append(("列宽由 \(number(one)) 改为 \(number(two))", (column, other)))
            }
        }
        return told(.hidden, hidden, isRow: true) + told(.hidden, hiddenColumns, isRow: false)
            + told(.size, heights, isRow: true) + told(.size, widths, isRow: false)
    }

    private func height(_ sheet: BlankSheet, _ row: Int) -> Double {
        sheet.view.sheet.rows[row]?.height ?? sheet.view.sheet.defaultRowHeight
    }

    private func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }

    /// Lines that changed alike are told together.
    private func told(
        _ kind: FormChange.Kind, _ found: [(text: String, pair: (Int, Int))], isRow: Bool
    ) -> [FormChange] {
        var order: [String] = []
        var pairs: [String: [(Int, Int)]] = [:]
        for entry in found {
            if pairs[entry.text] == nil { order.append(entry.text) }
            pairs[entry.text, default: []].append(entry.pair)
        }
        return order.compactMap { text in
            guard let own = pairs[text], let first = own.first else { return nil }
            func place(_ index: Int) -> CellReference {
                isRow ? CellReference(row: index, column: 0) : CellReference(row: 0, column: index)
            }
            let names = runs(own.map(\.1)).map { run -> String in
                func name(_ index: Int) -> String { isRow ? "\(index + 1)" : CellReference.letters(ofColumn: index) }
                return run.count == 1 ? name(run.lowerBound) : "\(name(run.lowerBound))—\(name(run.upperBound))"
            }
            let lines = isRow ? "第 \(names.joined(separator: "、")) 行" : "\(names.joined(separator: "、")) 列"
            return FormChange(
                kind, before: old.source(place(first.0)), after: new.source(place(first.1)),
                message: "\(lines)\(kind == .hidden ? "" : "的")\(text)。")
        }
    }

    private func runs(_ lines: [Int]) -> [ClosedRange<Int>] {
        lines.sorted().reduce(into: []) { runs, line in
            if let last = runs.last, last.upperBound + 1 == line {
                runs[runs.count - 1] = last.lowerBound...line
            } else {
                runs.append(line...line)
            }
        }
    }
}
