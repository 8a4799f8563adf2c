/// What can be chosen of a form, each with how often. The raw values are what a failing seed prints.
enum GrammarChoice {
    enum Kind: String {
        case project = "项目自评"
        case department = "部门自评"
        case scoring = "纯评分表"
        case unscored = "转移支付无得分"
        case declaration = "目标申报"
        case monitoring = "运行监控"

        /// Whether it says what was reached, and is to be judged.
        var isAssessment: Bool { self != .declaration && self != .monitoring }
        var hasScores: Bool { isAssessment && self != .unscored }
        var hasTargets: Bool { self != .scoring }
    }

    enum Book: String { case one = "一个工作表"; case numbered = "目录加编号工作表"; case instructed = "前有填报说明" }

    enum Facts: String { case right = "右侧"; case below = "下方"; case colon = "同格冒号"; case merged = "标签合并" }

    enum Money: String {
        case totalFirst = "合计在前", totalLast = "合计在后", columns = "资金分列", below = "两种分法上下"
        case beside = "两种分法左右", nameless = "只有一行", colon = "同格冒号", none = "没有"
    }

    enum UnitPlace: String { case line = "单独一行"; case label = "资金标签里"; case headings = "列名里" }

    enum RatePlace: String { case money = "资金块计分"; case row = "指标表一行"; case none = "不计分" }

    enum PartWords: String { case first = "首行其中"; case each = "每行其中"; case plain = "无其中" }

    enum Goals: String {
        case none = "没有", one = "一个目标", two = "上下两个", pair = "目标与完成并列", stacked = "目标与完成上下"
        case numbered = "目标编号"
    }

    enum Fill: String { case merged = "合并"; case first = "只写首行"; case each = "每行都写" }

    enum Points: String {
        case none = "不写", labels = "标签里", columns = "各级分值列", tree = "一列树形", subtotals = "小计行"
    }

    enum Heading: String { case one = "一行", two = "两行", three = "三行" }

    enum Operators: String { case inTarget = "写在指标值里"; case column = "单独一列" }

    enum Units: String { case inCell = "跟着数"; case column = "单独一列"; case targetOnly = "只在指标值里" }

    enum Repeat: String {
        case none = "不重复", group = "每组重复表头", page = "每页重复表头", goal = "每个目标一张表"
    }

    enum Order: String {
        case usual = "目标 完成 分值 得分", weightFirst = "分值 目标 完成 得分", actualLast = "目标 分值 完成 得分"
        case scoreThenWeight = "目标 完成 得分 分值"
    }

    enum Total: String { case row = "合计行"; case scoreOnly = "合计行只有得分"; case below = "表下一项"; case none = "没有" }

    enum Grade: String { case none = "没有"; case below = "表下一项"; case beside = "在总分旁" }

    enum Bands: String { case none = "不印"; case usual = "印通行等级"; case own = "印自己的等级" }

    enum Decoration: String {
        case none = "无", star = "星号", brackets = "括号单位", breaks = "换行", spaces = "字间空格"
    }

    enum Numbers: String { case text = "文本"; case number = "数值" }
}
