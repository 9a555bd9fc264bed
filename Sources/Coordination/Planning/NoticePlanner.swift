import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks

/// Plans the digests of a day, within one transaction of the caller.
///
/// Each notice is entered in the ledger once. Whoever has not heard of one, because a digest
/// expired or failed, is looked at again with the next day's, and hears of it if it still holds;
/// those who have heard do not hear again.
struct NoticePlanner {
    let settings: PlannerSettings
    let term: CoordinatorTerm

    /// How many notices and digests were planned, and how many stages were passed over.
    struct Counts: Hashable, Sendable {
        var notices = 0
        var digests = 0
        var passedOver = 0
    }

    /// Plans the day unless it is planned already; nil then, and on a closed day.
    func plan(_ day: Day, at now: Instant, in db: Database) throws -> Counts? {
        let ledger = NoticeLedger(db)
        guard settings.rulebook.calendar.isWorkingDay(day), try !ledger.hasPlanned(day) else {
            return nil
        }
        try ledger.settleEndedDigests(before: day, at: now)
        let lastDay = try ledger.lastDay(before: day)
        var unheard = try ledger.unheard(before: day)
        let after = lookBack(lastDay: lastDay, unheard)
        let facts = try Facts(
            forNoticesOf: day, after: after, settings.rulebook, in: db)
        let awakened = Set(unheard.filter { $0.value.wasSilenced }.keys)
        var entries = NoticeEntries(
            ledger, try silence(facts, on: day, in: db), on: day, at: now)
        for decision in decisions(facts, on: day, after: after, awakened: awakened) {
            if let missed = unheard.removeValue(forKey: decision.key) {
                try entries.enter(decision, forThoseWhoMissed: missed.recipients)
            } else if lastDay.map({ decision.stagedOn > $0 }) ?? true {
                try entries.enter(decision)
            }
        }
        for (key, missed) in unheard {
            try entries.enterResolved(key, forThoseWhoMissed: missed.recipients)
        }
        try HandoverWatch(
            calendar: settings.rulebook.calendar, baseURL: settings.baseURL, users: facts.users
        ).tellDirectors(on: day, at: now, in: db)
        try AnswerLinks(db).forgetEnded(at: now)
        try ledger.markPlanned(day, lookedBackTo: after, at: now)
        let counts = Counts(
            notices: entries.sent.count,
            digests: try planDigests(entries.sent, facts, day, at: now, in: db),
            passedOver: entries.passedOver)
        Failpoint.reach(.planDayMarked)
        return counts
    }

    /// What an answer of `needsRefresh` follows from.
    func look(at day: Day, in db: Database) throws -> WaitingDigests.Look {
        WaitingDigests.Look(
            day: day, version: try RecordVersion.latest(in: db), rules: settings.rules.edition,
            waiting: try NoticeLedger(db).waiting(on: day))
    }

    /// Whether a digest that waits holds something that is resolved, or answered, by now.
    func needsRefresh(_ day: Day, in db: Database) throws -> Bool {
        let waiting = try NoticeLedger(db).waiting(on: day)
        guard !waiting.isEmpty else { return false }
        let standing = try standing(waiting, on: day, in: db)
        return waiting.contains { recipient, keys in
            keys.contains { standing.end(of: $0, for: recipient) != nil }
        }
    }

    /// Takes what has been resolved or answered meanwhile out of digests that still wait, and
    /// cancels those with nothing left (domain.md, 7: what is resolved before sending is not
    /// sent).
    func refresh(_ day: Day, at now: Instant, in db: Database) throws -> Int {
        let ledger = NoticeLedger(db)
        let waiting = try ledger.waiting(on: day)
        guard !waiting.isEmpty else { return 0 }
        let standing = try standing(waiting, on: day, in: db)
        var ended = 0
        for (recipient, keys) in waiting.sorted(by: { $0.key < $1.key }) {
            var left = Set(keys)
            for key in keys {
                guard let end = standing.end(of: key, for: recipient) else { continue }
                try ledger.settle(
                    key, for: recipient, on: day, as: end.state, reason: end.sentence,
                    silentUntil: end.silentUntil, at: now)
                left.remove(key)
            }
            guard left.count < keys.count else { continue }
            ended += keys.count - left.count
            let notices = standing.notices.values.filter { left.contains($0.key) }
                .sorted { $0.key < $1.key }
                .map { notice in
                    var own = notice
                    own.recipients = [recipient]
                    return own
                }
            try replace(
                digestOf: recipient, with: notices, standing.facts, day, at: now, in: db)
        }
        return ended
    }

    /// How the notices in digests that wait stand: what the day's planning would say of them now.
    private func standing(
        _ waiting: [String: [NoticeKey]], on day: Day, in db: Database
    ) throws -> NoticeStanding {
        let after = try NoticeLedger(db).lookedBack(on: day)
        let facts = try Facts(
            forNoticesOf: day, after: after, settings.rulebook, in: db)
        let decisions = decisions(
            facts, on: day, after: after, awakened: Set(waiting.values.joined()))
        return NoticeStanding(
            decisions, facts: facts, silence: try silence(facts, on: day, in: db))
    }

