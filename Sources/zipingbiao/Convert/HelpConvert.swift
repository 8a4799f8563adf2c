extension Help {
    static let convert = """
        用法：zipingbiao convert <文件> [选项]

        把一个表格文件转换成另一种：CSV、TSV、XLSX 之间任意互转；也能读 Excel 97–2003 和 5.0/95 的 .xls、WPS 的 .et，以及旧系统导出的“假 .xls”（网页或 XML 表格 2003）。
        文件写 - 从标准输入读。文件是什么按内容判断，不看名字。原文件不会被改动。

        选项：
          -o, --output <位置>      写成哪个文件，或写到哪个文件夹（默认 Output）；写 - 输出到标准输出
          --to <csv|tsv|xlsx>      写成什么；不写时看 -o 的扩展名，再不然文本写成 xlsx（说了怎样写文本的除外）、其他写成 csv
          --sheet <名字或序号>     转换哪张工作表，序号从 1 开始（默认第一张）；名字也是数字时，'#1' 一定是第 1 张
          --all-sheets             每张工作表各写成一个文件
          --tidy                   整理成规整的表：找到表头（两行表头合成一行），去掉标题、重复的表头、小计合计和表后说明，
                                   合并的标签向下填满，数字、百分数、日期统一写法；去掉了什么逐一列出
          --unit <单位>            导出文件的金额单位（和 --tidy 一起用；不写时看表头和标题）
          --to-unit <单位>         把金额换算成这个单位，如 万元（和 --tidy 一起用）
          --formatted              数字、日期按 Excel 里看到的样子写（默认写单元格里存的值）
          --encoding <编码>        读入的文本是什么编码（不写时自动判断，Big5 要写明）；读入的不是文本时，是写出的编码
          --from-encoding <编码>   一定按这种编码读
          --to-encoding <编码>     写出的编码：UTF-8（默认）、GB18030、UTF-16 等
          --bom                    文件开头加 BOM，Excel 双击打开不乱码
          --guard-formulas         文字以 = + - @ 开头的，前面加一个 '，Excel 打开 CSV 时不当公式算（数字不变）
          --line-end <lf|crlf>     换行（默认 lf；有 BOM 或不是 UTF-8 时默认 crlf）
          --delimiter <字符>       读入的分隔符（不写时自动判断），可以写 tab、逗号、分号、竖线
          --to-delimiter <字符>    写出的分隔符
          --limit <名称=数>        放宽一项上限，可重复，例如 --limit unpacked=9000000000；很远的格子前面要写出
                                   很多空格子（blank，默认一百万，表越大越多）时会停下来指出它
          --threads <个数>         同时用几个处理器（默认全部）
          --force                  结果文件已存在时覆盖它
          --quiet                  不显示提示和进度
          -h, --help               显示这份说明

        例子：
          zipingbiao convert 明细账.xlsx -o 明细账.csv
          zipingbiao convert 导出.csv -o 导出.xlsx --tidy --to-unit 万元
          zipingbiao convert 账套.xlsx --sheet 2 -o -
          zipingbiao convert 明细账.xlsx -o 明细账.csv --encoding gb18030

        退出码：0 已写出　64 用法不对　65 文件读不出数据　66 没有这个文件　70 程序出错　73 写不了

        """
}
