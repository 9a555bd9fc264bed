import Foundation

/// Files in one ZIP archive, as they are: what an archive package holds is compressed already, so
/// that a library would bring nothing but another thing to keep up with.
///
/// Written by PKWARE's APPNOTE, 4.3: a local header and the content of each file, then the central
/// directory. Names are UTF-8 (general purpose bit 11). Every file is dated the start of 1980, so
/// that the same files give the same bytes.
struct StoredZip {
    /// A file by its path, with slashes.
    struct Entry {
        let path: String
        let content: Data
    }

    /// Without ZIP64 an archive has less than 4 GiB and at most so many files.
    static let (largest, most) = (Int(UInt32.max), Int(UInt16.max))

    let entries: [Entry]

    func write() -> Data {
        precondition(entries.count <= Self.most, "A ZIP archive holds 65,535 files at most.")
        var (archive, directory) = (Data(), Data())
        for entry in entries {
            let offset = UInt32(archive.count)
            let fields = Self.fields(of: entry)
            archive.append(little: 0x0403_4B50 as UInt32)
            archive.append(fields)
            archive.append(contentsOf: entry.path.utf8)
            archive.append(entry.content)
            directory.append(little: 0x0201_4B50 as UInt32)
            // Made by version 2.0 on an unnamed system.
            directory.append(little: 20 as UInt16)
            directory.append(fields)
            // No comment, disk 0, no attributes.
            for _ in 0..<3 { directory.append(little: 0 as UInt16) }
            directory.append(little: 0 as UInt32)
            directory.append(little: offset)
            directory.append(contentsOf: entry.path.utf8)
        }
        precondition(
            archive.count + directory.count < Self.largest, "A ZIP archive is under 4 GiB.")
        let start = UInt32(archive.count)
        archive.append(directory)
        archive.append(little: 0x0605_4B50 as UInt32)
        archive.append(little: 0 as UInt32)
        archive.append(little: UInt16(entries.count))
        archive.append(little: UInt16(entries.count))
        archive.append(little: UInt32(directory.count))
        archive.append(little: start)
        archive.append(little: 0 as UInt16)
        return archive
    }

    /// What both headers have in common: from the version needed to the length of the extra field.
    private static func fields(of entry: Entry) -> Data {
        var fields = Data()
        fields.append(little: 20 as UInt16)
        fields.append(little: 0x0800 as UInt16)
        // Stored; 00:00:00 on 1 January 1980.
        fields.append(little: 0 as UInt16)
        fields.append(little: 0 as UInt16)
        fields.append(little: 0x0021 as UInt16)
        fields.append(little: CRC32.of(entry.content))
        fields.append(little: UInt32(entry.content.count))
        fields.append(little: UInt32(entry.content.count))
        fields.append(little: UInt16(entry.path.utf8.count))
        fields.append(little: 0 as UInt16)
        return fields
    }
}

/// The checksum of ZIP (ISO 3309).
private enum CRC32 {
    static func of(_ data: Data) -> UInt32 {
        ~data.reduce(~0) { crc, byte in
            (crc >> 8) ^ table[Int((crc ^ UInt32(byte)) & 0xFF)]
        }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in
            crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1
        }
    }
}

extension Data {
    fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