    /// What the rules decide; what was silent is told however long ago its stage was.
    private func decisions(
        _ facts: Facts, on day: Day, after: Day?, awakened: Set<NoticeKey>
    ) -> [NoticeDecision] {
        let decisions = Notices(facts: facts, rulebook: settings.rulebook)
            .decisions(on: day, after: after)
        guard !awakened.isEmpty, after != nil else { return decisions }
        var patient = settings.rulebook
        patient.catchUpWorkingDays = Self.longestSilence
        let late = Notices(facts: facts, rulebook: patient).decisions(on: day, after: after)
            .filter { awakened.contains($0.key) }
        let byKey = Dictionary(late.map { ($0.key, $0) }) { first, _ in first }
        return decisions.map { byKey[$0.key] ?? $0 }
    }

    /// Working days of more than the longest time that can be asked for.
    private static let longestSilence = 23 * (NoticeAnswer.longestMonths + 1)

    private func silence(_ facts: Facts, on day: Day, in db: Database) throws -> NoticeSilence {
        NoticeSilence(
            answers: try NoticeAnswers.holding(on: day, in: db),
            quietPeriods: try QuietPeriods.holding(from: day, in: db).map {
                NoticeSilence.QuietPeriod(unit: $0.unit, first: $0.first, last: $0.last)
            },
            units: Dictionary(uniqueKeysWithValues: facts.users.map { ($0.id, $0.unit) }),
            on: day)
    }

    /// The day after which stages count: the last planned one, or further back for what somebody
    /// has not heard of. Nil, for as far back as the rules go, before the first.
    private func lookBack(lastDay: Day?, _ unheard: [NoticeKey: NoticeLedger.Unheard]) -> Day? {
        guard let lastDay else { return nil }
        return min(lastDay, unheard.values.map(\.stagedOn).min()?.adding(days: -1) ?? lastDay)
    }

    private func orders(
        _ notices: [Notice], for recipient: String? = nil, _ facts: Facts, _ day: Day,
        at now: Instant, in db: Database
    ) throws -> [DigestOrder] {
        let letters = try LetterBox(db).waiting().filter {
            recipient == nil || $0.recipient == recipient
        }
        let links = AnswerLinks(db)
        let plan = DigestPlan(
            day: day, baseURL: settings.baseURL,
            users: Dictionary(uniqueKeysWithValues: facts.users.map { ($0.id, $0) }),
            titles: try SubjectTitles(of: notices, in: db),
            letters: Dictionary(grouping: letters, by: \.recipient),
            timesPutOff: { try NoticeAnswers.timesPutOff($0, in: db) },
            token: settings.servesPages ? { try links.make(for: $0, $1, at: now) } : nil)
        return try plan.orders(for: notices)
    }

    private func planDigests(
        _ notices: [Notice], _ facts: Facts, _ day: Day, at now: Instant, in db: Database
    ) throws -> Int {
        let units = Dictionary(uniqueKeysWithValues: facts.users.map { ($0.id, $0.unit) })
        let hours = try MailPreferences.hours(in: db)
        let tasks = try orders(notices, facts, day, at: now, in: db).map { order in
            let wanted = hours[order.recipient].map { Oslo.instant(of: day, hour: $0) }
            return NewTask(
                once: NoticeLedger.taskKey(digestOf: order.recipient, on: day),
                kind: .reminderDigest, unit: units[order.recipient] ?? .central,
                subject: order.recipient,
                dueAt: max(now, wanted ?? now),
                expiresAt: Oslo.instant(of: day.adding(days: 1)),
                payload: try JSONEncoder().encode(order))
        }
        return try TaskStore(db, under: term).plan(tasks, at: now).count
    }

    private func replace(
        digestOf recipient: String, with notices: [Notice], _ facts: Facts, _ day: Day,
        at now: Instant, in db: Database
    ) throws {
        let store = try TaskStore(db, under: term)
        let id = TaskID(uniqueKey: NoticeLedger.taskKey(digestOf: recipient, on: day))
        let order = try orders(notices, for: recipient, facts, day, at: now, in: db).first {
            $0.recipient == recipient
        }
        if let order {
            try store.replacePayload(of: id, with: try JSONEncoder().encode(order))
        } else {
            try store.cancel(
                id, at: now, reason: "Everything in it was resolved or answered.")
        }
    }
}

extension NoticeDecision {
    /// The day on which the stage falls.
    fileprivate var stagedOn: Day {
        switch self {
        case .send(let notice): notice.stagedOn
        case .skip(_, let stagedOn, _): stagedOn
        }
    }
}
