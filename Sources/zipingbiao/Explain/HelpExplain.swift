extension Help {
    static let explain = """
        用法：zipingbiao explain <自评表> [选项]

        说明每一个得分是怎么来的：计分方法、代入数字的算式、取整、封顶、依据，数据来自哪一格；
        然后是执行率、合计、等级；算不出的说明为什么。一个工作簿里有几张自评表的，逐张说明。只读，不写文件。

        选项：
          --template <名称>      按哪个模板计算（不写时由程序认）
          --sheet <名字或序号>   只说明哪张工作表（不写时逐张说明；'#1' 一定是第 1 张）
          --column <名称=列>     指明指标表的一列是什么，可重复：--column 得分=H
          --cell <名称=单元格>   指明一格是什么，可重复：--cell 全年预算数=D7
          --ignore <位置>        不用这一列、行或格，可重复：--ignore 列K，也可以写 K:L、行12、C12
          --encoding <编码>      文件是文本时的编码（不写时自动判断）
          --reading              不说得分，说每一处是怎样认出来的：表头、内容、位置、数字关系各算几分，其次像什么
          --format <text|json>   结果的格式（默认 text）
          -h, --help             显示这份说明

        例子：
          zipingbiao explain 自评表.xlsx
          zipingbiao explain 自评表.xlsx --reading
          zipingbiao explain 自评表.xlsx --template national-project --format json

        退出码：0 说明了　5 有内容没有读懂　64 用法不对　65 文件读不出数据　66 没有这个文件或模板　70 程序出错

        """
}
