import Agreements
import GRDB

/// Meetings from the plan to closed minutes; holding, postponing and cancelling are the work
/// log's.
package struct MeetingDeeds {
    let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// The rows that are edited as one meeting: itself, its record and its postponements.
    package static func rows(ofMeeting key: Int64, in db: Database) throws -> [RecordRow] {
        let others = try Row.fetchAll(
            db,
            sql: """
                SELECT 'meeting_record', key FROM meeting_record WHERE meeting = :key
                UNION ALL SELECT 'postponement', key FROM postponement WHERE meeting = :key
                """, arguments: ["key": key])
        return [RecordRow(table: "meeting", key: key)]
            + others.map { RecordRow(table: $0[0], key: $0[1]) }
    }

    /// Plans a meeting under its agreement's next number, and returns its id.
    @discardableResult
    package func plan(
        _ agreement: String, level: MeetingLevel, on day: Day, theme: String?,
        agenda: String? = nil
    ) throws -> String {
        let owner = try steps.state(
            "agreement", agreement, from: ["draft", "negotiating", "active"],
            wanted: "given a meeting")
        let id = try steps.freeID(in: "meeting", under: agreement, letter: "T")
        let key = try steps.add(
            "meeting",
            [
                "id": id, "agreement": owner, "level": level.rawValue, "theme": theme,
                "first_planned_on": day.description, "planned_on": day.description,
                "status": "planned",
            ])
        if let agenda { try write(["agenda": agenda], meeting: key) }
        return id
    }

    /// Writes theme and agenda of a meeting that is still planned.
    package func prepare(
        _ id: String, theme: String?, agenda: String?, expecting version: RecordVersion?
    ) throws {
        let key = try steps.state("meeting", id, from: ["planned"], wanted: "prepared")
        try expect(version, id, key)
        try steps.change("meeting", key: key, to: ["theme": theme])
        try write(["agenda": agenda], meeting: key)
    }

    /// Writes the minutes of a meeting that was held, and who took part, by role and not by name.
    package func write(
        minutes: String?, imdiRoles: String?, counterpartRoles: String?, of id: String,
        expecting version: RecordVersion?
    ) throws {
        let key = try steps.state("meeting", id, from: ["held"], wanted: "minuted")
        try expect(version, id, key)
        try refuseClosed(id, key)
        try steps.change("meeting", key: key, to: ["minutes": minutes])
        try write(["imdi_roles": imdiRoles, "counterpart_roles": counterpartRoles], meeting: key)
    }

    /// Closes the minutes once every decision has a responsible and a due day; each decision
    /// becomes a follow-up.
    package func closeMinutes(of id: String, expecting version: RecordVersion? = nil) throws {
        let key = try steps.state("meeting", id, from: ["held"], wanted: "closed")
        try expect(version, id, key)
        try refuseClosed(id, key)
        let minutes = try String.fetchOne(
            steps.db, sql: "SELECT minutes FROM meeting WHERE key = ?", arguments: [key])
        try steps.refuseEmpty(minutes ?? "", "meeting", id, "minutes")
        let unassigned = try Int.fetchAll(
            steps.db,
            sql: """
                SELECT position FROM decision
                WHERE meeting = ? AND (responsible IS NULL OR due_on IS NULL) ORDER BY position
                """, arguments: [key])
        guard unassigned.isEmpty else {
            throw RecordRefusal.contradiction(
                .decisionsUnassigned(meeting: id, positions: unassigned))
        }
        try becomeFollowUps(id, key)
        try write(
            ["minutes_state": "closed", "closed_on": steps.today.description], meeting: key)
    }

    // MARK: Steps

    func expect(_ version: RecordVersion?, _ id: String, _ key: Int64) throws {
        try steps.expect(version, of: Self.rows(ofMeeting: key, in: steps.db), subject: id)
    }

    func refuseClosed(_ id: String, _ key: Int64) throws {
        let state = try String.fetchOne(
            steps.db, sql: "SELECT minutes_state FROM meeting_record WHERE meeting = ?",
            arguments: [key])
        guard state == "closed" else { return }
        throw RecordRefusal.contradiction(.minutesClosed(meeting: id))
    }

    private func write(_ values: [String: RecordSteps.Value], meeting: Int64) throws {
        let record = try Int64.fetchOne(
            steps.db, sql: "SELECT key FROM meeting_record WHERE meeting = ?",
            arguments: [meeting])
        if let record {
            try steps.change("meeting_record", key: record, to: values)
            return
        }
        try steps.add(
            "meeting_record",
            [
                "meeting": meeting, "agenda": values["agenda"] ?? nil,
                "imdi_roles": values["imdi_roles"] ?? nil,
                "counterpart_roles": values["counterpart_roles"] ?? nil,
                "minutes_state": values["minutes_state"] ?? "open",
                "closed_on": values["closed_on"] ?? nil,
            ])
    }
}
