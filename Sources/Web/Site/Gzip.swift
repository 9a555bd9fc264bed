import CZlib

/// Compresses what is sent (RFC 1952) through zlib.
enum Gzip {
    /// Whether the header allows it.
    static func isAccepted(_ header: String) -> Bool {
        header.split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { String($0).trimmed.lowercased() }
            return parts.first == "gzip" && !parts.contains("q=0")
        }
    }

    /// Level 1 of 9: pages shrink to a fifth with it, and higher levels cost more time than they
    /// save on an office's network.
    private static let level: Int32 = 1

    /// Nil when zlib fails, which it does for want of memory alone.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 more for gzip's own header.
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        return input.withUnsafeMutableBufferPointer { source in
            let result = [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(bound)
                count =
                    deflate(&stream, Z_FINISH) == Z_STREAM_END ? bound - Int(stream.avail_out) : 0
            }
            return result.isEmpty ? nil : result
        }
    }
}
