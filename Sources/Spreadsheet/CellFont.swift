/// A font: name, size in points, and its marks.
public struct CellFont: Hashable, Sendable {
    /// The lines under letters, named as in the files.
    public enum Underline: String, Hashable, Sendable, CaseIterable {
        case none, single, double, singleAccounting, doubleAccounting
    }
    /// Letters on, above or below the line, named as in the files.
    public enum Script: String, Hashable, Sendable, CaseIterable {
        case baseline, superscript, `subscript`
    }
    /// What a file says besides the name, for programs that don't have the face.
    public struct Substitution: Hashable, Sendable {
        /// Kind of face: 1 with serifs, 2 without, 3 of even width; nil when not said.
        public var family: Int?
        /// Character set; 134 for simplified Chinese; nil when not said.
        public var charset: Int?

        /// What is said of a face.
        public init(family: Int? = nil, charset: Int? = nil) {
            self.family = family
            self.charset = charset
        }
    }

    /// Face, such as 宋体.
    public var name = "宋体"
    /// Points.
    public var size = 11.0
    /// Bold.
    public var bold = false
    /// Italic.
    public var italic = false
    /// The line under the letters.
    public var underlining = Underline.none
    /// Struck through.
    public var strike = false
    /// Outlined letters.
    public var outline = false
    /// Letters with a shadow.
    public var shadow = false
    /// Above or below the line.
    public var script = Script.baseline
    /// Colour as `RRGGBB`, or nil for automatic.
    public var color: String?
    /// What the file says besides the name; nil for a font of our own, where the writer says what is usual for the name.
    public var substitution: Substitution?

    /// Underlined, once where it is set.
    public var underline: Bool {
        get { underlining != .none }
        set { underlining = newValue ? .single : .none }
    }

    /// 宋体 11.
    public init() {}
}
