import Agreements
import GRDB

extension MeetingLine {
    /// The meetings of an agreement, latest first.
    static func all(of agreement: Int64, in db: Database) throws -> [MeetingLine] {
        try Row.fetchAll(
            db.cachedStatement(sql: "\(sql) WHERE meeting.agreement = ? ORDER BY planned_on DESC"),
            arguments: [agreement]
        ).map(line)
    }

    /// Throws `PageError.notFound` when there is no such meeting.
    static func one(_ key: Int64, in db: Database) throws -> MeetingLine {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "\(sql) WHERE meeting.key = ?"), arguments: [key])
        guard let row else { throw PageError.notFound }
        return try line(row)
    }

    private static let sql = """
        SELECT meeting.*, record.agenda, record.closed_on,
            (SELECT count(*) FROM postponement WHERE meeting = meeting.key) AS moves,
            (SELECT count(*) FROM decision WHERE meeting = meeting.key) AS decisions,
            (SELECT count(*) FROM decision WHERE meeting = meeting.key
                AND (responsible IS NULL OR due_on IS NULL)) AS unassigned
        FROM meeting LEFT JOIN meeting_record AS record ON record.meeting = meeting.key
        """

    private static func line(_ row: Row) throws -> MeetingLine {
        MeetingLine(
            key: row["key"], id: row["id"], level: try row.value("level"), theme: row["theme"],
            firstPlannedOn: row["first_planned_on"], plannedOn: row["planned_on"],
            status: try row.value("status"), heldOn: row["held_on"],
            cancelledOn: row["cancelled_on"], minutes: row["minutes"], agenda: row["agenda"],
            minutesClosedOn: row["closed_on"], postponements: row["moves"],
            decisions: row["decisions"], unassigned: row["unassigned"])
    }
}
