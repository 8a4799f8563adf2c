/// Every rule, in the order of the ids' groups.
public enum RuleCatalogue {
    /// The rules that there are.
    public static let all: [any Rule.Type] = [
        STR01.self, STR02.self, STR03.self, STR04.self, STR05.self, STR06.self, STR07.self, STR08.self, STR09.self,
        WGT01.self, WGT02.self, WGT03.self, WGT04.self,
        BUD01.self, BUD02.self, BUD03.self, BUD04.self, BUD05.self, BUD06.self, BUD07.self, BUD08.self, BUD09.self,
        VAL01.self, VAL02.self, VAL03.self, VAL04.self, VAL05.self, VAL06.self, VAL07.self, VAL08.self,
        SCO01.self, SCO02.self, SCO03.self, SCO04.self, SCO05.self, SCO06.self, SCO07.self, SCO08.self, SCO09.self,
        EXP01.self, EXP02.self, EXP03.self, EXP04.self,
    ]

    /// The rule with this id, or nil.
    public static func rule(_ id: String) -> (any Rule.Type)? { all.first { $0.id == id } }
}
