import Agreements
import Foundation
import GRDB

/// What offices log: activities, outcomes of meetings, follow-ups and measures, within one
/// transaction of the caller and with its entries in the audit trail.
package struct WorkLog {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    init(_ steps: RecordSteps) {
        self.steps = steps
    }

    // MARK: Activities and follow-ups

    /// Adds an activity with an agreement, or with a party without one.
    package func add(_ activity: Activity) throws {
        try steps.refuseExisting("activity", activity.id)
        try check(activity)
        let values = try values(of: activity)
        try steps.add(
            "activity",
            [
                "id": activity.id, "agreement": values["agreement"] ?? nil,
                "party": values["party"] ?? nil, "happened_on": values["happened_on"] ?? nil,
                "kind": values["kind"] ?? nil, "theme": values["theme"] ?? nil,
                "sub_goal": values["sub_goal"] ?? nil,
                "participants": values["participants"] ?? nil,
                "outcome": values["outcome"] ?? nil,
            ])
    }

    /// Adds a follow-up that is open.
    package func add(_ followUp: FollowUp) throws {
        try steps.refuseExisting("followup", followUp.id)
        let agreement = try steps.key(of: "agreement", followUp.agreement)
        let meeting = try followUp.meeting.map { try steps.key(of: "meeting", $0) }
        let meetingsOwn = try Int64.fetchOne(
            steps.db, sql: "SELECT agreement FROM meeting WHERE key = ?", arguments: [meeting])
        guard meetingsOwn == nil || meetingsOwn == agreement else {
            throw RecordRefusal.contradiction(
                .meetingOfAnother(
                    meeting: followUp.meeting ?? "", agreement: followUp.agreement))
        }
        try steps.add(
            "followup",
            [
                "id": followUp.id, "agreement": agreement, "meeting": meeting,
                "title": followUp.title, "side": followUp.by.rawValue,
                "responsible": try followUp.responsible.map { try steps.key(of: "user", $0) },
                "due_on": followUp.dueOn.description, "status": "open",
            ])
    }

    package func finish(
        followUp id: String, on day: Day, expecting version: RecordVersion? = nil
    ) throws {
        try steps.refuseToCome(day, "The end of the followup «\(id)»", "followup", id)
        try steps.expect(version, of: "followup", id)
        try steps.change(
            "followup", id, from: ["open"], wanted: "done",
            to: ["status": "done", "done_on": day.description])
    }

    package func cancel(followUp id: String, on day: Day) throws {
        try steps.refuseToCome(day, "The end of the followup «\(id)»", "followup", id)
        try steps.change(
            "followup", id, from: ["open"], wanted: "cancelled",
            to: ["status": "cancelled", "cancelled_on": day.description])
    }

    // MARK: Meetings

    package func hold(
        meeting id: String, on day: Day, minutes: String?, expecting version: RecordVersion? = nil
    ) throws {
        try steps.refuseToCome(day, "The meeting «\(id)»", "meeting", id)
        try expect(version, ofMeeting: id)
        var values: [String: RecordSteps.Value] = [
            "status": "held", "held_on": day.description,
        ]
        if let minutes { values["minutes"] = minutes }
        try steps.change("meeting", id, from: ["planned"], wanted: "held", to: values)
    }

    package func cancel(meeting id: String, on day: Day) throws {
        try steps.refuseToCome(day, "The end of the meeting «\(id)»", "meeting", id)
        try steps.change(
            "meeting", id, from: ["planned"], wanted: "cancelled",
            to: ["status": "cancelled", "cancelled_on": day.description])
    }

    /// Moves a meeting that is still planned; the date first agreed stays, and each move counts.
    package func postpone(
        meeting id: String, to day: Day, decidedOn: Day, reason: String,
        expecting version: RecordVersion? = nil
    ) throws {
        try expect(version, ofMeeting: id)
        let meeting = try steps.state("meeting", id, from: ["planned"], wanted: "postponed")
        try steps.refuseToCome(
            decidedOn, "The postponement of the meeting «\(id)»", "meeting", id)
        try refuseContradiction(meeting, id, to: day, decidedOn: decidedOn, reason: reason)
        let occurrence = try Int.fetchOne(
            steps.db,
            sql: """
                SELECT coalesce(max(occurrence), 0) + 1 FROM postponement
                WHERE meeting = ? AND decided_on = ?
                """,
            arguments: [meeting, decidedOn.description])
        try steps.add(
            "postponement",
            [
                "meeting": meeting, "decided_on": decidedOn.description, "occurrence": occurrence,
                "moved_to": day.description, "reason": reason,
            ])
    }

    // MARK: Measures

    package func begin(measure id: String) throws {
        try steps.change(
            "measure", id, from: ["planned"], wanted: "begun", to: ["status": "in_progress"])
    }

    package func finish(
        measure id: String, on day: Day, result: String?, expecting version: RecordVersion? = nil
    ) throws {
        try steps.refuseToCome(day, "The end of the measure «\(id)»", "measure", id)
        try steps.expect(version, of: "measure", id)
        var values: [String: RecordSteps.Value] = [
            "status": "done", "done_on": day.description,
        ]
        if let result { values["result"] = result }
        try steps.change(
            "measure", id, from: ["planned", "in_progress"], wanted: "done", to: values)
    }

    package func cancel(measure id: String, on day: Day) throws {
        try steps.refuseToCome(day, "The end of the measure «\(id)»", "measure", id)
        try steps.change(
            "measure", id, from: ["planned", "in_progress"], wanted: "cancelled",
            to: ["status": "cancelled", "cancelled_on": day.description])
    }

    // MARK: Steps

    /// Refuses an activity that cannot be so.
    func check(_ activity: Activity) throws {
        try steps.refuseToCome(
            activity.on, "The activity «\(activity.id)»", "activity", activity.id)
        guard (activity.agreement == nil) != (activity.party == nil) else {
            throw RecordRefusal.contradiction(
                .counterpartsOfActivity(id: activity.id, isNone: activity.party == nil))
        }
        if let participants = activity.participants, participants < 0 {
            throw RecordRefusal.contradiction(
                .negative(
                    table: "activity", id: activity.id, field: "participants",
                    value: participants))
        }
    }

    /// The columns of an activity, without its id.
    func values(of activity: Activity) throws -> [String: RecordSteps.Value] {
        [
            "agreement": try activity.agreement.map { try steps.key(of: "agreement", $0) },
            "party": try activity.party.map { try steps.key(of: "party", $0) },
            "happened_on": activity.on.description, "kind": activity.kind.rawValue,
            "theme": activity.theme, "sub_goal": activity.subGoal?.rawValue,
            "participants": activity.participants, "outcome": activity.outcome,
        ]
    }

    private func expect(_ version: RecordVersion?, ofMeeting id: String) throws {
        guard version != nil else { return }
        let key = try steps.key(of: "meeting", id)
        try steps.expect(
            version, of: MeetingDeeds.rows(ofMeeting: key, in: steps.db), subject: id)
    }

    /// A move that the dates of the meeting speak against: it would not count, or be no move.
    private func refuseContradiction(
        _ meeting: Int64, _ id: String, to day: Day, decidedOn: Day, reason: String
    ) throws {
        try steps.refuseNoReason(reason, "meeting", id)
        guard day >= decidedOn else {
            throw RecordRefusal.contradiction(
                .movedBeforeDecision(meeting: id, to: day, decidedOn: decidedOn))
        }
        let planned = try Day.fetchOne(
            steps.db, sql: "SELECT planned_on FROM meeting WHERE key = ?", arguments: [meeting])
        guard planned != day else {
            throw RecordRefusal.contradiction(.plannedAlready(meeting: id, on: day))
        }
        let latest = try Day.fetchOne(
            steps.db, sql: "SELECT max(decided_on) FROM postponement WHERE meeting = ?",
            arguments: [meeting])
        guard let latest, latest > decidedOn else { return }
        throw RecordRefusal.contradiction(
            .laterDecision(meeting: id, latest: latest, decidedOn: decidedOn))
    }
}
