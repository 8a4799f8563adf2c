import Foundation
import Synchronization

/// What must go when the process is interrupted, in fixed memory: a signal's handler may neither allocate nor lock.
///
/// Sendable by hand: a slot's path is written only by the one that claimed the slot, and read only once its state says
/// that it is whole.
struct CleanupRegistry: @unchecked Sendable {
    /// The kind of an entry.
    enum Kind: Int {
        case file = 2
        case folder = 3
    }

    /// An entry, for taking it out again.
    struct Entry {
        fileprivate let slot: Int
    }

    /// The registry that ``Interruption`` empties.
    static let shared = CleanupRegistry()

    /// The most entries. What finds no place is not removed on an interruption, in every other case it is.
    static let capacity = 64
    private static let pathBytes = Int(PATH_MAX)
    private static let isFree = 0
    private static let isBeingFilled = 1

    private let states: UnsafeMutablePointer<Atomic<Int>>
    private let paths: UnsafeMutablePointer<CChar>

    /// An empty registry. Its memory is never freed: a handler may come at any time.
    init() {
        states = .allocate(capacity: Self.capacity)
        for slot in 0..<Self.capacity { (states + slot).initialize(to: Atomic(Self.isFree)) }
        paths = .allocate(capacity: Self.capacity * Self.pathBytes)
    }

    /// Notes a path; nil when there is no place for it.
    func add(_ path: String, _ kind: Kind) -> Entry? {
        // The handler may run in another folder than the one in which the path was given.
        let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        let bytes = absolute.utf8CString
        guard bytes.count <= Self.pathBytes else { return nil }
        for slot in 0..<Self.capacity {
            let (claimed, _) = states[slot].compareExchange(
                expected: Self.isFree, desired: Self.isBeingFilled, ordering: .acquiring)
            guard claimed else { continue }
            bytes.withUnsafeBufferPointer { bytes in
                // The array of a C string is never empty.
                guard let first = bytes.baseAddress else { return }
                (paths + slot * Self.pathBytes).update(from: first, count: bytes.count)
            }
            states[slot].store(kind.rawValue, ordering: .releasing)
            return Entry(slot: slot)
        }
        return nil
    }

    /// Takes an entry out; what it names stays.
    func remove(_ entry: Entry?) {
        guard let entry else { return }
        states[entry.slot].store(Self.isFree, ordering: .releasing)
    }

    /// Removes the files, then the folders that are empty. Only calls that a handler may make.
    func removeEverything() {
        for slot in 0..<Self.capacity where states[slot].load(ordering: .acquiring) == Kind.file.rawValue {
            unlink(paths + slot * Self.pathBytes)
        }
        // Folders lie in each other in no known order: again, until none goes.
        var goes = true
        while goes {
            goes = false
            for slot in 0..<Self.capacity where states[slot].load(ordering: .acquiring) == Kind.folder.rawValue {
                if rmdir(paths + slot * Self.pathBytes) == 0 { goes = true }
            }
        }
    }
}
