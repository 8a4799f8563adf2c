import Assessment

/// The account as JSON has it: four keys of a report.
struct AccountItems {
    /// A place that was not understood.
    struct Unread: Encodable {
        var kind: String
        var cells: [String]
        var message: String
        var suggestion: String?
        var isBlocking: Bool
    }
    /// A value that was given and has no place.
    struct NotPlaced: Encodable {
        var name: String
        var why: String
        var isBlocking: Bool
    }
    /// A place that was taken as the person said.
    struct Told: Encodable {
        var words: String
    }

    var unread: [Placed<Unread>]
    var notPlaced: [Placed<NotPlaced>]
    var told: [Placed<Told>]
    /// Filled cells by what they were taken for; every meaning is there.
    var account: [String: Int]

    init(_ account: FormAccount) {
        unread = account.unread.map { place in
            Placed(
                Unread(
                    kind: place.kind.rawValue, cells: place.cells.map(\.description), message: place.message,
                    suggestion: place.suggestion, isBlocking: place.isBlocking), at: .withText(place.source))
        }
        notPlaced = account.notPlaced.map { value in
            Placed(
                NotPlaced(name: value.name, why: value.why, isBlocking: value.isBlocking), at: .withText(value.source))
        }
        told = account.told.map { Placed(Told(words: $0.words), at: .withText($0.source)) }
        self.account = Dictionary(
            uniqueKeysWithValues: FormAccount.Meaning.allCases.map { ($0.rawValue, account.counts[$0, default: 0]) })
    }
}
