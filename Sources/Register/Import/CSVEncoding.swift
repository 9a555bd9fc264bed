import Foundation

/// How a file's bytes stand for characters; one answer for the whole file.
enum CSVEncoding: Hashable, Sendable {
    case utf8
    /// What Excel saves in Norway.
    case windows1252

    /// The encoding, and the bytes of the mark to step over.
    struct Finding {
        var encoding: CSVEncoding
        var markLength: Int
    }

    /// UTF-8 when every byte fits it, else Windows-1252; reads the file to its end in chunks.
    static func find(in file: CSVFile) throws -> Finding {
        var chunk = [UInt8](repeating: 0, count: CSVFile.chunkSize)
        var scan = UTF8Scan()
        var isFirst = true
        var marked = false
        while true {
            let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
            guard count > 0 else { break }
            if isFirst {
                try refuseUTF16(chunk.prefix(2))
                marked = chunk.prefix(min(3, count)) == [0xEF, 0xBB, 0xBF]
                isFirst = false
            }
            chunk.withUnsafeBytes { scan.take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            if scan.failedOnLine != nil, !marked { break }
        }
        scan.finish()
        guard let line = scan.failedOnLine else {
            return Finding(encoding: .utf8, markLength: marked ? 3 : 0)
        }
        guard !marked else {
            throw CSVFault(
                line: line, cell: nil,
                message: "the file begins with the mark of UTF-8, and this line is not UTF-8. "
                    + "Save the whole file as UTF-8.")
        }
        return Finding(encoding: .windows1252, markLength: 0)
    }

    private static func refuseUTF16(_ start: ArraySlice<UInt8>) throws(CSVFault) {
        guard start.elementsEqual([0xFF, 0xFE]) || start.elementsEqual([0xFE, 0xFF]) else { return }
        throw CSVFault(
            line: 1, cell: nil,
            message: "the file is UTF-16. Save it as UTF-8 (in Excel: «CSV UTF-8»).")
    }

    /// The UTF-8 of each byte from 0x80 in Windows-1252: up to three bytes, the first one lowest;
    /// 0 for the five bytes that stand for nothing.
    static let windows1252Bytes: [UInt32] = {
        let low: [UInt32] = [
            0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
            0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
            0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
        ]
        return (low + (0xA0...0xFF)).map { scalar in
            guard scalar != 0, let scalar = Unicode.Scalar(scalar) else { return 0 }
            return String(scalar).utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }()
}

/// Follows bytes for whether they are well-formed UTF-8 (Unicode 16, table 3-7).
private struct UTF8Scan {
    private(set) var failedOnLine: Int?
    private var line = 1
    private var pending = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count, failedOnLine == nil {
            let byte = bytes[index]
            index += 1
            if pending > 0 {
                continued(by: byte)
            } else if byte < 0x80 {
                if byte == 0x0A { line += 1 }
            } else {
                begun(by: byte)
            }
        }
    }

    mutating func finish() {
        if pending > 0, failedOnLine == nil { failedOnLine = line }
    }

    private mutating func continued(by byte: UInt8) {
        guard byte >= lowest, byte <= highest else {
            failedOnLine = line
            return
        }
        pending -= 1
        lowest = 0x80
        highest = 0xBF
    }

    private mutating func begun(by byte: UInt8) {
        switch byte {
        case 0xC2...0xDF: pending = 1
        case 0xE0...0xEF: pending = 2
        case 0xF0...0xF4: pending = 3
        default: failedOnLine = line
        }
        switch byte {
        case 0xE0: lowest = 0xA0
        case 0xED: highest = 0x9F
        case 0xF0: lowest = 0x90
        case 0xF4: highest = 0x8F
        default: break
        }
    }
}
