import GRDB
import Register

/// Finds the rows of an agreement and of everything under it, and what the audit trail says of
/// them; contact persons are left out, who belong to the party.
struct AgreementTrail {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Latest first.
    func changes(of agreement: Int64, before seq: Int64, limit: Int) throws -> [RecordChange] {
        let history = RecordHistory(db)
        let changes = try history.changes(of: try rows(of: agreement))
        return try changes.reversed().lazy.filter { $0.seq < seq }.prefix(limit).map { change in
            var change = change
            change.subject = try history.subject(of: change.row)
            return change
        }
    }

    private func rows(of agreement: Int64) throws -> [RecordRow] {
        let under = Self.tables.map {
            "SELECT '\($0)' AS name, key FROM \($0) WHERE agreement = :key"
        }
        let ofMeetings = ["meeting_record", "postponement", "decision"].map {
            """
            SELECT '\($0)', key FROM \($0)
            WHERE meeting IN (SELECT key FROM meeting WHERE agreement = :key)
            """
        }
        let ofPromises = ["followup", "measure"].map {
            """
            SELECT 'due_change', key FROM due_change
            WHERE \($0) IN (SELECT key FROM \($0) WHERE agreement = :key)
            """
        }
        let sql = (under + ofMeetings + ofPromises).joined(separator: " UNION ALL ")
        return [RecordRow(table: "agreement", key: agreement)]
            + (try Row.fetchAll(db, sql: sql, arguments: ["key": agreement]).map {
                RecordRow(table: $0[0], key: $0[1])
            })
    }

    private static let tables = [
        "agreement_archive", "amendment", "carried_promise", "commitment", "plan", "measure",
        "meeting", "followup", "activity", "evaluation", "agreement_document",
        "handover_agreement",
    ]
}
