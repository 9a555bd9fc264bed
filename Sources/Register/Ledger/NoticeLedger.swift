import Agreements
import GRDB
import Rules

/// What became of every notice, so that each is produced once and can say why (domain.md, 7).
package struct NoticeLedger {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// The last day whose notices were planned; nil before the first.
    package func lastDay() throws -> Day? {
        try Day.fetchOne(db, sql: "SELECT max(day) FROM planned_day")
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

    /// Settles what is still planned in digests whose task has ended without being sent.
    ///
    /// A task of an earlier day that is there no more counts as failed.
    package func settleEndedDigests(before day: Day, at: Instant) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT user.id, r.digest_on, task.state, task.last_error
                FROM notice_recipient AS r JOIN user ON user.key = r.user
                LEFT JOIN task
                    ON task.unique_key = 'digest/' || user.id || '/' || r.digest_on
                WHERE r.state = 'planned' AND (
                    task.state IN ('expired', 'dead', 'quarantined', 'cancelled')
                    OR (task.key IS NULL AND r.digest_on < ?))
                """,
            arguments: [day.description])
        for row in rows {
            let ended: String? = row[2]
            try settle(
                digestOf: row[0], on: row[1], as: ended == "expired" ? .expired : .failed,
                reason: row[3] ?? ended ?? "The digest's task is no longer there.", at: at)
        }
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

    /// Notices that were produced and reached nobody, though somebody should have heard.
    package func unsent() throws -> [NoticeKey: Day] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT rule, subject, due_on, stage, staged_on FROM notice
                WHERE state = 'produced' AND EXISTS (
                    SELECT 1 FROM notice_recipient AS r
                    WHERE r.notice = notice.key AND r.state IN ('expired', 'failed'))
                AND NOT EXISTS (
                    SELECT 1 FROM notice_recipient AS r
                    WHERE r.notice = notice.key AND r.state IN ('planned', 'sent', 'resolved'))
                """)
        var found: [NoticeKey: Day] = [:]
        for row in rows {
            guard let rule = NoticeRule(rawValue: row[0]) else { continue }
            let key = NoticeKey(rule: rule, subject: row[1], dueOn: row[2], stage: row[3])
            found[key] = row[4]
        }
        return found
    }

    /// Records a notice that is to be sent, with the recipients' digests of that day.
    ///
    /// False when the ledger has it already, unless it is one that reached nobody.
    package func produce(_ notice: Notice, on day: Day, at: Instant, again: Bool) throws -> Bool {
        if !again {
            try insert(notice.key, stagedOn: notice.stagedOn, "produced", reason: nil, on: day)
            guard db.changesCount > 0 else { return false }
        }
        for recipient in notice.recipients {
            try db.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO notice_recipient (notice, user, digest_on, state, at)
                    SELECT notice.key, user.key, ?, 'planned', ? FROM notice, user
                    WHERE rule = ? AND subject = ? AND due_on = ? AND stage = ? AND user.id = ?
                    """
            ).execute(
                arguments: [day.description, at.description] + arguments(notice.key) + [recipient])
        }
        return true
    }

    /// Records a stage that is not sent, and why.
    package func pass(
        over key: NoticeKey, stagedOn: Day, because reason: NoticeDecision.SkipReason, on day: Day
    ) throws {
        let (state, sentence) =
            switch reason {
            case .superseded: ("folded", "A later stage fell due before this one was sent.")
            case .tooLate: ("skipped", "No run took place until it was too long ago.")
            }
        try insert(key, stagedOn: stagedOn, state, reason: sentence, on: day)
        guard db.changesCount == 0 else { return }
        try db.execute(
            sql: """
                UPDATE notice SET state = ?, reason = ?
                WHERE rule = ? AND subject = ? AND due_on = ? AND stage = ? AND state = 'produced'
                """,
            arguments: [state, sentence] + arguments(key))
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
        at: Instant
    ) throws {
        try db.execute(
            sql: """
                UPDATE notice_recipient SET state = ?, reason = ?, at = ?
                WHERE user = (SELECT key FROM user WHERE id = ?) AND digest_on = ?
                    AND state = 'planned' AND notice = (
                        SELECT key FROM notice
                        WHERE rule = ? AND subject = ? AND due_on = ? AND stage = ?)
                """,
            arguments: [state.rawValue, reason, at.description, user, day.description]
                + arguments(key))
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
}
