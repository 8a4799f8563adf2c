import CZlib

/// Raw deflate, whole pieces at a time.
enum Deflate {
    /// Unpacks; nil when the data are not what they should be.
    static func inflated(_ packed: [UInt8], size: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var input = packed
        // One byte more than expected, so that a longer content shows.
        var output = [UInt8](repeating: 0, count: size + 1)
        let code = run(&stream, &input, &output) { inflate($0, Z_FINISH) }
        return code == Z_STREAM_END && Int(stream.total_out) == size ? Array(output.prefix(size)) : nil
    }

    /// Packs; nil when there is no memory.
    static func deflated(_ content: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        let code = run(&stream, &input, &output) { deflate($0, Z_FINISH) }
        return code == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
    }

    /// The CRC-32 of the archive format.
    static func checksum(_ content: [UInt8]) -> UInt32 {
        content.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
    }

    private static func run(
        _ stream: inout z_stream, _ input: inout [UInt8], _ output: inout [UInt8],
        _ body: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> Int32 {
        guard let inputCount = UInt32(exactly: input.count), let outputCount = UInt32(exactly: output.count) else {
            return Z_BUF_ERROR
        }
        return input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = inputCount
                stream.next_out = output.baseAddress
                stream.avail_out = outputCount
                return body(&stream)
            }
        }
    }
}
