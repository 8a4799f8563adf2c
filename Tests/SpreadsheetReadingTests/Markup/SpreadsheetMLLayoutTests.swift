import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// XML Spreadsheet 2003: where things stand, encodings, and files that are wrong.
struct SpreadsheetMLLayoutTests {
    private func text(_ text: String) -> String { "<Data ss:Type=\"String\">\(text)</Data>" }

    private func sheet(_ rows: String) throws -> Sheet {
        try MarkupSupport.read(MarkupSupport.xml(MarkupSupport.sheet(rows))).sheets[0]
    }

    @Test func placesByIndex() throws {
        let sheet = try sheet(
            """
            <Row ss:Index="2"><Cell ss:Index="2">\(text("甲"))</Cell><Cell>\(text("乙"))</Cell></Row>
            <Row/><Row ss:Span="2" ss:Height="20"/><Row><Cell>\(text("丙"))</Cell></Row>
            """)
        #expect(sheet["B2"] == "甲")
        #expect(sheet["C2"] == "乙")
        #expect(sheet["A7"] == "丙")
        #expect([3, 4, 5].map { sheet.rows[$0]?.height } == [20, 20, 20])
    }

    @Test func mergesMoveTheNextCell() throws {
        let sheet = try sheet(
            """
            <Row><Cell ss:MergeAcross="2">\(text("标题"))</Cell><Cell>\(text("后"))</Cell></Row>
            <Row><Cell ss:MergeDown="1">\(text("产出指标"))</Cell><Cell ss:MergeAcross="1" ss:MergeDown="1">\(text("块"))</Cell></Row>
            <Row><Cell ss:Index="4">\(text("末"))</Cell></Row>
            """)
        #expect(sheet.merges.map(\.description) == ["A1:C1", "A2:A3", "B2:C3"])
        #expect(sheet["D1"] == "后")
        #expect(sheet["D3"] == "末")
    }

    @Test func hiddenRowsColumnsAndSheets() throws {
        func options(_ word: String) -> String {
            "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>\(word)</Visible></WorksheetOptions>"
        }
        let rows = """
            <Column ss:Hidden="1" ss:Width="60"/><Column ss:Index="3" ss:Span="1" ss:Hidden="1"/>
            <Row ss:Hidden="1"><Cell>\(text("一"))</Cell></Row><Row><Cell>\(text("二"))</Cell></Row>
            <Row ss:Span="1000000" ss:Hidden="1"/>
            """
        let workbook = try MarkupSupport.read(
            MarkupSupport.xml(
                MarkupSupport.sheet(rows) + MarkupSupport.sheet("", name: "藏", options: options("SheetHidden"))
                    + MarkupSupport.sheet("", name: "深藏", options: options("SheetVeryHidden"))))
        #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
        #expect(workbook.sheets.map(\.name) == ["预算执行", "藏", "深藏"])
        let sheet = workbook.sheets[0]
        #expect(sheet.columns.filter(\.value.hidden).keys.sorted() == [0, 2, 3])
        #expect(sheet.rows.filter(\.value.hidden).keys.sorted() == [0])
    }

    @Test func declaredCountsArePassedOver() throws {
        let text = MarkupSupport.xml(
            """
            <Worksheet ss:Name="表"><Table ss:ExpandedColumnCount="1" ss:ExpandedRowCount="1">
            <Row><Cell>\(text("甲"))</Cell><Cell>\(text("乙"))</Cell></Row><Row><Cell>\(text("丙"))</Cell></Row></Table></Worksheet>
            """)
        #expect(MarkupSupport.grid(try MarkupSupport.read(text).sheets[0]) == [["甲", "乙"], ["丙", ""]])
    }

    @Test func formulasLeaveTheirValues() throws {
        let workbook = try MarkupSupport.read(
            MarkupSupport.xml(
                MarkupSupport.sheet(
                    "<Row><Cell ss:Formula=\"=RC[1]/RC[2]\"><Data ss:Type=\"Number\">0.9426</Data></Cell><Cell ss:Formula=\"=SUM(R1C)\"/></Row>"
                )))
        #expect(workbook.sheets[0][0, 0]?.formula == nil)
        #expect(workbook.sheets[0][0, 0]?.shown == "0.9426")
        #expect(workbook.readingNotes.contains { $0.contains("2 格是公式") && $0.contains("1 格没有保存结果") })
    }

    @Test func prefixesPlayNoPart() throws {
        let text = """
            <?xml version='1.0'?><t:Workbook xmlns:t='urn:schemas-microsoft-com:office:spreadsheet'
            xmlns:e='urn:schemas-microsoft-com:office:excel'><t:Worksheet t:Name='支出'><t:Table><t:Row t:Index='2'>
            <t:Cell><t:Data t:Type='Number'>537.81</t:Data></t:Cell></t:Row></t:Table><e:WorksheetOptions><e:Visible>SheetHidden</e:Visible>
            </e:WorksheetOptions></t:Worksheet></t:Workbook>
            """
        let sheet = try MarkupSupport.read(text).sheets[0]
        #expect(sheet["A2"] == "537.81")
        #expect(sheet.visibility == .hidden)
    }

