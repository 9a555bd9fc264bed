import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks

/// Plans the digests of a day, within one transaction of the caller.
///
/// Each notice is entered in the ledger once. One that reached nobody, because its digest expired
/// or failed, is looked at again with the next day's, and goes out if it still holds.
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
        let lastDay = try ledger.lastDay()
        let unsent = try ledger.unsent()
        let after = lookBack(lastDay: lastDay, unsent: unsent)
        let facts = try Facts(
            forNoticesOf: day, after: after, settings.rulebook, in: db)
        let decisions = Notices(facts: facts, rulebook: settings.rulebook)
            .decisions(on: day, after: after)
        var counts = Counts()
        var sent: [Notice] = []
        for decision in decisions {
            switch decision {
            case .send(let notice):
                let again = unsent[notice.key] != nil
                guard again || isNew(notice.stagedOn, lastDay),
                    try ledger.produce(notice, on: day, at: now, again: again)
                else { continue }
                sent.append(notice)
            case .skip(let key, let stagedOn, let reason):
                guard unsent[key] != nil || isNew(stagedOn, lastDay) else { continue }
                try ledger.pass(over: key, stagedOn: stagedOn, because: reason, on: day)
                counts.passedOver += 1
            }
        }
        counts.notices = sent.count
        counts.digests = try planDigests(sent, facts, day, at: now, in: db)
        try ledger.markPlanned(day, lookedBackTo: after, at: now)
        Failpoint.reach(.planDayMarked)
        return counts
    }

    /// Takes what has been resolved meanwhile out of digests that still wait, and cancels those
    /// with nothing left (domain.md, 7: what is resolved before sending is not sent).
    func refresh(_ day: Day, at now: Instant, in db: Database) throws -> Int {
        let ledger = NoticeLedger(db)
        let waiting = try ledger.waiting(on: day)
        guard !waiting.isEmpty else { return 0 }
        let after = try ledger.lookedBack(on: day)
        let facts = try Facts(
            forNoticesOf: day, after: after, settings.rulebook, in: db)
        let holding = Notices(facts: facts, rulebook: settings.rulebook)
            .decisions(on: day, after: after)
            .compactMap { decision -> Notice? in
                if case .send(let notice) = decision { notice } else { nil }
            }
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

    /// The day after which stages count: the last planned one, or further back for what reached
    /// nobody. Nil, for as far back as the rules go, before the first.
    private func lookBack(lastDay: Day?, unsent: [NoticeKey: Day]) -> Day? {
        guard let lastDay else { return nil }
        return min(lastDay, unsent.values.min()?.adding(days: -1) ?? lastDay)
    }

    private func isNew(_ stagedOn: Day, _ lastDay: Day?) -> Bool {
        lastDay.map { stagedOn > $0 } ?? true
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
