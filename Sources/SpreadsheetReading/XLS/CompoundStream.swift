import Foundation
import Spreadsheet

/// One stream of a compound file, read where it is wanted.
struct CompoundStream {
    /// Bytes that stand one after the other in the file.
    struct Run {
        /// Where in the stream they begin.
        var start: Int
        /// Where in the file.
        var file: Int
        /// How many they are.
        var count: Int
    }

    let source: ByteSource
    /// In their order, without gaps.
    let runs: [Run]
    /// Bytes of the stream.
    let count: Int

    /// A whole source as a stream: records that stand in no container.
    init(whole source: ByteSource) {
        self.init(source: source, runs: [Run(start: 0, file: 0, count: source.count)], count: source.count)
    }

    init(source: ByteSource, runs: [Run], count: Int) {
        self.source = source
        self.runs = runs
        self.count = count
    }

    /// Fills a buffer from an offset; gives how much there was, less only at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset >= 0, offset < count else { return 0 }
        let wanted = min(buffer.count, count - offset)
        var done = 0
        var index = run(at: offset)
        while done < wanted, index < runs.count {
            let run = runs[index]
            let skipped = offset + done - run.start
            let step = min(wanted - done, run.count - skipped)
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[done..<done + step])
            guard try source.read(at: run.file + skipped, into: part) == step else { break }
            done += step
            index += 1
        }
        return done
    }

    /// Everything.
    func all() throws -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count)
        let got = try result.withUnsafeMutableBytes { try read(at: 0, into: $0) }
        result.removeLast(count - got)
        return result
    }

    /// The run that holds an offset.
    private func run(at offset: Int) -> Int {
        var low = 0
        var high = runs.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if runs[middle].start <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
