import Foundation

/// The types of files that agreements keep, told by their content and by nothing else.
enum DocumentType: String, CaseIterable {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case odt = "application/vnd.oasis.opendocument.text"

    /// For the `accept` of a file field, which only helps to choose.
    static let endings = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt"

    /// Nil for anything that is none of them, and for office files with macros in them.
    init?(_ content: [UInt8]) {
        if content.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if content.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else {
            guard let archive = ZipDirectory(content), let type = Self.office(archive) else {
                return nil
            }
            self = type
        }
    }

    private static func office(_ archive: ZipDirectory) -> DocumentType? {
        let names = Set(archive.names.map { $0.lowercased() })
        guard !names.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.hasPrefix("basic/") })
        else { return nil }
        if archive.mimetype == DocumentType.odt.rawValue { return .odt }
        guard names.contains("[content_types].xml") else { return nil }
        if names.contains("word/document.xml") { return .docx }
        return names.contains("xl/workbook.xml") ? .xlsx : nil
    }

    private var ending: String {
        switch self {
        case .pdf: "pdf"
        case .png: "png"
        case .jpeg: "jpg"
        case .docx: "docx"
        case .xlsx: "xlsx"
        case .odt: "odt"
        }
    }

    /// The sender's name for a file, cut to 120 characters, with the ending of its true type.
    func name(from sent: String) -> String {
        let plain = String(
            sent.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init)
        ).trimmed
        let isRight =
            plain.lowercased().hasSuffix(".\(ending)")
            || (self == .jpeg && plain.lowercased().hasSuffix(".jpeg"))
        let base = plain.isEmpty ? "dokument" : plain
        guard isRight, base.count <= 120 else { return "\(base.prefix(112)).\(ending)" }
        return base
    }
}

/// The names in a ZIP file, from its central directory (APPNOTE 4.3.12).
struct ZipDirectory {
    private(set) var names: [String] = []
    /// What the first file holds when it is called `mimetype` and is not compressed, as
    /// OpenDocument asks (ODF 1.2, part 3, 2.2.4).
    private(set) var mimetype: String?

    private let bytes: [UInt8]

    /// A directory with more is no document.
    private static let most = 10_000

    /// Nil for what is no ZIP file, or whose directory leads out of the file.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let end = endRecord,
            let count = number(at: end + 10, 2), let start = number(at: end + 16, 4),
            count <= Self.most
        else { return nil }
        var position = start
        for _ in 0..<count {
            guard number(at: position, 4) == 0x0201_4B50,
                let length = number(at: position + 28, 2),
                let extra = number(at: position + 30, 2),
                let comment = number(at: position + 32, 2),
                position + 46 + length <= bytes.count,
                let name = String(
                    validating: bytes[(position + 46)..<(position + 46 + length)], as: UTF8.self)
            else { return nil }
            names.append(name)
            position += 46 + length + extra + comment
        }
        mimetype = storedMimetype
    }

    /// Where the end record begins: within the last 65,557 bytes, for a comment may follow.
    private var endRecord: Int? {
        guard bytes.count >= 22 else { return nil }
        let lowest = max(0, bytes.count - 65_557)
        return stride(from: bytes.count - 22, through: lowest, by: -1)
            .first { number(at: $0, 4) == 0x0605_4B50 }
    }

    private var storedMimetype: String? {
        guard number(at: 8, 2) == 0, let size = number(at: 18, 4), let length = number(at: 26, 2),
            let extra = number(at: 28, 2), size <= 100, 30 + length + extra + size <= bytes.count,
            bytes[30..<(30 + length)].elementsEqual("mimetype".utf8)
        else { return nil }
        let start = 30 + length + extra
        return String(validating: bytes[start..<(start + size)], as: UTF8.self)
    }

    /// Little-endian; nil beyond the end.
    private func number(at index: Int, _ count: Int) -> Int? {
        guard index >= 0, index + count <= bytes.count else { return nil }
        return (0..<count).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }
}
