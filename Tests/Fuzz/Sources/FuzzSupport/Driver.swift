import CFuzzer
import SpreadsheetReading

/// Hands a fuzz target to libFuzzer.
public enum Driver {
    /// Runs libFuzzer with the arguments of the process.
    public static func run(_ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32) {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        _ = LLVMFuzzerRunDriver(&count, &arguments, one)
    }

    /// The input as an array.
    public static func bytes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: data, count: size))
    }

    /// Bounds low enough for many runs a second; a file that reaches one takes the same way as one that reaches the usual bound.
    public static var limits: ReadingLimits {
        var limits = ReadingLimits()
        limits[.unpacked] = 1 << 22
        limits[.cells] = 1 << 17
        limits[.parts] = 64
        limits[.attribute] = 1 << 12
        return limits
    }
}
