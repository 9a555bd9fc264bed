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
        let decisions = Notices(facts: facts, rulebook: settings.rulebook)
            .decisions(on: day, after: after)
        var entries = NoticeEntries(ledger, on: day, at: now)
        for decision in decisions {
            if let missed = unheard.removeValue(forKey: decision.key) {
                try entries.enter(decision, forThoseWhoMissed: missed.recipients)
            } else if lastDay.map({ decision.stagedOn > $0 }) ?? true {
                try entries.enter(decision)
            }
        }
        for (key, missed) in unheard {
            try entries.enterResolved(key, forThoseWhoMissed: missed.recipients)
        }
        try ledger.markPlanned(day, lookedBackTo: after, at: now)
        let counts = Counts(
            notices: entries.sent.count,
            digests: try planDigests(entries.sent, facts, day, at: now, in: db),
            passedOver: entries.passedOver)
        Failpoint.reach(.planDayMarked)
        return counts
    }

    /// Whether a digest that waits holds something that is resolved by now.
    func needsRefresh(_ day: Day, in db: Database) throws -> Bool {
        let waiting = try NoticeLedger(db).waiting(on: day)
        guard !waiting.isEmpty else { return false }
        let held = Set(try holding(on: day, in: db).notices.map(\.key))
        return waiting.values.contains { $0.contains { !held.contains($0) } }
    }

    /// Takes what has been resolved meanwhile out of digests that still wait, and cancels those
    /// with nothing left (domain.md, 7: what is resolved before sending is not sent).
    func refresh(_ day: Day, at now: Instant, in db: Database) throws -> Int {
        let ledger = NoticeLedger(db)
        let waiting = try ledger.waiting(on: day)
        guard !waiting.isEmpty else { return 0 }
        let (holding, facts) = try holding(on: day, in: db)
        let held = Set(holding.map(\.key))
        var resolved = 0
        for (recipient, keys) in waiting.sorted(by: { $0.key < $1.key }) {
            let gone = keys.filter { !held.contains($0) }
            guard !gone.isEmpty else { continue }
            for key in gone {
                try ledger.settle(
                    key, for: recipient, on: day, as: .resolved,
                    reason: "It was resolved before the digest went out.", at: now)
            }
            resolved += gone.count
            let left = Set(keys).subtracting(gone)
            let notices = holding.filter { left.contains($0.key) }
                .map { notice in
                    var own = notice
                    own.recipients = [recipient]
                    return own
                }
            try replace(digestOf: recipient, with: notices, facts, day, at: now, in: db)
        }
        return resolved
    }

    /// What the day's planning would send if it were done now.
    private func holding(on day: Day, in db: Database) throws -> (notices: [Notice], Facts) {
        let after = try NoticeLedger(db).lookedBack(on: day)
        let facts = try Facts(
            forNoticesOf: day, after: after, settings.rulebook, in: db)
        let notices = Notices(facts: facts, rulebook: settings.rulebook)
            .decisions(on: day, after: after)
            .compactMap { decision -> Notice? in
                if case .send(let notice) = decision { notice } else { nil }
            }
        return (notices, facts)
    }

    /// The day after which stages count: the last planned one, or further back for what somebody
    /// has not heard of. Nil, for as far back as the rules go, before the first.
    private func lookBack(lastDay: Day?, _ unheard: [NoticeKey: NoticeLedger.Unheard]) -> Day? {
        guard let lastDay else { return nil }
        return min(lastDay, unheard.values.map(\.stagedOn).min()?.adding(days: -1) ?? lastDay)
    }

    private func orders(_ notices: [Notice], _ facts: Facts, _ day: Day, in db: Database) throws
        -> [DigestOrder]
    {
        let plan = DigestPlan(
            day: day, baseURL: settings.baseURL,
            users: Dictionary(uniqueKeysWithValues: facts.users.map { ($0.id, $0) }),
            titles: try SubjectTitles(of: notices, in: db))
        return plan.orders(for: notices)
    }

    private func planDigests(
        _ notices: [Notice], _ facts: Facts, _ day: Day, at now: Instant, in db: Database
    ) throws -> Int {
        let units = Dictionary(uniqueKeysWithValues: facts.users.map { ($0.id, $0.unit) })
        let tasks = try orders(notices, facts, day, in: db).map { order in
            NewTask(
                once: NoticeLedger.taskKey(digestOf: order.recipient, on: day),
                kind: .reminderDigest, unit: units[order.recipient] ?? .central,
                subject: order.recipient, dueAt: now,
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
        if let order = try orders(notices, facts, day, in: db).first {
            try store.replacePayload(of: id, with: try JSONEncoder().encode(order))
        } else {
            try store.cancel(id, at: now, reason: "Everything in it was resolved.")
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
