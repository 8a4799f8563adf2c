import Foundation

/// Ctrl-C, a closed terminal, a polite kill: they leave nothing half-written.
public enum Interruption {
    /// From now on SIGINT, SIGTERM and SIGHUP first remove the temporary files of all outputs that are not published,
    /// and the folders made for them; then they end the process as they would have. A signal that is ignored stays so.
    public static func install() {
        // Runs once what the handler runs, so that nothing is set up lazily within it.
        CleanupRegistry().removeEverything()
        _ = CleanupRegistry.shared
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let before = signal(number) { number in
                CleanupRegistry.shared.removeEverything()
                signal(number, SIG_DFL)
                raise(number)
            }
            // A program started by nohup goes on when its terminal closes.
            if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
        }
    }
}
