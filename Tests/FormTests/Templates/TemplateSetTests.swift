import Foundation
import FormTemplates
import Spreadsheet
import Testing

@Suite struct TemplateSetTests {
    private static let places: [(environment: [String: String], path: String?)] = [
        (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], "/c/zipingbiao/templates"),
        (["HOME": "/h"], "/h/.config/zipingbiao/templates"),
        (["XDG_CONFIG_HOME": "", "HOME": "/h"], "/h/.config/zipingbiao/templates"),
        (["XDG_CONFIG_HOME": "c", "HOME": "/h"], "/h/.config/zipingbiao/templates"), ([:], nil),
    ]

    @Test(arguments: places)
    func theOwnFolderIsWhereOthersKeepTheirs(environment: [String: String], path: String?) {
        #expect(TemplateSet.ownFolder(environment: environment) == path)
    }

    @Test func ownOnesGoBeforeShippedOnes() throws {
        let folders = try [Repository.temporaryFolder(), Repository.temporaryFolder()]
        defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
        let yaml = TemplateFixture.yaml
        _ = try TemplateFixture.write(yaml, in: folders[0])
        let alone = TemplateSet(shipped: TemplateFolder(path: folders[0]), own: nil)
        #expect(try alone.origin(of: "t") == .shipped && alone.origin(of: "u") == nil)
        _ = try TemplateFixture.write(yaml.replacingOccurrences(of: "title: 表", with: "title: 我的表"), in: folders[1])
        let both = TemplateSet(
            shipped: TemplateFolder(path: folders[0]), own: TemplateFolder(path: folders[1]))
        #expect(try both.identifiers() == ["t"])
        #expect(try both.origin(of: "t") == .own && both.template("t").title == "我的表")
        #expect(try both.folder(of: "t") == folders[1] + "/t")
        let error = #expect(throws: ToolError.self) { try both.template("u") }
        #expect(error?.code == .templateMissing && error?.advice.contains("t") == true)
    }
}
