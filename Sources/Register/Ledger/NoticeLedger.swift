import Agreements
import GRDB
import Rules
import Tasks

/// What became of every notice, so that each is produced once and can say why (domain.md, 7).
package struct NoticeLedger {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// The last day before a day whose notices were planned; nil when it is the first.
    ///
    /// Days planned beyond it do not count: a clock that was a year ahead must not keep the days
    /// of that year from being planned.
    package func lastDay(before day: Day) throws -> Day? {
        try Day.fetchOne(
            db, sql: "SELECT max(day) FROM planned_day WHERE day < ?",
            arguments: [day.description])
    }

    /// Whether the day's notices were planned.
    package func hasPlanned(_ day: Day) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM planned_day WHERE day = ?)",
            arguments: [day.description]) ?? false
    }

    /// - Parameter lookedBackTo: The day after which stages counted; nil for as far back as
    ///   the rules go.
    package func markPlanned(_ day: Day, lookedBackTo: Day?, at: Instant) throws {
        try db.execute(
            sql: "INSERT INTO planned_day (day, looked_back_to, planned_at) VALUES (?, ?, ?)",
            arguments: [day.description, lookedBackTo?.description, at.description])
    }

    /// What `markPlanned` was told of the day.
    package func lookedBack(on day: Day) throws -> Day? {
        try Day.fetchOne(
            db, sql: "SELECT looked_back_to FROM planned_day WHERE day = ?",
            arguments: [day.description])
    }

    /// Settles what is still planned in earlier digests whose task has ended without being sent,
    /// and ends those tasks whose time is over although they wait: paused, or due again later.
    ///
    /// A task that is there no more counts as failed.
    package func settleEndedDigests(before day: Day, at now: Instant) throws {
        for digest in try plannedDigests(before: day) {
            guard let task = digest.task else {
                try settle(
                    digestOf: digest.recipient, on: digest.day, as: .failed,
                    reason: "The digest's task is no longer there.", at: now)
                continue
            }
            guard let phase = try ended(task, at: now) else { continue }
            let (state, reason): (RecipientState, String) =
                phase == .expired
                ? (.expired, "The digest could not go out the same day.")
                : (.failed, digest.lastError ?? "The digest's task is \(phase.rawValue).")
            try settle(
                digestOf: digest.recipient, on: digest.day, as: state, reason: reason, at: now)
        }
    }

    /// The phase in which a digest's task has ended without being sent; nil while it may be.
    private func ended(_ id: TaskID, at now: Instant) throws -> TaskState.Phase? {
        let store = TaskStore(db)
        try store.expire(id, at: now)
        guard let phase = try store.task(id)?.state.phase, !phase.isOpen, phase != .done
        else { return nil }
        return phase
    }

    private func plannedDigests(before day: Day) throws
        -> [(recipient: String, day: Day, task: TaskID?, lastError: String?)]
    {
        try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT user.id, r.digest_on, task.id, task.last_error
                FROM notice_recipient AS r JOIN user ON user.key = r.user
                LEFT JOIN task ON task.unique_key = 'digest/' || user.id || '/' || r.digest_on
                WHERE r.state = 'planned' AND r.digest_on < ?
                """,
            arguments: [day.description]
        ).map { ($0[0], $0[1], ($0[2] as String?).map { TaskID($0) }, $0[3]) }
    }

    /// The unique key of the task that sends one person's digest of a day.
    package static func taskKey(digestOf user: String, on day: Day) -> String {
        "digest/\(user)/\(day)"
    }

    /// Recipients whose digest of the day waits to be published, with the notices in it.
    package func waiting(on day: Day) throws -> [String: [NoticeKey]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT user.id, rule, notice.subject, due_on, stage
                FROM notice_recipient AS r JOIN user ON user.key = r.user
                JOIN notice ON notice.key = r.notice
                JOIN task ON task.unique_key = 'digest/' || user.id || '/' || r.digest_on
                WHERE r.state = 'planned' AND r.digest_on = ?
                    AND task.state IN ('planned', 'retrying')
                """,
            arguments: [day.description])
        var found: [String: [NoticeKey]] = [:]
        for row in rows {
            guard let rule = NoticeRule(rawValue: row[1]) else { continue }
            found[row[0], default: []].append(
                NoticeKey(rule: rule, subject: row[2], dueOn: row[3], stage: row[4]))
        }
        return found
    }

    /// A notice that somebody was to hear of and has not, because a digest expired or failed.
    package struct Unheard: Hashable, Sendable {
        package let stagedOn: Day
        /// Ids of users.
        package var recipients: Set<String>
        /// Whether it was not told on purpose, so that its age does not count.
        package var wasSilenced = false
    }

    /// Notices that were in a digest of an earlier day which did not reach its recipient, or whose
    /// silence is over, and about which nothing has been decided since.
    package func unheard(before day: Day) throws -> [NoticeKey: Unheard] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT rule, subject, due_on, stage, staged_on, user.id, r.state = 'silenced'
                FROM notice_recipient AS r JOIN notice ON notice.key = r.notice
                JOIN user ON user.key = r.user
                WHERE (r.state IN ('expired', 'failed') AND r.digest_on < :day
                        OR r.state = 'silenced' AND r.silent_until <= :day)
                    AND NOT EXISTS (SELECT 1 FROM notice_recipient AS later
                        WHERE later.notice = r.notice AND later.user = r.user
                            AND later.digest_on > r.digest_on)
                """,
            arguments: ["day": day.description])
        var found: [NoticeKey: Unheard] = [:]
        for row in rows {
            guard let rule = NoticeRule(rawValue: row[0]) else { continue }
            let key = NoticeKey(rule: rule, subject: row[1], dueOn: row[2], stage: row[3])
            var missed = found[key] ?? Unheard(stagedOn: row[4], recipients: [])
            missed.recipients.insert(row[5])
            if row[6] { missed.wasSilenced = true }
            found[key] = missed
        }
        return found
    }

    /// Who has heard of a notice, or is to by a digest that is still on its way.
    package func heard(of key: NoticeKey) throws -> Set<String> {
        try String.fetchSet(
            db,
            sql: """
                SELECT user.id FROM notice_recipient AS r JOIN user ON user.key = r.user
                JOIN notice ON notice.key = r.notice
                WHERE rule = ? AND notice.subject = ? AND due_on = ? AND stage = ?
                    AND r.state IN ('planned', 'sent', 'resolved')
                """,
            arguments: arguments(key))
    }

    /// Whether the rules have produced the notice some day, sent or not.
    package func knows(_ key: NoticeKey) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM notice
                    WHERE rule = ? AND subject = ? AND due_on = ? AND stage = ?)
                """, arguments: arguments(key)) ?? false
    }

    /// Records that the rules produced a notice; false when the ledger has it already.
    package func produce(_ notice: Notice, on day: Day) throws -> Bool {
        let reason = notice.recipients.isEmpty ? "Nobody was there to hear of it." : nil
        try insert(notice.key, stagedOn: notice.stagedOn, "produced", reason: reason, on: day)
        return db.changesCount > 0
    }

    /// Records a notice that is to be sent to all of its recipients; false when the ledger has it
    /// already.
    package func produce(_ notice: Notice, on day: Day, at now: Instant) throws -> Bool {
        guard try produce(notice, on: day) else { return false }
        for recipient in notice.recipients {
            try enter(notice.key, for: recipient, on: day, as: .planned, at: now)
        }
        return true
    }

    /// Records what was decided on a day about one recipient's share of a notice.
    package func enter(
        _ key: NoticeKey, for recipient: String, on day: Day, as state: RecipientState,
        reason: String? = nil, silentUntil: Day? = nil, at now: Instant
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO notice_recipient
                    (notice, user, digest_on, state, reason, silent_until, at)
                SELECT notice.key, user.key, ?, ?, ?, ?, ? FROM notice, user
                WHERE rule = ? AND subject = ? AND due_on = ? AND stage = ? AND user.id = ?
                """
        ).execute(
            arguments: [
                day.description, state.rawValue, reason, silentUntil?.description,
                now.description,
            ] + arguments(key) + [recipient])
    }

    /// Records a stage that is not sent, and why; nothing when the ledger has it already.
    package func pass(
        over key: NoticeKey, stagedOn: Day, because reason: NoticeDecision.SkipReason, on day: Day
    ) throws -> Bool {
        try insert(
            key, stagedOn: stagedOn, reason.state.rawValue, reason: reason.sentence, on: day)
        return db.changesCount > 0
    }

    /// Settles one person's digest of a day: everything still planned in it has this outcome.
    package func settle(
        digestOf user: String, on day: Day, as state: RecipientState, reason: String? = nil,
        at: Instant
    ) throws {
        try db.cachedStatement(
            sql: """
                UPDATE notice_recipient SET state = ?, reason = ?, at = ?
                WHERE user = (SELECT key FROM user WHERE id = ?) AND digest_on = ?
                    AND state = 'planned'
                """
        ).execute(arguments: [state.rawValue, reason, at.description, user, day.description])
    }

    /// Settles one notice in one person's digest of a day.
    package func settle(
        _ key: NoticeKey, for user: String, on day: Day, as state: RecipientState, reason: String,
        silentUntil: Day? = nil, at: Instant
    ) throws {
        try db.execute(
            sql: """
                UPDATE notice_recipient SET state = ?, reason = ?, silent_until = ?, at = ?
                WHERE user = (SELECT key FROM user WHERE id = ?) AND digest_on = ?
                    AND state = 'planned' AND notice = (
                        SELECT key FROM notice
                        WHERE rule = ? AND subject = ? AND due_on = ? AND stage = ?)
                """,
            arguments: [
                state.rawValue, reason, silentUntil?.description, at.description, user,
                day.description,
            ] + arguments(key))
    }

    private func insert(
        _ key: NoticeKey, stagedOn: Day, _ state: String, reason: String?, on day: Day
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO notice
                    (rule, subject, due_on, stage, staged_on, state, reason, decided_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: arguments(key)
                + [stagedOn.description, state, reason, day.description])
    }

    private func arguments(_ key: NoticeKey) -> StatementArguments {
        [key.rule.rawValue, key.subject, key.dueOn.description, key.stage]
    }
}

/// What became of one person's share of a notice.
package enum RecipientState: String, CaseIterable, Hashable, Sendable {
    case planned
    case sent
    /// What it was about was resolved before the digest went out.
    case resolved
    /// The digest could not go out the same day; the notice is planned afresh.
    case expired
    /// The digest was refused for good, or given up.
    case failed
    /// A later stage went out before this one could be sent again.
    case folded
    /// It is too long ago, or the person is not to hear of it any more.
    case skipped
    /// Somebody has answered, or the unit has its quiet days; told later if it still holds.
    case silenced
}

extension NoticeSilence.Reason {
    package var sentence: String {
        switch self {
        case .later(let user, let until):
            "\(user) has answered: it is seen to by \(until), and told again then if it is not."
        case .notMine(let until):
            "They have answered that it is not theirs; their leader has it until \(until)."
        case .quiet(let unit, let until):
            "\(unit.rawValue) has quiet days: it is told again on \(until) if it still holds."
        }
    }
}

extension NoticeDecision.SkipReason {
    /// What the ledger calls it.
    package var state: RecipientState {
        switch self {
        case .superseded: .folded
        case .tooLate: .skipped
        }
    }

    package var sentence: String {
        switch self {
        case .superseded: "A later stage fell due before this one was sent."
        case .tooLate: "No run took place until it was too long ago."
        }
    }
}
