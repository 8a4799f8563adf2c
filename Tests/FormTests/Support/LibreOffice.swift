import Foundation

/// LibreOffice as a judge: it recalculates and prints what we wrote. It has a profile and fonts of the tests' own.
struct LibreOffice {
    /// Folder of this run: profile, fonts, results.
    let folder: String

    /// The faces that stand in for those that are not on every machine.
    private static let fonts = Repository.root + "/Tests/Fixtures/fonts.conf"

    static let isInstalled = ["/usr/bin/soffice", "/usr/bin/pdftotext"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    init() throws {
        folder = try Repository.temporaryFolder()
        let user = folder + "/profile/user"
        try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
        // Formulas of an XLSX are recalculated on load only when told so: 0 is "always".
        try """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
        <value>0</value></prop></item>
        </oor:items>
        """.write(toFile: user + "/registrymodifications.xcu", atomically: true, encoding: .utf8)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Converts a file; gives the path of the result.
    func convert(_ path: String, to kind: String) throws -> String {
        let out = folder + "/out-\(kind)"
        _ = try Command.run(
            "/usr/bin/soffice",
            [
                "--headless", "-env:UserInstallation=file://\(folder)/profile", "--convert-to", kind, "--outdir", out,
                path,
            ], environment: ["FONTCONFIG_FILE": Self.fonts, "HOME": folder])
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return out + "/\(name).\(kind)"
    }

    /// The text of each page of a PDF without white space.
    func pages(ofPDF path: String) throws -> [String] {
        try Command.run("/usr/bin/pdftotext", ["-raw", path, "-"]).output.split(separator: "\u{0C}").map { page in
            page.filter { !$0.isWhitespace }
        }
    }

    /// The text of a PDF without white space.
    func text(ofPDF path: String) throws -> String {
        let text = try Command.run("/usr/bin/pdftotext", ["-raw", path, "-"]).output
        return text.filter { !$0.isWhitespace }
    }
}
