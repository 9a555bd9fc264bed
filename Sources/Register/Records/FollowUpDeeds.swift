import Agreements
import GRDB

/// What is done to follow-ups before their end, which is the work log's.
package struct FollowUpDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    init(_ steps: RecordSteps) {
        self.steps = steps
    }

    /// Adds an open follow-up under its agreement's next number, and returns its id.
    ///
    /// - Parameter meeting: Id of the meeting of the same agreement that it comes from.
    @discardableResult
    package func add(
        to agreement: String, meeting: String? = nil, title: String, by side: Side,
        responsible: String?, dueOn: Day
    ) throws -> String {
        let id = try steps.freeID(in: "followup", under: agreement, letter: "F")
        try steps.refuseEmpty(title, "followup", id, "title")
        if let responsible { _ = try steps.activeUser(responsible) }
        try WorkLog(steps).add(
            FollowUp(
                id: id, agreement: agreement, meeting: meeting, title: title, by: side,
                responsible: responsible, dueOn: dueOn, status: .open))
        return id
    }

    /// Changes an open follow-up; a new due day is `reschedule`, with its reason.
    package func edit(
        _ id: String, title: String, by side: Side, responsible: String?,
        expecting version: RecordVersion?
    ) throws {
        let key = try open(id, wanted: "changed")
        try steps.expect(version, of: "followup", key: key)
        try steps.refuseEmpty(title, "followup", id, "title")
        try steps.change(
            "followup", key: key,
            to: [
                "title": title, "side": side.rawValue,
                "responsible": try steps.responsible(responsible, of: "followup", key: key),
            ])
    }

    package func reschedule(
        _ id: String, to day: Day, reason: String, expecting version: RecordVersion? = nil
    ) throws {
        let key = try open(id, wanted: "given a new day")
        try steps.expect(version, of: "followup", key: key)
        try steps.reschedule("followup", id, key: key, to: day, reason: reason)
    }

    /// Gives a follow-up to somebody else: «not mine».
    package func reassign(
        _ id: String, to user: String, because reason: String? = nil,
        expecting version: RecordVersion? = nil
    ) throws {
        let key = try open(id, wanted: "reassigned")
        try steps.expect(version, of: "followup", key: key)
        try steps.reassign("followup", id, key: key, to: user, because: reason)
    }

    private func open(_ id: String, wanted: String) throws -> Int64 {
        try steps.state("followup", id, from: ["open"], wanted: wanted)
    }
}
