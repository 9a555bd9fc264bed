import Agreements
import Foundation
import GRDB
import Register

/// A day that has one digest for each of so many people, and no evaluation to open.
package struct ManyDigests {
    package let people: Int

    /// The first stage of what is due on 14 June 2013.
    package static let day = "2013-06-07"

    package init(people: Int) {
        self.people = people
    }

    /// Makes a register with a person, an agreement and a follow-up each.
    package func fill(_ path: String) throws {
        let register = try Register.open(at: path, mode: .createIfMissing)
        try register.write { db in
            for number in 1...people {
                try db.execute(
                    sql: """
                        INSERT INTO user (key, id, name, email, unit, role, active)
                        VALUES (:n, 'p' || :n, 'Person ' || :n, 'p' || :n || '@example.no',
                            'nord', 'caseworker', 1);
                        INSERT INTO agreement (key, id, title, designation, kind, owner, purpose,
                            signed_on, counterpart_signatory, valid_from, valid_to,
                            strategic_meetings_per_year, responsible, status)
                        VALUES (:n, 'NORD-2012-' || :n, 'Avtale ' || :n, 'samarbeidsavtale',
                            'municipal', 'nord', 'Bosetting', '2012-01-01', 'mayor', '2012-01-01',
                            '2014-12-31', 0, :n, 'active');
                        INSERT INTO evaluation (agreement, year, status, approved_on)
                        VALUES (:n, 2012, 'approved', '2013-01-31');
                        INSERT INTO followup (id, agreement, title, side, due_on, status)
                        VALUES ('F' || :n, :n, 'Oppfølging ' || :n, 'imdi', '2013-06-14', 'open');
                        """, arguments: ["n": number])
            }
        }
        try register.close()
    }

    /// What a coordinator or a worker is told that works on the day.
    ///
    /// - Parameters:
    ///   - slots: Tasks that a worker does at the same time.
    ///   - since: When it was seven o'clock: processes that are started later have a later clock.
    package static func environment(
        slots: Int, since: ContinuousClock.Instant
    ) -> [String: String] {
        let seconds = Int(since.duration(to: .now).components.seconds)
        let time = [seconds / 3600 + 7, seconds / 60 % 60, seconds % 60]
            .map { String(format: "%02d", $0) }
        return [
            "AVTALT_NOW": "\(day)T\(time.joined(separator: ":"))",
            "AVTALT_WORKER_CONCURRENCY": "\(slots)", "AVTALT_WORKER_PREFETCH": "\(slots * 2)",
            "AVTALT_COORDINATOR_LEASE_SECONDS": "2",
        ]
    }

    /// Waits until the register has each digest as sent.
    package func waitUntilRecorded(in path: String, within limit: Duration) async throws {
        let register = try Register.open(at: path, mode: .existing)
        let isDone = try await answer(within: limit, while: true) { () -> Bool? in
            let done = try register.read { db in
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM task
                        WHERE kind = 'reminder.digest' AND state = 'done'
                        """)
            }
            return done == people ? true : nil
        }
        try register.close()
        if isDone == nil { throw KilledSender.TookTooLong(what: "The last result", limit: limit) }
    }

    /// What became of the day's mails.
    package func reckoning(of mails: [MailServer.Mail]) -> MailReckoning {
        let ids = Dictionary(grouping: mails, by: \.to).mapValues { $0.map(\.id) }
        return MailReckoning(
            asked: people, arrived: mails.count,
            lost: (1...people).count { ids["p\($0)@example.no"] == nil },
            again: ids.values.reduce(0) { $0 + $1.count - Set($1).count },
            doubled: ids.values.reduce(0) { $0 + Set($1).count - 1 })
    }
}

/// Mails that were asked for, and what arrived of them.
package struct MailReckoning: Hashable, Sendable, CustomStringConvertible {
    package var asked: Int
    package var arrived: Int
    /// Recipients who have none.
    package var lost = 0
    /// Those that arrived once more, with the Message-ID of the first.
    package var again = 0
    /// Those that arrived once more, with another Message-ID.
    package var doubled = 0

    package init(asked: Int, arrived: Int, lost: Int = 0, again: Int = 0, doubled: Int = 0) {
        self.asked = asked
        self.arrived = arrived
        self.lost = lost
        self.again = again
        self.doubled = doubled
    }

    package var description: String {
        "\(asked) asked for, \(arrived) arrived, \(lost) lost, \(again) again with the same "
            + "Message-ID, \(doubled) again with another"
    }
}
