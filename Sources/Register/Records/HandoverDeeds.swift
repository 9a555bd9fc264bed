import Agreements
import GRDB

/// Hands agreements over to somebody else, who accepts or declines; until then the giver stays
/// responsible.
package struct HandoverDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// One agreement of a handover with a note of its state, promises and next dates.
    package struct Item: Hashable, Sendable {
        package var agreement: String
        package var note: String?

        package init(agreement: String, note: String? = nil) {
            self.agreement = agreement
            self.note = note
        }
    }

    /// Offers agreements that the giver is responsible for, and returns the handover's key.
    @discardableResult
    package func offer(
        _ items: [Item], from giver: String, to receiver: String, note: String?
    ) throws -> Int64 {
        guard !items.isEmpty else { throw RecordRefusal.contradiction(.noAgreement) }
        let (from, to) = (try steps.key(of: "user", giver), try steps.activeUser(receiver))
        guard from != to else {
            throw RecordRefusal.contradiction(
                .samePersonAlready(table: "agreement", id: items[0].agreement, user: receiver))
        }
        let agreements = try items.map { try offered($0.agreement, from, giver) }
        let handover = try steps.add(
            "handover",
            [
                "giver": from, "receiver": to, "note": note,
                "offered_on": steps.today.description, "state": "offered",
            ])
        for (item, agreement) in zip(items, agreements) {
            try steps.add(
                "handover_agreement",
                ["handover": handover, "agreement": agreement, "note": item.note])
        }
        return handover
    }

    /// Makes the receiver responsible for every agreement of the offer that is still the giver's;
    /// one who was the deputy leaves that place to the giver.
    package func accept(_ handover: Int64, as user: String) throws {
        let parts = try decide(handover, as: user, is: "receiver", state: "accepted", note: nil)
        let agreements = try Row.fetchAll(
            steps.db,
            sql: """
                SELECT agreement.key, agreement.deputy FROM handover_agreement
                JOIN agreement ON agreement.key = handover_agreement.agreement
                WHERE handover = ? AND agreement.responsible = ? ORDER BY agreement.key
                """, arguments: [handover, parts.giver])
        for agreement in agreements {
            var values: [String: RecordSteps.Value] = ["responsible": parts.receiver]
            if (agreement[1] as Int64?) == parts.receiver { values["deputy"] = parts.giver }
            try steps.change("agreement", key: agreement[0], to: values)
        }
    }

    package func decline(_ handover: Int64, as user: String, reason: String) throws {
        try steps.refuseNoReason(reason, "handover", String(handover))
        _ = try decide(handover, as: user, is: "receiver", state: "declined", note: reason)
    }

    /// Takes an offer back.
    package func withdraw(_ handover: Int64, as user: String) throws {
        _ = try decide(handover, as: user, is: "giver", state: "withdrawn", note: nil)
    }

    // MARK: Steps

    private func offered(_ id: String, _ giver: Int64, _ name: String) throws -> Int64 {
        let key = try steps.state(
            "agreement", id, from: ["draft", "negotiating", "active"], wanted: "handed over")
        let responsible = try Int64.fetchOne(
            steps.db, sql: "SELECT responsible FROM agreement WHERE key = ?", arguments: [key])
        guard responsible == giver else {
            throw RecordRefusal.contradiction(.notResponsible(agreement: id, user: name))
        }
        let other = try String.fetchOne(
            steps.db,
            sql: """
                SELECT user.id FROM handover_agreement
                JOIN handover ON handover.key = handover_agreement.handover
                JOIN user ON user.key = handover.receiver
                WHERE handover_agreement.agreement = ? AND handover.state = 'offered'
                """, arguments: [key])
        if let other {
            throw RecordRefusal.contradiction(.offeredAlready(agreement: id, to: other))
        }
        return key
    }

    private func decide(
        _ handover: Int64, as user: String, is side: String, state: String, note: String?
    ) throws -> (giver: Int64, receiver: Int64) {
        let row = try Row.fetchOne(
            steps.db, sql: "SELECT giver, receiver, state, \(side) FROM handover WHERE key = ?",
            arguments: [handover])
        guard let row else {
            throw RecordRefusal.unknown(table: "handover", id: String(handover))
        }
        let held: String = row[2]
        guard held == "offered" else {
            throw RecordRefusal.notNow(
                table: "handover", id: String(handover), state: held, wanted: state)
        }
        let decider: Int64 = row[3]
        guard try steps.key(of: "user", user) == decider else {
            throw RecordRefusal.contradiction(
                .notForYou(user: try steps.id(of: "user", decider)))
        }
        try steps.change(
            "handover", key: handover,
            to: [
                "state": state, "decided_on": steps.today.description, "decision_note": note,
            ])
        return (row[0], row[1])
    }
}
