import SpreadsheetReading
import TestProgram
import Testing

/// Big5 is named and not guessed; what is said is read.
struct Big5Tests {
    private static func encoded(_ text: String, _ name: String) throws -> [UInt8] {
        let converter = try #require(TextConverter(from: "UTF-8", to: name))
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        let done = bytes.withUnsafeBytes { converter.convert($0, into: &result) }
        try #require(done == bytes.count)
        return result
    }

    static let traditional = [
        "項目,金額\n辦公費,570.54\n", "單位名稱,年度,預算數\n教育局,2024年,12\n", "日期,摘要,金額\n2024年1月5日,購買電腦,1234.5\n",
        "許功蓋,1\n成功,2\n", "不足的部分由本年度預算支付,1\n",
    ]

    @Test(arguments: traditional)
    func itIsNamedAndReadWhenSaid(text: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.encoded(text, "BIG5"), as: "導出.csv")
        for command in [["convert", "導出.csv", "-o", "-", "--to", "csv"], ["sheets", "導出.csv"], ["check", "導出.csv"]] {
            let run = try program.run(command)
            #expect(run.status == 65 && run.errors.contains("Big5 编码"), "\(command) \(run.errors)")
            #expect(run.errors.contains("--encoding big5"))
        }
        let run = try program.run("convert", "導出.csv", "-o", "-", "--to", "csv", "--encoding", "big5")
        #expect(run.status == 0 && run.output == text, "\(run.errors)")
    }

    /// Simplified and traditional characters in GB 18030, with rare ones, signs and kana, are no Big5.
    @Test(arguments: [
        "项目,金额\n办公费,570.54\n", "姓名,金额\n李珺,1\n王喆,2\n", "項目,金額\n辦公費,570.54\n", "①,②\n一、,（二）\n", "カタカナ,ひらがな\n東京,1\n",
        "√,≥20\n×,是\n", "单位名称,年度,预算数\n教育局,2024年,12\n", "朱镕基,陶喆,张珺\n",
    ])
    func gb18030IsNotTakenForIt(text: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.encoded(text, "GB18030"), as: "导出.csv")
        let run = try program.run("convert", "导出.csv", "-o", "-", "--to", "csv")
        #expect(!run.errors.contains("Big5"), "\(run.errors)")
    }
}
