import Foundation
import Testing

@testable import SpreadsheetWriting

/// The library's own lines reach nobody.
struct LibraryMessageTests {
    /// A stream of the test's own: the process's is the test runner's too.
    @Test func aSilencedStreamLeadsElsewhere() throws {
        let path = NSTemporaryDirectory() + "lines-\(UUID().uuidString).txt"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let own = try #require(fopen(path, "w"))
        defer { fclose(own) }
        var stream: UnsafeMutablePointer<FILE>? = own
        #expect(LibraryMessages.silence(&stream))
        let other = try #require(stream)
        defer { fclose(other) }
        #expect(other != own)
        fputs("[WARNING]: a line of the library\n", other)
        fflush(other)
        fflush(own)
        #expect(FileManager.default.contents(atPath: path)?.isEmpty == true)
    }
}
