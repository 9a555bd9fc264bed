import Agreements
import Foundation
import GRDB

/// What offices log: activities, outcomes of meetings, follow-ups and measures, within one
/// transaction of the caller and with its entries in the audit trail.
package struct WorkLog {
    /// Why something cannot be logged.
    package enum Error: Swift.Error, Hashable, CustomStringConvertible {
        case unknown(table: String, id: String)
        case exists(table: String, id: String)
        case notNow(table: String, id: String, state: String, wanted: String)
        case identityNumber
        /// What is said cannot all be so; the sentence says what, and what would be right.
        case contradiction(String)

        package var description: String {
            switch self {
            case .unknown(let table, let id):
                "The register has no \(table) «\(id)». `avtalt due` lists what is open."
            case .exists(let table, let id):
                "The register has the \(table) «\(id)» already: give another id, or leave it out."
            case .notNow(let table, let id, let state, let wanted):
                "The \(table) «\(id)» is \(state) and cannot be \(wanted) any more."
            case .identityNumber:
                """
                A text holds a national identity number. Leave it out: the register never holds \
                them.
                """
            case .contradiction(let sentence): sentence
            }
        }
    }

    let db: Database
    let trail: AuditTrail
    private let today: Day

    package init(_ db: Database, author: Author, at now: Instant) {
        self.db = db
        today = Oslo.day(at: now)
        trail = AuditTrail(db, author: author, at: now)
    }

    // MARK: Activities and follow-ups

    /// Adds an activity with an agreement, or with a party without one.
    package func add(_ activity: Activity) throws {
        try refuseExisting("activity", activity.id)
        try refuseToCome(activity.on, "The activity «\(activity.id)»")
        guard (activity.agreement == nil) != (activity.party == nil) else {
            let parties =
                activity.party == nil
                ? "neither an agreement nor a party" : "both an agreement and a party"
            throw Error.contradiction(
                "The activity «\(activity.id)» is with \(parties): name exactly one of them.")
        }
        if let participants = activity.participants, participants < 0 {
            throw Error.contradiction(
                "The activity «\(activity.id)» has \(participants) participants: give 0 or more.")
        }
        try add(
            "activity",
            [
                "id": activity.id,
                "agreement": try activity.agreement.map { try key(of: "agreement", $0) },
                "party": try activity.party.map { try key(of: "party", $0) },
                "happened_on": activity.on.description, "kind": activity.kind.rawValue,
                "theme": activity.theme, "sub_goal": activity.subGoal?.rawValue,
                "participants": activity.participants, "outcome": activity.outcome,
            ])
    }

    /// Adds a follow-up that is open.
    package func add(_ followUp: FollowUp) throws {
        try refuseExisting("followup", followUp.id)
        let agreement = try key(of: "agreement", followUp.agreement)
        let meeting = try followUp.meeting.map { try key(of: "meeting", $0) }
        let meetingsOwn = try Int64.fetchOne(
            db, sql: "SELECT agreement FROM meeting WHERE key = ?", arguments: [meeting])
        guard meetingsOwn == nil || meetingsOwn == agreement else {
            throw Error.contradiction(
                """
                The meeting «\(followUp.meeting ?? "")» is not of \(followUp.agreement): name one \
                of that agreement, or none.
                """)
        }
        try add(
            "followup",
            [
                "id": followUp.id, "agreement": agreement, "meeting": meeting,
                "title": followUp.title, "side": followUp.by.rawValue,
                "responsible": try followUp.responsible.map { try key(of: "user", $0) },
                "due_on": followUp.dueOn.description, "status": "open",
            ])
    }

    package func finish(followUp id: String, on day: Day) throws {
        try refuseToCome(day, "The end of the followup «\(id)»")
        try change(
            "followup", id, from: ["open"], wanted: "done",
            to: ["status": "done", "done_on": day.description])
    }

    package func cancel(followUp id: String, on day: Day) throws {
        try refuseToCome(day, "The end of the followup «\(id)»")
        try change(
            "followup", id, from: ["open"], wanted: "cancelled",
            to: ["status": "cancelled", "cancelled_on": day.description])
    }

    // MARK: Meetings

    package func hold(meeting id: String, on day: Day, minutes: String?) throws {
        try refuseToCome(day, "The meeting «\(id)»")
        var values: [String: (any DatabaseValueConvertible)?] = [
            "status": "held", "held_on": day.description,
        ]
        if let minutes { values["minutes"] = minutes }
        try change("meeting", id, from: ["planned"], wanted: "held", to: values)
    }

    package func cancel(meeting id: String, on day: Day) throws {
        try refuseToCome(day, "The end of the meeting «\(id)»")
        try change(
            "meeting", id, from: ["planned"], wanted: "cancelled",
            to: ["status": "cancelled", "cancelled_on": day.description])
    }

    /// Moves a meeting that is still planned; the date first agreed stays, and each move counts.
    package func postpone(
        meeting id: String, to day: Day, decidedOn: Day, reason: String
    ) throws {
        let meeting = try state("meeting", id, from: ["planned"], wanted: "postponed")
        try refuseToCome(decidedOn, "The postponement of the meeting «\(id)»")
        try refuseContradiction(meeting, id, to: day, decidedOn: decidedOn, reason: reason)
        let occurrence = try Int.fetchOne(
            db,
            sql: """
                SELECT coalesce(max(occurrence), 0) + 1 FROM postponement
                WHERE meeting = ? AND decided_on = ?
                """,
            arguments: [meeting, decidedOn.description])
        try add(
            "postponement",
            [
                "meeting": meeting, "decided_on": decidedOn.description, "occurrence": occurrence,
                "moved_to": day.description, "reason": reason,
            ])
    }

    // MARK: Measures

    package func begin(measure id: String) throws {
        try change(
            "measure", id, from: ["planned"], wanted: "begun", to: ["status": "in_progress"])
    }

    package func finish(measure id: String, on day: Day, result: String?) throws {
        try refuseToCome(day, "The end of the measure «\(id)»")
        var values: [String: (any DatabaseValueConvertible)?] = [
            "status": "done", "done_on": day.description,
        ]
        if let result { values["result"] = result }
        try change("measure", id, from: ["planned", "in_progress"], wanted: "done", to: values)
    }

    package func cancel(measure id: String, on day: Day) throws {
        try refuseToCome(day, "The end of the measure «\(id)»")
        try change(
            "measure", id, from: ["planned", "in_progress"], wanted: "cancelled",
            to: ["status": "cancelled", "cancelled_on": day.description])
    }

    // MARK: Steps

    private func key(of table: String, _ id: String) throws -> Int64 {
        let key = try Int64.fetchOne(
            db, sql: "SELECT key FROM \(table) WHERE id = ?", arguments: [id])
        guard let key else { throw Error.unknown(table: table, id: id) }
        return key
    }

    /// A move that the dates of the meeting speak against: it would not count, or be no move.
    private func refuseContradiction(
        _ meeting: Int64, _ id: String, to day: Day, decidedOn: Day, reason: String
    ) throws {
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw Error.contradiction("The meeting «\(id)» is postponed for no reason: give one.")
        }
        guard day >= decidedOn else {
            throw Error.contradiction(
                """
                The meeting «\(id)» cannot have been moved to \(day) by a decision of \
                \(decidedOn): give the day on which it was decided.
                """)
        }
        let planned = try Day.fetchOne(
            db, sql: "SELECT planned_on FROM meeting WHERE key = ?", arguments: [meeting])
        guard planned != day else {
            throw Error.contradiction("The meeting «\(id)» is planned for \(day) already.")
        }
        let latest = try Day.fetchOne(
            db, sql: "SELECT max(decided_on) FROM postponement WHERE meeting = ?",
            arguments: [meeting])
        guard let latest, latest > decidedOn else { return }
        throw Error.contradiction(
            """
            The meeting «\(id)» was postponed on \(latest), after \(decidedOn): the later decision \
            holds. Give a day of decision that is not before it.
            """)
    }

    private func refuseToCome(_ day: Day, _ what: String) throws {
        guard day > today else { return }
        throw Error.contradiction(
            "\(what) is on \(day), and today is \(today): log it when it has happened.")
    }

    private func refuseExisting(_ table: String, _ id: String) throws {
        guard !id.isEmpty else {
            throw Error.contradiction("The new \(table) has an empty id: give some text.")
        }
        let exists = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE id = ?)", arguments: [id])
        if exists == true { throw Error.exists(table: table, id: id) }
    }

    /// The row's key, if its status is one of these.
    private func state(
        _ table: String, _ id: String, from states: Set<String>, wanted: String
    ) throws -> Int64 {
        let key = try key(of: table, id)
        let state = try String.fetchOne(
            db, sql: "SELECT status FROM \(table) WHERE key = ?", arguments: [key])
        guard let state, states.contains(state) else {
            throw Error.notNow(table: table, id: id, state: state ?? "unknown", wanted: wanted)
        }
        return key
    }

    private func add(
        _ table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>
    ) throws {
        try refuseIdentityNumbers(in: values.map(\.value))
        let columns = values.map(\.key).joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO \(table) (\(columns))
                VALUES (\(databaseQuestionMarks(count: values.count)))
                """,
            arguments: StatementArguments(values.map(\.value)))
        let key = db.lastInsertedRowID
        try trail.recordAddition(table: table, keys: key...key)
    }

    private func change(
        _ table: String, _ id: String, from states: Set<String>, wanted: String,
        to values: [String: (any DatabaseValueConvertible)?]
    ) throws {
        let key = try state(table, id, from: states, wanted: wanted)
        try refuseIdentityNumbers(in: values.map(\.value))
        let changes = values.sorted { $0.key < $1.key }
        let assignments = changes.map { "\($0.key) = ?" }.joined(separator: ", ")
        try trail.recordChange(table: table, key: key) {
            try db.execute(
                sql: "UPDATE \(table) SET \(assignments) WHERE key = ?",
                arguments: StatementArguments(changes.map(\.value)) + [key])
        }
    }

    private func refuseIdentityNumbers(in values: [(any DatabaseValueConvertible)?]) throws {
        for case let text as String in values {
            let isHeld = Array(text.utf8).withUnsafeBufferPointer(
                CheckDigits.holdNationalIdentityNumber)
            if isHeld { throw Error.identityNumber }
        }
    }
}
