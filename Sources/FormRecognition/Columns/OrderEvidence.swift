import Assessment

/// Where a column stands among those that are known: the actual behind the target, points behind both, reasons last.
enum OrderEvidence: ColumnEvidence {
    static func evidence(for role: IndicatorColumn, at index: Int, in scene: ColumnScene) -> [Evidence] {
        guard isInPlace(role, index, scene) else { return [] }
        return [scene.evidence("位置", "位置在\(place(role))")]
    }

    private static func isInPlace(_ role: IndicatorColumn, _ index: Int, _ scene: ColumnScene) -> Bool {
        func isBehind(_ other: IndicatorColumn) -> Bool { scene.index(other).map { $0 < index } ?? false }
        func isBefore(_ other: IndicatorColumn) -> Bool { scene.index(other).map { index < $0 } ?? false }
        switch role {
        case .target: return isBehind(.name) && isBefore(.actual)
        case .actual: return isBehind(.target)
        case .weight: return isBehind(.name) && (isBefore(.score) || scene.index(.score) == nil)
        case .score: return isBehind(.weight)
        case .reason: return isBehind(.score) && index == scene.columns.count - 1
        default: return false
        }
    }

    private static func place(_ role: IndicatorColumn) -> String {
        switch role {
        case .target: "指标之后、完成值之前"
        case .actual: "目标之后"
        case .weight: "指标之后、得分之前"
        case .score: "分值之后"
        default: "最后一列"
        }
    }
}
