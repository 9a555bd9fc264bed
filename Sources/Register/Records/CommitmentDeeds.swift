import Agreements
import GRDB

/// What the parties promise each other in an agreement.
package struct CommitmentDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    init(_ steps: RecordSteps) {
        self.steps = steps
    }

    /// A commitment with its place in the register.
    package struct Held: Hashable, Sendable {
        package var key: Int64
        package var version: RecordVersion
        package var commitment: Commitment
    }

    /// The commitments of an agreement, in the order in which they were added.
    package func all(of agreement: String) throws -> [Held] {
        try Row.fetchAll(
            steps.db,
            sql: """
                SELECT commitment.key, commitment.id, side, text, measurable FROM commitment
                JOIN agreement ON agreement.key = commitment.agreement
                WHERE agreement.id = ? ORDER BY commitment.key
                """, arguments: [agreement]
        ).map { row in
            let side: String = row[2]
            return Held(
                key: row[0],
                version: try RecordVersion.of("commitment", key: row[0], in: steps.db)
                    ?? RecordVersion(seq: 0),
                commitment: Commitment(
                    id: row[1], agreement: agreement, by: Side(rawValue: side) ?? .both,
                    text: row[3], isMeasurable: row[4]))
        }
    }

    /// Adds a commitment under an id of its agreement's next number, and returns the id.
    @discardableResult
    package func add(_ commitment: Commitment) throws -> String {
        let agreement = try openAgreement(commitment.agreement)
        let id = try steps.freeID(
            in: "commitment", under: commitment.agreement, letter: "C")
        try steps.refuseEmpty(commitment.text, "commitment", id, "text")
        try steps.add(
            "commitment",
            [
                "id": id, "agreement": agreement, "side": commitment.by.rawValue,
                "text": commitment.text, "measurable": commitment.isMeasurable,
            ])
        return id
    }

    package func edit(
        _ id: String, by side: Side, text: String, isMeasurable: Bool,
        expecting version: RecordVersion?
    ) throws {
        let key = try steps.key(of: "commitment", id)
        try steps.expect(version, of: "commitment", key: key)
        let agreement = try String.fetchOne(
            steps.db,
            sql: """
                SELECT agreement.id FROM commitment JOIN agreement
                ON agreement.key = commitment.agreement WHERE commitment.key = ?
                """, arguments: [key])
        _ = try openAgreement(agreement ?? "")
        try steps.refuseEmpty(text, "commitment", id, "text")
        try steps.change(
            "commitment", key: key,
            to: ["side": side.rawValue, "text": text, "measurable": isMeasurable])
    }

    private func openAgreement(_ id: String) throws -> Int64 {
        try steps.state(
            "agreement", id, from: ["draft", "negotiating", "active"], wanted: "changed")
    }
}
