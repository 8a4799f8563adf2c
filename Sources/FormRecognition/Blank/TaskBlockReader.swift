import Assessment
import Spreadsheet

/// Finds the rows of 年度重点工作任务完成情况.
struct TaskBlockReader {
    let page: FormPage

    /// The block; nil when the form has none.
    func read() -> FormMap.RepeatBlock? {
        for row in 0..<page.last.row {
            var columns: [String: Int] = [:]
            for (column, text) in page.texts(in: row) {
                switch TextNormalizer.key(text) {
                case "重点工作任务", "年度重点工作任务", "工作任务", "任务名称", "主要任务": columns["任务"] = column
                case "完成情况", "实际完成情况", "任务完成情况": columns["完成情况"] = column
                case "未完成原因", "未完成原因分析", "原因", "未完成原因及改进措施": columns["原因"] = column
                default: break
                }
            }
            guard columns["任务"] != nil, columns["完成情况"] != nil else { continue }
            var end = row
            // The vertical label of the block stands in the first column, merged over it: only cells without text count.
            while end < page.last.row, page.texts(in: end + 1).isEmpty { end += 1 }
            if end > row { return FormMap.RepeatBlock(headingRow: row, rows: row + 1...end, columns: columns) }
        }
        return nil
    }
}
