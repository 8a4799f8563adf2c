import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct OutputFileTests {
    private func write(_ text: String, to output: any ByteOutput) throws {
        try Array(text.utf8).withUnsafeBytes { try output.write($0) }
    }

    @Test func nothingShowsBeforeItIsPublished() throws {
        let folder = try TestFolder()
        try folder.put("old", at: "a")
        let output = try OutputFile(path: folder.path("a"), replacing: true)
        try write("one ", to: output)
        try write("two", to: output)
        #expect(try folder.text("a") == "old")
        #expect(output.scratchFolder == folder.path)
        #expect(output.temporaryPath.hasPrefix(folder.path + "/."))
        try output.publish()
        #expect(try folder.text("a") == "one two")
        #expect(folder.names == ["a"])
        // Once published it stays.
        output.abandon()
        try output.publish()
        #expect(try folder.text("a") == "one two")
    }

    @Test func beginningAgain() throws {
        let folder = try TestFolder()
        let output = try OutputFile(path: folder.path("a"), replacing: false)
        try write("a long beginning", to: output)
        try output.truncate()
        try write("new", to: output)
        try output.publish()
        #expect(try folder.text("a") == "new")
    }

    @Test func anotherWritesByName() throws {
        let folder = try TestFolder()
        let output = try OutputFile(path: folder.path("a"), replacing: false)
        try "by name".write(toFile: output.temporaryPath, atomically: false, encoding: .utf8)
        try output.publish()
        #expect(try folder.text("a") == "by name")
    }

    @Test func whatIsAbandonedLeavesNothing() throws {
        let folder = try TestFolder()
        try folder.put("old", at: "a")
        let output = try OutputFile(path: folder.path("a"), replacing: true)
        try write("new", to: output)
        output.abandon()
        #expect(folder.names == ["a"])
        #expect(try folder.text("a") == "old")
        do { try write("new", to: try OutputFile(path: folder.path("一/二/b"), replacing: false)) }
        #expect(folder.names == ["a"])
    }

    @Test func refusals() throws {
        let folder = try TestFolder()
        try folder.put("old", at: "a")
        let exists = #expect(throws: ToolError.self) { try OutputFile(path: folder.path("a"), replacing: false) }
        #expect(exists?.code == .cannotWriteExists)
        let isFolder = #expect(throws: ToolError.self) { try OutputFile(path: folder.path, replacing: true) }
        #expect(isFolder?.code == .cannotWriteIsFolder)
        #expect(throws: ToolError.self) { try OutputFile(path: folder.path("a/b"), replacing: true) }
        #expect(folder.names == ["a"])
    }

    @Test func aNameTakenMeanwhileIsNotReplaced() throws {
        let folder = try TestFolder()
        let output = try OutputFile(path: folder.path("a"), replacing: false)
        try write("new", to: output)
        try folder.put("other", at: "a")
        let error = #expect(throws: ToolError.self) { try output.publish() }
        #expect(error?.code == .cannotWriteExists)
        #expect(try folder.text("a") == "other")
        #expect(folder.names == ["a"])
    }

    @Test func standardOutputGetsAllOrNothing() throws {
        let folder = try TestFolder()
        let descriptor = open(folder.path("out"), O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        let lost = try SpooledOutput(target: descriptor)
        try write("lost", to: lost)
        lost.abandon()
        let output = try SpooledOutput(target: descriptor)
        try write("a beginning", to: output)
        try output.truncate()
        let long = String(repeating: "一二三", count: 100_000)
        try write(long, to: output)
        #expect(try folder.text("out").isEmpty)
        try output.publish()
        try output.publish()
        #expect(try folder.text("out") == long)
    }

    @Test("A reader that goes away is an error, and the signal ends nothing")
    func closedPipe() async throws {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_DFL)
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            close(ends[0])
            let output = try SpooledOutput(target: ends[1])
            try [UInt8](repeating: 65, count: 200_000).withUnsafeBytes { try output.write($0) }
            let error = #expect(throws: ToolError.self) { try output.publish() }
            #expect(error?.code == .cannotWriteClosedPipe)
            #expect(error?.code.exitStatus == 73)
            // The signal is no longer held back, and none waits.
            var held = sigset_t()
            pthread_sigmask(SIG_BLOCK, nil, &held)
            #expect(sigismember(&held, SIGPIPE) == 0)
        }
    }

    @Test func aFullDeviceAsStandardOutput() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        let output = try SpooledOutput(target: descriptor)
        try write("text", to: output)
        let error = #expect(throws: ToolError.self) { try output.publish() }
        #expect(error?.code == .cannotWriteNoSpace)
    }
}
