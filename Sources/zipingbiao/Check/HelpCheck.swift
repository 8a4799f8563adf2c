extension Help {
    static let check = """
        用法：zipingbiao check <文件或文件夹>… [选项]

        核对填好的自评表：认出是哪一种表样，逐条检查，重算得分，说明每一处问题在哪一格、现在是什么、应该是什么、依据和办法。
        写一个文件，给出完整的结果；写几个文件或文件夹，每张表一行，再给出各条规则的汇总。读不出的文件不影响其他文件。
        文件夹里的 .xlsx、.xlsm、.xls、.et、.csv、.tsv 都核对（包括下级文件夹；以 -核对.xlsx 结尾的副本不核对）。原文件不会被改动。

        选项：
          --template <名称>         按哪个模板核对（不写时自动认；看有哪些：zipingbiao templates）
          --templates <文件夹>      自己的模板放在哪里（不写时用个人设置里的）
          --sheet <名字或序号>      只核对这张工作表（一个文件里有几张自评表时，不写就逐张核对；'#1' 一定是第 1 张）
          --column <名称=列>        指明指标表的一列是什么，可重复：--column 得分=H
          --cell <名称=单元格>      指明一格是什么，可重复：--cell 全年预算数=D7
          --ignore <位置>           不用这一列、行或格，可重复：--ignore 列K，也可以写 K:L、行12、C12
          --encoding <编码>         文件是文本时的编码（不写时自动判断）
          --declaration <申报表>    绩效目标申报表，核对年度指标值和它是否一致（只能核对一张表时用）
          --format <text|json|html> 结果的格式（不写时看 -o 的扩展名，默认 text）
          -o, --output <文件>       把结果写成文件（不写时显示在屏幕上）
          --force                   结果文件已存在时覆盖它
          --strict                  有需要说明的问题时，退出码为 4
          --mark                    另写一份标注了问题的副本
          --quiet                   只显示结论
          -h, --help                显示这份说明

        例子：
          zipingbiao check 自评表.xlsx
          zipingbiao check 各单位/ -o 核对结果.html
          zipingbiao check 一.xlsx 二.xlsx --format json

        退出码：0 可以报送　3 有必须改正的　4 只有需要说明的（用 --strict 时）　5 有内容没有读懂　64 用法不对
                65 文件读不出数据　66 没有这个文件　70 程序出错　73 写不了（几个文件时取最严重的）

        """
}
