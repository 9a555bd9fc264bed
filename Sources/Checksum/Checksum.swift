import Foundation

/// SHA-256 as 64 hexadecimal digits.
package enum Checksum {
    package static func hexadecimal(of data: Data) -> String {
        var digest = SHA256Digest()
        data.withUnsafeBytes { digest.update($0) }
        let digits = Array("0123456789abcdef")
        return digest.finish().reduce(into: "") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
}
