import Agreements
import GRDB

/// Takes back a slip: the last change of a meeting, follow-up, measure or plan, by whoever made
/// it, while nothing has been changed since.
///
/// The trail keeps both the slip and its taking back. A postponement or a new due day stays: each
/// counts from when it is recorded, and taking it back would count twice.
package struct TakingBack {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Tables whose changes of state can be taken back.
    package enum Subject: String, CaseIterable, Hashable, Sendable {
        case meeting
        case followup
        case measure
        case plan
    }

    /// What an outcome changes, all of it texts and days.
    private static let fields: Set<String> = [
        "status", "held_on", "done_on", "cancelled_on", "adopted_on", "minutes", "result",
    ]

    /// Whether the last change of the row is this one, the author's own, and a mere outcome.
    package func isPossible(_ subject: Subject, key: Int64, version: RecordVersion) throws -> Bool {
        try lastOutcome(subject, key: key, version) != nil
    }

    /// Puts the row back to what it was before its last change.
    package func takeBack(_ subject: Subject, key: Int64, version: RecordVersion) throws {
        let rows =
            subject == .meeting
            ? try MeetingDeeds.rows(ofMeeting: key, in: steps.db)
            : [RecordRow(table: subject.rawValue, key: key)]
        let id = try RowContent.of(subject.rawValue).subject(key: key, in: steps.db)
        try steps.expect(version, of: rows, subject: id)
        guard let outcome = try lastOutcome(subject, key: key, version) else {
            throw RecordRefusal.contradiction(.nothingToTakeBack(table: subject.rawValue, id: id))
        }
        var values: [String: RecordSteps.Value] = [:]
        for change in outcome { values[change.field] = .some(change.before) }
        try steps.change(subject.rawValue, key: key, to: values)
    }

    private func lastOutcome(_ subject: Subject, key: Int64, _ version: RecordVersion) throws
        -> [FieldChange]?
    {
        let row = RecordRow(table: subject.rawValue, key: key)
        guard
            let last = try RecordHistory(steps.db).changes(
                of: [row], after: RecordVersion(seq: version.seq - 1)
            ).last,
            last.seq == version.seq, last.actor == steps.author.actor, !last.isAddition,
            last.fields.contains(where: { $0.field == "status" }),
            last.fields.allSatisfy({ Self.fields.contains($0.field) })
        else { return nil }
        return last.fields
    }
}
