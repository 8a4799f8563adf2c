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
        let stream = try #require(address.assumingMemoryBound(to: UnsafeMutablePointer<FILE>?.self).pointee)
        #expect(fileno(stream) != STDERR_FILENO)
    }
}
