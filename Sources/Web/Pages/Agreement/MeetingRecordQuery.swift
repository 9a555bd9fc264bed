import Agreements
import GRDB
import Register

extension MeetingRecord {
    init(_ key: Int64, in db: Database) throws {
        line = try MeetingLine.one(key, in: db)
        let roles = try Row.fetchOne(
            db,
            sql: "SELECT imdi_roles, counterpart_roles FROM meeting_record WHERE meeting = ?",
            arguments: [key])
        imdiRoles = roles?[0]
        counterpartRoles = roles?[1]
        decisions = try Self.decisions(of: key, in: db)
        postponements = try Row.fetchAll(
            db,
            sql: """
                SELECT moved_to, decided_on, reason FROM postponement WHERE meeting = ?
                ORDER BY decided_on, occurrence
                """, arguments: [key]
        ).map { Move(movedTo: $0[0], decidedOn: $0[1], reason: $0[2]) }
        version = try RecordVersion.of(MeetingDeeds.rows(ofMeeting: key, in: db), in: db)
    }

    private static func decisions(of meeting: Int64, in db: Database) throws -> [Decision] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT decision.*, user.id AS holder_id, user.name AS holder,
                    followup.id AS followup_id
                FROM decision LEFT JOIN user ON user.key = decision.responsible
                LEFT JOIN followup ON followup.key = decision.followup
                WHERE decision.meeting = ? ORDER BY position
                """, arguments: [meeting]
        ).map { row in
            var followUp: (Int64, String)?
            if let id: String = row["followup_id"] { followUp = (row["followup"], id) }
            return Decision(
                key: row["key"], position: row["position"], text: row["text"],
                side: try row.value("side"), responsible: row["holder"],
                responsibleID: row["holder_id"], dueOn: row["due_on"], followUp: followUp)
        }
    }
}
