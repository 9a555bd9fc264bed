import Agreements
import GRDB
import Register

/// Commitments of agreements, and contact persons of their parties.
enum CommitmentOperations {
    private static let commitments = RecordOperations.commitments
    private static let contacts = RecordOperations.contacts

    static let all: [APIOperation] = [
        APIOperation("addCommitment", .write(.commitment, .agreementInBody), add),
        APIOperation("changeCommitment", .write(.commitment, .record(.commitment)), change),
        APIOperation("addContact", .write(.contact, .partyInBody), addContact),
        APIOperation("changeContact", .write(.contact, .contact), changeContact),
        APIOperation("anonymiseContact", .write(.contact, .contact)) { call in
            try call.write { db in
                try ContactDeeds(db, author: call.author, at: call.now)
                    .anonymise(try call.key())
                return try contacts.reply(key: try call.key(), in: db)
            }
        },
    ]

    private static func add(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let id = try CommitmentDeeds(db, author: call.author, at: call.now).add(
                Commitment(
                    id: "", agreement: try body.needed("agreement"),
                    by: try body.neededWord("by"), text: try body.needed("text"),
                    isMeasurable: body.truth("measurable") ?? false))
            return try commitments.created(id: id, in: db)
        }
    }

    private static func change(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let id = try commitments.identifier(call, in: db)
            let held = try Row.fetchOne(
                db, sql: "SELECT side, text, measurable FROM commitment WHERE id = ?",
                arguments: [id])
            guard let held, let side = Side(rawValue: held[0]) else { throw APICall.nothing }
            try CommitmentDeeds(db, author: call.author, at: call.now).edit(
                id, by: body.word("by") ?? side, text: body.string("text") ?? held[1],
                isMeasurable: body.truth("measurable") ?? held[2], expecting: call.version)
            return try commitments.reply(key: try call.key(), in: db)
        }
    }

    private static func addContact(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let key = try ContactDeeds(db, author: call.author, at: call.now).add(
                Contact(
                    party: try body.needed("party"), name: try body.needed("name"),
                    role: body.string("role"), email: body.string("email"),
                    phone: body.string("phone")))
            return try contacts.created(key: key, in: db)
        }
    }

    private static func changeContact(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let key = try call.key()
            let held = try Row.fetchOne(
                db,
                sql: """
                    SELECT party.id, contact.name, role, email, phone FROM contact
                    JOIN party ON party.key = contact.party WHERE contact.key = ?
                    """, arguments: [key])
            guard let held else { throw APICall.nothing }
            func text(_ name: String, _ column: Int) -> String? {
                body.has(name) ? body.string(name) : held[column]
            }
            try ContactDeeds(db, author: call.author, at: call.now).edit(
                key,
                to: Contact(
                    party: held[0], name: body.string("name") ?? held[1], role: text("role", 2),
                    email: text("email", 3), phone: text("phone", 4)),
                expecting: call.version)
            return try contacts.reply(key: key, in: db)
        }
    }
}
