/// The bounds that keep a hostile file from taking the machine. Each can be raised by its name.
public struct ReadingLimits: Sendable {
    /// What is bounded. The raw value is the name by which a person raises it.
    public enum Name: String, Sendable, CaseIterable {
        /// Bytes of the file.
        case file
        /// Bytes that the parts of an archive unpack to, together.
        case unpacked
        /// How many times its packed size a part unpacks to.
        case ratio
        /// Parts of an archive.
        case parts
        /// Rows of a sheet.
        case rows
        /// Columns of a sheet.
        case columns
        /// Cells of a file.
        case cells
        /// Cells and merges that are in memory at once, where a file is not streamed but loaded whole.
        case loaded
        /// UTF-16 units of one cell's text.
        case text
        /// Depth of XML elements.
        case depth
        /// Bytes of one tag with its attributes.
        case attribute
        /// Empty fields that may be written whatever a sheet holds; more for what it holds (``BlankBound``).
        case blank

        /// What it is called in messages.
        public var title: String {
            switch self {
            case .file: "文件大小（字节）"
            case .unpacked: "解压后的大小（字节）"
            case .ratio: "压缩比"
            case .parts: "压缩包里的部件数"
            case .rows: "行数"
            case .columns: "列数"
            case .cells: "单元格数"
            case .loaded: "同时装进内存的单元格数"
            case .text: "一个单元格的文字长度"
            case .depth: "标签嵌套层数"
            case .attribute: "一个 XML 标签的长度（字节）"
            case .blank: "写出的空格子数"
            }
        }
    }

    private var raised: [Name: Int] = [:]

    /// The usual bounds: those of the format where it has one.
    public init() {}

    /// The bound of that name.
    public subscript(name: Name) -> Int {
        get { raised[name] ?? Self.usual(name) }
        set { raised[name] = newValue }
    }

    private static func usual(_ name: Name) -> Int {
        switch name {
        case .file: 1 << 31
        case .unpacked: 1 << 32
        case .ratio: 400
        case .parts: 20_000
        case .rows: 1_048_576
        case .columns: 16_384
        case .cells: 200_000_000
        // Each takes up to 450 bytes while a sheet is put in order: 2.3 GB in all.
        case .loaded: 5_000_000
        case .text: 32_767
        case .depth: 256
        case .attribute: 1 << 20
        case .blank: 1_000_000
        }
    }

    /// The bound that so many loaded cells are beyond; nil for none.
    func isBroken(byLoaded count: Int) -> Name? {
        count > self[.loaded] ? .loaded : count > self[.cells] ? .cells : nil
    }

    /// Packed parts smaller than this unpack to as many times their size as they like: sheets of one repeated row do.
    static let ratioMatters = 1 << 26
}
