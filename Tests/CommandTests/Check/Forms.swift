import Foundation
import TestProgram

/// Forms for the tests of `check`, as text.
enum Forms {
    private static let head = """
        单位名称,甲
        年度,2022
        全年预算数（万元）,10
        全年执行数（万元）,9
        一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因

        """
    private static let rate = "预算执行率,预算执行率,预算执行率,=100%,90%,10,9,尾款结转\n"

    /// Nothing is wrong in it.
    static let good = head + "产出指标,数量指标,讲座场次,≥20场,21场,90,90,\n" + rate
    /// Points are lost for no reason, in H6.
    static let bad = head + "产出指标,数量指标,讲座场次,≥20场,10场,90,45,\n" + rate
    /// No table at all.
    static let broken = "姓名,电话\n张三,1\n"
}

extension Program {
    /// Writes a text under a name, with the folders above it.
    func write(_ text: String, as name: String) throws {
        let path = URL(fileURLWithPath: folder + "/" + name)
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
    }
}
