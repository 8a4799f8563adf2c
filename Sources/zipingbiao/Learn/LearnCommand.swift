import ArgumentParser
import FormJobs
import Foundation
import Reports

/// `learn`: a bureau's blank becomes a template of the person's own.
struct LearnCommand: ParsableArguments, ProgramCommand {
    @Argument var blank: String
    @Option var id: String?
    @Option var sheet: String?
    @Option var templates: String?
    @Flag var force = false
    @Flag var quiet = false

    static var spec: CommandSpec {
        CommandSpec(
            name: "learn", options: ["--id": [], "--sheet": [], "--templates": []], flags: ["--force", "--quiet"],
            file: "空表",
            help: Help.learn, parse: { try LearnCommand.parse($0) }, message: { LearnCommand.message(for: $0) })
    }

    /// Learns; gives the exit status.
    func run() throws -> Int32 {
        guard let id else { throw Usage.error("没有写 --id：给这个模板起一个名字，例如 --id benqu-2024", help: "learn") }
        try TemplateCopy.check(id)
        guard let folder = templates ?? Installation.ownFolder() else {
            throw Usage.error("不知道个人设置的文件夹在哪里，请用 --templates 指出放模板的文件夹", help: "learn")
        }
        let request = LearnRequest(blank: InputFile(argument: blank), id: id, sheet: sheet)
        let outcome = try LearnJob.run(request, library: JobLibrary.words(of: Installation.templates()))
        let before = FileManager.default.fileExists(atPath: TemplateCopy.path(folder, id))
        let target = try TemplateCopy.write(
            yaml: outcome.yaml, form: outcome.bytes, to: folder, as: id, replacing: force)
        let own = templates.map { " --templates \($0)" } ?? ""
        var report = outcome.report
        report.closing = [
            "已学会：\(target)", "填表：zipingbiao fill 指标表.xlsx --template \(id)\(own)",
            "要改：\(target)/template.yaml，改后检查：zipingbiao templates check \(id)\(own)",
        ]
        if before { report.closing.insert("原来的同名模板留在：\(target).bak（只留最近的一份）", at: 1) }
        try Screen.show(report, quiet: quiet)
        return 0
    }
}

extension Help {
    static let learn = """
        用法：zipingbiao learn <空表.xlsx 或 .xls> --id <名称> [选项]

        从财政局发的空表学出一个模板：哪些格子是标签，哪些要填，资金各行，指标各行，分值、等级和字数限制（表上印了的）。
        学出来的模板放在自己的模板文件夹里：form.xlsx 是原样的空表（.xls 的空表转成 .xlsx），template.yaml 可以用记事本改。
        只填一次、不想存模板时，直接用：zipingbiao fill 指标表.xlsx --form 空表.xlsx

        选项：
          --id <名称>           模板的名称：字母、数字、- 和 _，例如 benqu-2024
          --sheet <名称>        工作簿里有几张空表时，学哪一张：工作表的名字或序号（名字也是数字时，'#1' 一定是第 1 张）
          --templates <文件夹>  模板放在哪个文件夹（不写时放在个人设置里，见 zipingbiao help templates）
          --force               同名的自定义模板已经有时，换成新的；原来的改名为 <名称>.bak 留着
          --quiet               不显示认出的表和拿不准的地方
          -h, --help            显示这份说明

        退出码：0 学会了　64 用法不对　65 认不出这张空表　66 没有这个文件　70 程序出错　73 写不了

        """
}
