import Agreements
import GRDB

/// What a meeting decided, and the follow-ups that it becomes.
extension MeetingDeeds {
    /// A decision, which may be written down before it is clear who does it and when.
    package struct DecisionTerms: Hashable, Sendable {
        package var text: String
        package var by: Side
        /// Id of a user.
        package var responsible: String?
        package var dueOn: Day?

        package init(text: String, by: Side, responsible: String? = nil, dueOn: Day? = nil) {
            self.text = text
            self.by = by
            self.responsible = responsible
            self.dueOn = dueOn
        }
    }

    /// Adds a decision after those of the meeting, and returns its key.
    @discardableResult
    package func decide(_ terms: DecisionTerms, in meeting: String) throws -> Int64 {
        let key = try steps.state("meeting", meeting, from: ["held"], wanted: "minuted")
        try refuseClosed(meeting, key)
        let position = try Int.fetchOne(
            steps.db,
            sql: "SELECT coalesce(max(position), 0) + 1 FROM decision WHERE meeting = ?",
            arguments: [key])
        try steps.refuseEmpty(terms.text, "decision", "\(meeting)/\(position ?? 1)", "text")
        return try steps.add(
            "decision",
            [
                "meeting": key, "position": position, "text": terms.text,
                "side": terms.by.rawValue,
                "responsible": try terms.responsible.map(steps.activeUser),
                "due_on": terms.dueOn?.description,
            ])
    }

    /// Writes a decision anew until the minutes are closed or it has become a follow-up.
    package func edit(
        decision key: Int64, to terms: DecisionTerms, expecting version: RecordVersion?
    ) throws {
        let (meeting, id, position) = try undecided(key)
        try steps.expect(version, of: "decision", key: key)
        try refuseClosed(id, meeting)
        try steps.refuseEmpty(terms.text, "decision", "\(id)/\(position)", "text")
        try steps.change(
            "decision", key: key,
            to: [
                "text": terms.text, "side": terms.by.rawValue,
                "responsible": try steps.responsible(
                    terms.responsible, of: "decision", key: key),
                "due_on": terms.dueOn?.description,
            ])
    }

    /// Makes a follow-up of one decision at once, without waiting for the minutes to be closed;
    /// returns the follow-up's id.
    @discardableResult
    package func followUp(decision key: Int64) throws -> String {
        let (meeting, id, position) = try undecided(key)
        let ready = try Bool.fetchOne(
            steps.db,
            sql: """
                SELECT responsible IS NOT NULL AND due_on IS NOT NULL FROM decision WHERE key = ?
                """, arguments: [key])
        guard ready == true else {
            throw RecordRefusal.contradiction(
                .decisionsUnassigned(meeting: id, positions: [position]))
        }
        return try becomeFollowUp(key, id, meeting)
    }

    func becomeFollowUps(_ id: String, _ meeting: Int64) throws {
        let decisions = try Int64.fetchAll(
            steps.db,
            sql: """
                SELECT key FROM decision WHERE meeting = ? AND followup IS NULL ORDER BY position
                """, arguments: [meeting])
        for decision in decisions { try becomeFollowUp(decision, id, meeting) }
    }

    @discardableResult
    private func becomeFollowUp(_ decision: Int64, _ meeting: String, _ key: Int64) throws
        -> String
    {
        let row = try Row.fetchOne(
            steps.db,
            sql: """
                SELECT agreement.id, text, side, user.id, due_on FROM decision
                JOIN meeting ON meeting.key = decision.meeting
                JOIN agreement ON agreement.key = meeting.agreement
                JOIN user ON user.key = decision.responsible WHERE decision.key = ?
                """, arguments: [decision])
        guard let row, let dueOn: Day = row[4] else {
            throw RecordRefusal.unknown(table: "decision", id: String(decision))
        }
        let side: String = row[2]
        let id = try FollowUpDeeds(steps).add(
            to: row[0], meeting: meeting, title: row[1], by: Side(rawValue: side) ?? .both,
            responsible: row[3], dueOn: dueOn)
        try steps.change(
            "decision", key: decision, to: ["followup": try steps.key(of: "followup", id)])
        return id
    }

    /// A decision's meeting, its id and the position, if it has not become a follow-up.
    private func undecided(_ key: Int64) throws -> (meeting: Int64, id: String, position: Int) {
        let row = try Row.fetchOne(
            steps.db,
            sql: """
                SELECT meeting.key, meeting.id, position, followup IS NOT NULL FROM decision
                JOIN meeting ON meeting.key = decision.meeting WHERE decision.key = ?
                """, arguments: [key])
        guard let row else {
            throw RecordRefusal.unknown(table: "decision", id: String(key))
        }
        let isFollowUp: Bool = row[3]
        guard !isFollowUp else {
            throw RecordRefusal.contradiction(
                .decisionIsFollowUp(meeting: row[1], position: row[2]))
        }
        return (row[0], row[1], row[2])
    }
}
