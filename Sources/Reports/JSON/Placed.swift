/// An item and its place as one object: the keys of both stand side by side.
struct Placed<Item: Encodable>: Encodable {
    /// The item.
    var item: Item
    /// Its place, where it has one.
    var place: JSONPlace?

    /// An item at a place.
    init(_ item: Item, at place: JSONPlace?) {
        self.item = item
        self.place = place
    }

    func encode(to encoder: any Encoder) throws {
        try item.encode(to: encoder)
        try place?.encode(to: encoder)
    }
}
