/// Every rule, in the order of the ids' groups.
public enum RuleCatalogue {
    /// The rules that there are.
    public static let all: [any Rule.Type] = [
        STR01.self, STR03.self, STR08.self, WGT01.self, WGT04.self, BUD01.self, BUD02.self, BUD03.self, BUD06.self,
        BUD07.self, VAL01.self, VAL02.self, VAL07.self, SCO01.self, SCO02.self, SCO05.self, SCO06.self, SCO07.self,
        SCO09.self, EXP01.self,
    ]

    /// The rule with this id, or nil.
    public static func rule(_ id: String) -> (any Rule.Type)? { all.first { $0.id == id } }
}
