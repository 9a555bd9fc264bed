import Agreements
import Checksum
import Foundation
import GRDB

/// Documents that were written once and stay as they are.
package struct DocumentStore {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// A document with its place below the folder of documents.
    package struct Document: Hashable, Sendable {
        /// Relative, of safe names: `reports/annual-2012/1.html`.
        package var path: String
        package var mediaType: String
        package var body: Data

        package init(path: String, mediaType: String, body: Data) {
            self.path = path
            self.mediaType = mediaType
            self.body = body
        }
    }

    /// Keeps a document, unless there is one of that path: a result that comes again adds nothing.
    package func keep(_ document: Document, at now: Instant) throws {
        try db.execute(
            sql: """
                INSERT INTO document (path, media_type, body, checksum, created_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (path) DO NOTHING
                """,
            arguments: [
                document.path, document.mediaType, document.body,
                Checksum.hexadecimal(of: document.body), now.description,
            ])
    }

    /// Documents after a key, in order of their keys, without those before.
    package func documents(after key: Int64, limit: Int) throws -> [(key: Int64, Document)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT key, path, media_type, body FROM document
                WHERE key > ? ORDER BY key LIMIT ?
                """,
            arguments: [key, limit]
        ).map { ($0[0], Document(path: $0[1], mediaType: $0[2], body: $0[3])) }
    }

    /// Bytes of a name at most: file systems allow 255, and an occasion, a day and an ending
    /// follow.
    private static let longestName = 160

    /// A name of a file that any text can be turned into, of 160 bytes at most: letters, digits,
    /// `-`, `_` and `.` stay, the rest is written as %XX, and so is a dot in front or after a dot.
    /// A name that would be longer ends in the text's checksum instead.
    package static func fileName(of text: String) -> String {
        let parts = text.utf8.enumerated().map { position, byte in
            part(byte, isFirst: position == 0)
        }
        let name = parts.joined().replacing("..", with: ".%2E")
        guard name.utf8.count > longestName else { return name }
        let checksum = Checksum.hexadecimal(of: Data(text.utf8)).prefix(32)
        var start = ""
        for part in parts {
            guard start.utf8.count + part.utf8.count < longestName - checksum.count else { break }
            start += part
        }
        return "\(start.replacing("..", with: "_"))-\(checksum)"
    }

    private static func part(_ byte: UInt8, isFirst: Bool) -> String {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            return String(Unicode.Scalar(byte))
        case UInt8(ascii: ".") where !isFirst:
            return "."
        default:
            let digits = Array("0123456789ABCDEF")
            return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
    }
}
