import Foundation
import Testing

@testable import SpreadsheetWriting

@Suite struct InterruptionTests {
    @Test func theRegistryRemovesWhatIsInItAndNothingElse() throws {
        let folder = try TestFolder()
        let registry = CleanupRegistry()
        for name in ["一", "一/二", "一/二/三", "满"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
        }
        for name in ["a", "b", "c", "一/二/d", "满/e"] { try folder.put("x", at: name) }
        _ = registry.add(folder.path("一/二"), .folder)
        _ = registry.add(folder.path("一"), .folder)
        _ = registry.add(folder.path("一/二/三"), .folder)
        _ = registry.add(folder.path("满"), .folder)
        _ = registry.add(folder.path("一/二/d"), .file)
        _ = registry.add(folder.path("a"), .file)
        let kept = registry.add(folder.path("b"), .file)
        registry.remove(kept)
        registry.removeEverything()
        #expect(folder.names == ["b", "c", "满"])
    }

    @Test func aFullRegistryTakesNoMore() throws {
        let folder = try TestFolder()
        let registry = CleanupRegistry()
        let entries = (0..<CleanupRegistry.capacity).map { registry.add(folder.path("\($0)"), .file) }
        #expect(entries.allSatisfy { $0 != nil })
        #expect(registry.add(folder.path("one more"), .file) == nil)
        registry.remove(entries[7])
        #expect(registry.add(folder.path("one more"), .file) != nil)
        #expect(CleanupRegistry().add("/" + String(repeating: "长", count: 2000), .file) == nil)
    }

    @Test("A signal leaves nothing half-written and ends the process", arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(_ number: Int32) async throws {
        let folder = try TestFolder()
        try folder.put("old", at: "a")
        let path = folder.path
        await #expect(processExitsWith: .signal(number)) { [path = path as String, number = number as Int32] in
            signal(number, SIG_DFL)
            Interruption.install()
            let published = try OutputFile(path: path + "/新/p", replacing: false)
            try published.publish()
            let one = try OutputFile(path: path + "/a", replacing: true)
            let two = try OutputFile(path: path + "/一/二/b", replacing: false)
            let writer = try StreamingWorkbookWriter(temporaryPath: two.temporaryPath, fileName: "b")
            try writer.beginSheet(named: "表")
            // To the process, as a terminal does: the thread of a test may hold signals back.
            kill(getpid(), number)
            withExtendedLifetime((one, two, writer)) { _ = sleep(30) }
        }
        #expect(folder.names == ["a", "新"])
        #expect(try folder.text("a") == "old")
        #expect(FileManager.default.fileExists(atPath: folder.path("新/p")))
    }

    @Test func anIgnoredSignalStaysIgnored() async throws {
        await #expect(processExitsWith: .success) {
            signal(SIGHUP, SIG_IGN)
            Interruption.install()
            kill(getpid(), SIGHUP)
            usleep(50_000)
        }
    }
}
