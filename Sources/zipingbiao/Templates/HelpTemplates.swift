extension Help {
    static let templates = """
        用法：zipingbiao templates [名称] [选项]
              zipingbiao templates copy <原名称> <新名称> [选项]
              zipingbiao templates check [名称或文件夹] [选项]

        看有哪些模板；写了名称时，说明这个模板的字段、资金、指标、分值、计分方法、等级、规则，以及哪些内容依据待核。
        copy 把一个模板复制成自己的，注释都保留，不覆盖已有的；改好以后，同名的模板用自己的，不用随程序的。
        check 检查模板写得对不对，指出文件和行号；不写名称时检查全部。

        选项：
          --templates <文件夹>  自己的模板放在哪里（不写时是 $XDG_CONFIG_HOME/zipingbiao/templates，
                                没有设这个变量时是 ~/.config/zipingbiao/templates）
          -h, --help            显示这份说明

        例子：
          zipingbiao templates
          zipingbiao templates national-project
          zipingbiao templates copy national-project 本县项目
          zipingbiao templates check 本县项目

        退出码：0 没有问题　3 模板有要改正的　64 用法不对　65 模板有错误　66 没有这个模板　70 程序出错　73 写不了

        """
}
