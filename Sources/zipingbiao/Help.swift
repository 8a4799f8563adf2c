/// What the program says of itself.
enum Help {
    static let version = "0.1.0"

    /// The answer to a question for help or version; nil when none was asked.
    static func answer(_ arguments: [String]) -> String? {
        if arguments.first == "--version" { return "zipingbiao \(version)\n" }
        guard let first = arguments.first else { return overview }
        let asksHelp = arguments.contains("--help") || arguments.contains("-h")
        let name = first == "help" ? arguments.dropFirst().first : first
        guard asksHelp || first == "help" else { return nil }
        return (CommandSpec.all + CommandSpec.ofPackages).first { $0.name == name }?.help ?? overview
    }

    static let overview = """
        自评表（zipingbiao \(version)）：把数据填成绩效自评表，并检查、算分。不联网，不改动你的原文件。

        用法：zipingbiao <命令> …

        命令：
          fill       读指标表和预算执行导出，检查、算分，写出填好的自评表
          check      核对填好的自评表：一张、几张，或整个文件夹
          explain    说明自评表里每一个得分是怎么来的
          learn      从财政局发的空表学出一个模板
          rules      看核对的规则：全部规则，或一条规则的依据和办法
          templates  看、复制、检查模板
          convert    表格文件互相转换：CSV、TSV、XLSX，也能读 .xls、.et
          sheets     看一个文件里有什么：工作表、大小、编码、单位、认出的表
          diff       比较去年和今年的空表，列出改了什么
          version    程序的版本和现有的模板

        看一个命令的说明：zipingbiao help fill
        版本：zipingbiao --version

        """

    static let fill = """
        用法：zipingbiao fill <指标表> [选项]

        读指标表（.xlsx、.xls 或 .csv；写 - 从标准输入读），检查、算分，写出填好的自评表。

        选项：
          --template <名称>     用哪个模板（不写时用 Templates/templates.yaml 里定的）
          --templates <文件夹>  自己的模板放在哪里（不写时用个人设置里的，见 zipingbiao help templates）
          --form <空表.xlsx>    直接填这张空表（财政局发的，.xls 也行），不用先做模板
          --set <名称=内容>     直接填一项，可重复：--set 单位名称=某某局 --set 年度=2022
                                金额也可以：--set 全年预算数=570.54 --set 全年执行数=537.81
                                年年一样的写在指标表旁边的 单位.yaml 里，一行一项（单位名称: 某某局）
          --budget <文件>       财务系统的预算执行导出，用来填金额
          --unit <元|万元>      导出文件的金额单位（不写时按表头、合计、数量级判断）
          --weights <文件>      另给分值：CSV 或 XLSX，两列“指标”“分值”，按名称设定
          --sheet <名字或序号>  指标表在哪张工作表（有两张以上时要写；'#1' 一定是第 1 张）
          --column <名称=列>    指明指标表的一列是什么，可重复：--column 得分=H
          --cell <名称=单元格>  指明一格是什么，可重复：--cell 全年预算数=D7
          --ignore <位置>       不用这一列、行或格，可重复：--ignore 列K，也可以写 K:L、行12、C12
          --encoding <编码>     输入的文件（指标表、导出、分值表）是文本时的编码（不写时自动判断）
          -o, --output <位置>   写到哪个文件夹，或写成哪个 .xlsx 文件（默认 Output）
          --force               结果文件已存在时覆盖它
          --strict-write        有必须改正的问题时，不写自评表
          --with-basis          在自评表后加两张表：评分依据、数据来源
          --ask, --no-ask       表上要填、没有给的项目，问一遍或不问（默认在终端里问，在脚本里不问）
          --format <text|json>  结果的格式（默认 text）
          --quiet               只显示结论
          -h, --help            显示这份说明

        例子：
          zipingbiao fill 指标表.xlsx -o Output/
          zipingbiao fill 指标表.csv --set 单位名称=某某局 --set 年度=2022 --budget 预算执行导出.csv

        退出码：0 可以报送　3 有必须改正的　5 有内容没有读懂　64 用法不对　65 文件读不出数据　66 没有这个文件
                70 程序出错　73 写不了

        """
}
