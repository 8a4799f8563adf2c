import TestArchive

/// A ledger as the tests convert it.
enum Ledger {
    static let text = """
        单位编码,单位名称,支出日期,全年预算数,全年执行数,执行率,备注
        000044011200100000001,广州市黄埔区妇女联合会,2022-06-30,570.54,537.81,94.26%,"=SUM(A1), 不是公式"
        000044011200100000002,某某局,2022-12-31,1234.5,0,0.00%,@某人
        000044011200100000003,"有""引号""的
        单位",2022-01-01,-3,+8,100%,-

        """

    /// A workbook of three sheets: hidden, visible, very hidden.
    static func workbook() -> Archive {
        .workbook(sheets: [
            .init("底稿", sheet([["底稿", "1"]]), state: "hidden"),
            .init("预算", sheet([["单位名称", "金额"], ["某某局", "570.53999999999996"]])),
            .init("决算", sheet([["单位名称", "金额"], ["某某局", "537.81"]]), state: "veryHidden"),
        ])
    }

    /// A workbook of one sheet with shared texts.
    static func archive(_ sheet: String, strings: String) -> Archive { .workbook(sheet, strings: strings) }

    /// A sheet of rows: what begins with a digit is a number, all else text.
    static func sheet(_ rows: [[String]]) -> String {
        let list = rows.enumerated().map { index, row in
            let cells = row.enumerated().map { column, text in
                let place = "r=\"\(["A", "B", "C"][column])\(index + 1)\""
                return text.first?.isNumber == true
                    ? "<c \(place)><v>\(text)</v></c>" : "<c \(place) t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(index + 1)\">\(cells.joined())</row>"
        }
        return "<worksheet xmlns=\"MAIN\"><sheetData>\(list.joined())</sheetData></worksheet>"
    }
}
