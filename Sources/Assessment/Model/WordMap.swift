/// What words stand for. Labels are looked up by the ten thousand: they are compared by their bytes.
public struct WordMap<Value: Sendable>: Sendable {
    private var values: [TextKey: Value] = [:]

    /// No words.
    public init() {}

    /// What a word stands for; nil for a word that is not known.
    public subscript(word: String) -> Value? {
        get { values[TextKey(word)] }
        set { values[TextKey(word)] = newValue }
    }

    /// The words, in no order.
    public var words: [String] { values.keys.map(\.text) }

    /// The words with what they stand for, in no order.
    public var pairs: [(word: String, value: Value)] { values.map { ($0.key.text, $0.value) } }
}
