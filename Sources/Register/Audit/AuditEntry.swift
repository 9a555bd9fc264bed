import Checksum
import GRDB

/// One entry of the audit trail.
package struct AuditEntry: Sendable {
    /// What an entry tells of.
    package enum Action: String, Sendable {
        /// Rows were added: `firstKey` to `lastKey`, with the digest of their contents.
        case add
        /// One row was changed: its content `before` and `after`.
        case change
        /// Something happened that is no row: a login, a refusal, an export; `after` tells more.
        case event
    }

    /// From 1, without holes.
    package var seq: Int64
    package var at: String
    package var actor: String
    package var request: String
    package var action: Action
    /// A table, or what an event is about.
    package var entity: String
    /// The identifier that people use.
    package var subject: String?
    package var firstKey: Int64?
    package var lastKey: Int64?
    package var count: Int64?
    package var before: String?
    package var after: String?
    package var digest: [UInt8]?
    /// Hash of the entry before; 32 zero bytes in the first.
    package var previous: [UInt8]
    package var hash: [UInt8]

    /// What `previous` is of the first entry.
    static let origin = [UInt8](repeating: 0, count: 32)

    /// SHA-256 over `previous` and every other column in the order of the table.
    ///
    /// Absent is the byte 0; a number 1 and its eight bytes, highest first; a text or bytes 2,
    /// their length as eight bytes, highest first, and themselves. So no two entries give the
    /// same bytes.
    func computedHash() -> [UInt8] {
        var bytes = previous
        func append(_ value: Int64) {
            withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
        }
        func append(number: Int64?) {
            guard let number else { return bytes.append(0) }
            bytes.append(1)
            append(number)
        }
        func append(field: (some Collection<UInt8>)?) {
            guard let field else { return bytes.append(0) }
            bytes.append(2)
            append(Int64(field.count))
            bytes.append(contentsOf: field)
        }
        append(number: seq)
        for text in [at, actor, request, action.rawValue, entity, subject] {
            append(field: text?.utf8)
        }
        for number in [firstKey, lastKey, count] {
            append(number: number)
        }
        append(field: before?.utf8)
        append(field: after?.utf8)
        append(field: digest)
        var digest = SHA256Digest()
        digest.update(bytes)
        return digest.finish()
    }
}

extension AuditEntry {
    static let columns =
        "seq, at, actor, request, action, entity, subject, first_key, last_key, count, before, "
        + "after, digest, previous, hash"

    /// Nil when the row holds what the trail never writes.
    init?(row: Row) {
        guard let action = Action(rawValue: row[4]) else { return nil }
        self.init(
            seq: row[0], at: row[1], actor: row[2], request: row[3], action: action,
            entity: row[5], subject: row[6], firstKey: row[7], lastKey: row[8], count: row[9],
            before: row[10], after: row[11], digest: row.bytes(12), previous: row.bytes(13) ?? [],
            hash: row.bytes(14) ?? [])
    }

    var arguments: StatementArguments {
        [
            seq, at, actor, request, action.rawValue, entity, subject, firstKey, lastKey, count,
            before, after, digest?.data, previous.data, hash.data,
        ]
    }
}
