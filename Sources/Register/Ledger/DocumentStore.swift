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

    /// A name of a file that any text can be turned into: letters, digits, `-`, `_` and `.` stay,
    /// the rest is written as %XX, and so is a dot in front.
    package static func fileName(of text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.enumerated().reduce(into: "") { name, next in
            let (position, byte) = next
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: ".") where position > 0 && !name.hasSuffix("."):
                name.append(".")
            default:
                name.append("%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])")
            }
        }
    }
}
