import Agreements
import GRDB

/// What the receiver of an agreement has to know on the day: its state, what was promised, and
/// what comes next.
struct HandoverBriefing: Hashable, Sendable {
    let id: String
    let title: String
    let status: AgreementStatus
    let validTo: Day?
    /// Follow-ups and measures that are not done, by due day.
    let promises: [Promise]
    /// How many more there are than are listed.
    let furtherPromises: Int
    /// Meetings that are planned, by day; also those whose day has passed without an outcome.
    let meetings: [Meeting]
    /// Of the year, held and promised.
    let meetingsHeld: Int
    let meetingsPromised: Int

    struct Promise: Hashable, Sendable {
        let title: String
        let side: Side
        let dueOn: Day
    }

    struct Meeting: Hashable, Sendable {
        let theme: String?
        let plannedOn: Day
    }

    /// As many as one reads before a first meeting; the agreement's page has all.
    private static let most = 12

    init?(_ id: String, on day: Day, in db: Database) throws {
        let agreement = try Row.fetchOne(
            db,
            sql: """
                SELECT key, title, status, valid_to, coalesce(strategic_meetings_per_year, 0),
                    (SELECT count(*) FROM meeting WHERE agreement = agreement.key
                    AND level = 'strategic' AND status = 'held'
                    AND held_on BETWEEN ? AND ?)
                FROM agreement WHERE id = ?
                """,
            arguments: [Day.first(of: day.year), Day.first(of: day.year + 1).adding(days: -1), id])
        guard let agreement, let status = AgreementStatus(rawValue: agreement[2]) else {
            return nil
        }
        let key: Int64 = agreement[0]
        let all = try Self.promises(of: key, in: db)
        self.id = id
        title = agreement[1]
        self.status = status
        validTo = agreement[3]
        meetingsPromised = agreement[4]
        meetingsHeld = agreement[5]
        promises = Array(all.prefix(Self.most))
        furtherPromises = max(0, all.count - Self.most)
        meetings = try Row.fetchAll(
            db,
            sql: """
                SELECT theme, planned_on FROM meeting WHERE agreement = ? AND status = 'planned'
                ORDER BY planned_on LIMIT ?
                """, arguments: [key, Self.most]
        ).map { Meeting(theme: $0[0], plannedOn: $0[1]) }
    }

    private static func promises(of key: Int64, in db: Database) throws -> [Promise] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT title, side, due_on FROM followup WHERE agreement = :agreement
                    AND status = 'open'
                UNION ALL SELECT title, side, due_on FROM measure WHERE agreement = :agreement
                    AND status IN ('planned', 'in_progress')
                ORDER BY due_on, title
                """, arguments: ["agreement": key]
        ).map { row in
            guard let side = Side(rawValue: row[1]) else { throw PageError.unforeseen }
            return Promise(title: row[0], side: side, dueOn: row[2])
        }
    }
}

extension HandoverBriefing {
    /// The note that the giver goes on from, in the words of the page.
    func note(_ words: Words, on today: Day) -> String {
        var lines = [words["note_state"] + " " + state(words)]
        lines.append(words["note_promises"] + (promises.isEmpty ? " \(words["note_none"])" : ""))
        lines += promises.map { promise in
            let late = promise.dueOn < today ? ", \(words["note_late"])" : ""
            return "– \(promise.title) (\(words["by_\(promise.side.rawValue)"]), "
                + "\(words.date(promise.dueOn))\(late))"
        }
        if furtherPromises > 0 {
            lines.append("– \(words["note_more", String(furtherPromises)])")
        }
        lines.append(words["note_dates"] + (meetings.isEmpty ? " \(words["note_none"])" : ""))
        lines += meetings.map { meeting in
            let what = meeting.theme ?? words["note_meeting"]
            let open = meeting.plannedOn < today ? ", \(words["note_no_outcome"])" : ""
            return "– \(words.date(meeting.plannedOn)): \(what)\(open)"
        }
        return lines.joined(separator: "\n")
    }

    private func state(_ words: Words) -> String {
        var parts = [words["status_\(status.rawValue)"]]
        if let validTo { parts.append(words["note_until", words.date(validTo)]) }
        if meetingsPromised > 0 {
            parts.append(words["note_meetings", String(meetingsHeld), String(meetingsPromised)])
        }
        return parts.joined(separator: ", ") + "."
    }
}