    @Test func encodings() throws {
        let plain = MarkupSupport.xml(MarkupSupport.sheet("<Row><Cell>\(text("某区财政局执行情况"))</Cell></Row>"))
        for name in ["GB2312", "gbk", "GB18030"] {
            let declared = plain.replacing(
                "<?xml version=\"1.0\"?>", with: "<?xml version=\"1.0\" encoding=\"\(name)\"?>")
            let workbook = try MarkupSupport.read(MarkupSupport.encoded(declared, "GB18030"))
            #expect(workbook.sheets[0]["A1"] == "某区财政局执行情况")
            #expect(try MarkupSupport.read(declared).sheets[0]["A1"] == "某区财政局执行情况")
        }
        #expect(try MarkupSupport.read(MarkupSupport.utf16(plain)).sheets[0]["A1"] == "某区财政局执行情况")
        #expect(try MarkupSupport.read("\u{FEFF}\n" + plain).sheets[0]["A1"] == "某区财政局执行情况")
        #expect(try MarkupSupport.read(MarkupSupport.encoded(plain, "GB18030")).sheets[0].name == "预算执行")
    }

    static let wrong: [(what: String, rows: String, says: String, code: ToolError.Code)] = [
        ("row backwards", "<Row ss:Index=\"3\"/><Row ss:Index=\"2\"/>", "行号 2", .notReadableDamaged),
        ("cell backwards", "<Row><Cell ss:Index=\"3\"/><Cell ss:Index=\"3\"/></Row>", "C1", .notReadableDamaged),
        ("row too far", "<Row ss:Index=\"1048577\"/>", "行数超过", .notReadableTooLarge),
        ("column too far", "<Row><Cell ss:Index=\"16385\"/></Row>", "列数超过", .notReadableTooLarge),
        ("index zero", "<Row ss:Index=\"0\"/>", "行号是 0", .notReadableDamaged),
        (
            "text too long",
            "<Row><Cell><Data ss:Type=\"String\">\(String(repeating: "字", count: 32_768))</Data></Cell></Row>",
            "32767", .notReadableTooLarge
        ),
        (
            "too deep", "<Row><Cell><Data ss:Type=\"String\">\(String(repeating: "<html:B>", count: 300))", "嵌套层数超过",
            .notReadableTooLarge
        ),
        ("not well formed", "<Row><Cell></Row>", "不是正确的 XML", .notReadableDamaged),
    ]

    @Test(arguments: wrong)
    func whatCannotBeRightIsRefused(what: String, rows: String, says: String, code: ToolError.Code) throws {
        let error = #expect(throws: ToolError.self) { try sheet(rows) }
        #expect(error?.code == code)
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("导出.xls") == true)
    }

    @Test func documentTypesAreRefused() throws {
        let text = MarkupSupport.xml(MarkupSupport.sheet("<Row><Cell>\(text("&a;"))</Cell></Row>"))
            .replacing(
                "<?mso-application",
                with: "<!DOCTYPE Workbook [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><?mso-application")
        let error = #expect(throws: ToolError.self) { try MarkupSupport.read(text) }
        #expect(error?.message.contains("DTD") == true)
    }

    @Test func hugeSpansAreClamped() throws {
        let sheet = try sheet(
            "<Column ss:Span=\"2000000000\"/><Row ss:Span=\"2000000000\"><Cell ss:MergeAcross=\"2000000000\" ss:MergeDown=\"99999999999\">\(text("大"))</Cell></Row>"
        )
        #expect(sheet.merges.map(\.description) == ["A1:XFD1"])
    }

    @Test func aCutFileIsNeverWhole() throws {
        let rows = (1...5).map {
            "<Row><Cell>\(text("项目\($0)"))</Cell><Cell><Data ss:Type=\"Number\">570.54</Data></Cell></Row>"
        }
        let bytes = Array(MarkupSupport.xml(MarkupSupport.sheet(rows.joined())).utf8)
        for count in 400..<bytes.count - 1 {
            let error = #expect(throws: ToolError.self) { try MarkupSupport.read(Array(bytes[..<count])) }
            #expect(error?.code == .notReadableDamaged)
            #expect(error?.message.contains("项目") == false)
        }
    }

    @Test func changedBytesNeverCrash() throws {
        let rows =
            "<Row ss:Index=\"2\"><Cell ss:MergeAcross=\"2\">\(text("单位名称"))</Cell><Cell><Data ss:Type=\"Number\">570.54</Data></Cell></Row>"
        let bytes = Array(MarkupSupport.xml(MarkupSupport.sheet(rows)).utf8)
        for seed in 1...400 {
            do {
                _ = try MarkupSupport.read(MarkupSupport.mutated(bytes, seed: UInt64(seed)))
            } catch is ToolError {}
        }
    }
}

extension Sheet {
    /// What is shown in a cell by its address.
    subscript(address: String) -> String? { CellReference(address).flatMap { self[$0]?.shown } }
}
