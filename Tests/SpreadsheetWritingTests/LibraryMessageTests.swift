import Foundation
import Testing

@testable import SpreadsheetWriting

/// The library's own lines reach nobody.
struct LibraryMessageTests {
    @Test func itsStreamLeadsElsewhere() throws {
        let scratch = NSTemporaryDirectory() + "lines-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        _ = try LibraryWorkbook(path: scratch, fileName: "x.xlsx")
        #expect(LibraryMessages.silenced)
        let address = try #require(dlsym(nil, "stderr"))
        let slot = address.assumingMemoryBound(to: UnsafeMutablePointer<FILE>?.self).pointee
        let stream = try #require(slot)
        #expect(fileno(stream) != STDERR_FILENO)
    }
}
