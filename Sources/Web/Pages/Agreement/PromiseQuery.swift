import Agreements
import GRDB

extension Promise {
    /// The measures and follow-ups of an agreement, in order of their days.
    static func all(of agreement: Int64, in db: Database) throws -> [Promise] {
        let measures = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT measure.*, user.name AS holder, user.id AS holder_id FROM measure
                    LEFT JOIN user ON user.key = measure.responsible
                    WHERE agreement = ? ORDER BY due_on, measure.key
                    """), arguments: [agreement]
        ).map(measure)
        let followUps = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT followup.*, user.name AS holder, user.id AS holder_id,
                        meeting.id AS meeting_id
                    FROM followup LEFT JOIN user ON user.key = followup.responsible
                    LEFT JOIN meeting ON meeting.key = followup.meeting
                    WHERE followup.agreement = ? ORDER BY due_on, followup.key
                    """), arguments: [agreement]
        ).map(followUp)
        return (measures + followUps).sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
    }

    /// Throws `PageError.notFound` when there is no such promise.
    static func held(_ kind: Kind, key: Int64, in db: Database) throws -> Promise {
        let agreement = try Int64.fetchOne(
            db, sql: "SELECT agreement FROM \(kind.rawValue) WHERE key = ?", arguments: [key])
        let promise = try agreement.flatMap { agreement in
            try all(of: agreement, in: db).first { $0.kind == kind && $0.key == key }
        }
        guard let promise else { throw PageError.notFound }
        return promise
    }

    private static func measure(_ row: Row) throws -> Promise {
        let status: MeasureStatus = try row.value("status")
        return Promise(
            kind: .measure, key: row["key"], id: row["id"], title: row["title"],
            side: try row.value("side"), responsible: row["holder"],
            responsibleID: row["holder_id"], dueOn: row["due_on"],
            isOpen: status == .planned || status == .inProgress, doneOn: row["done_on"],
            cancelledOn: row["cancelled_on"], year: row["year"],
            subGoal: try row.optionalValue("sub_goal"), isBegun: status == .inProgress,
            result: row["result"])
    }

    private static func followUp(_ row: Row) throws -> Promise {
        let status: FollowUpStatus = try row.value("status")
        return Promise(
            kind: .followUp, key: row["key"], id: row["id"], title: row["title"],
            side: try row.value("side"), responsible: row["holder"],
            responsibleID: row["holder_id"], dueOn: row["due_on"],
            isOpen: status == .open, doneOn: row["done_on"], cancelledOn: row["cancelled_on"],
            meeting: row["meeting_id"])
    }
}
