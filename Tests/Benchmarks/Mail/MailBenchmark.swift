import Agreements
import Foundation
import GRDB
import Register
import Support

/// A day's digests through SMTP on the loopback: planned, written, handed over and recorded by
/// `avtalt run`, one for each of so many people.
struct MailBenchmark {
    let people: Int

    /// The first stage of what is due on 14 June 2013.
    private static let day = "2013-06-07"
    private static let goal = 60.0

    func run() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("register.sqlite")
        try fill(path)
        let server = try await MailServer.start(options: [], python: "bench")
        defer { server.stop() }
        var program = Program.own("avtalt", ["run", "--on", Self.day])
        program.environment = [
            "AVTALT_REGISTER": path, "AVTALT_DOCUMENTS": folder.path("documents"),
            "AVTALT_MAIL_DELIVERY": "smtp://127.0.0.1:\(server.port)",
            "AVTALT_MAIL_SECURITY": "none",
        ]
        program.output = folder.path("output")
        let cost = try program.run()
        let mails = try server.mails
        let (recipients, ids) = (Set(mails.map(\.to)).count, Set(mails.map(\.id)).count)
        guard recipients == people, mails.count == people, ids == people else {
            throw Program.Failure(
                name: "avtalt run",
                reason: "sent \(mails.count) mails of \(ids) identifiers to \(recipients) people")
        }
        Figure(
            name: "\(people) digests through SMTP", value: cost.seconds, unit: "s",
            goal: Self.goal,
            detail: """
                \((Double(people) / cost.seconds).short) a second over \
                \(Set(mails.map(\.session)).count) connections, processor \
                \(cost.processorSeconds.short) s, memory \(cost.peak.megabytes.short) MB
                """
        ).show()
    }

    /// A person, an agreement and a follow-up each.
    private func fill(_ path: String) throws {
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
                        INSERT INTO followup (id, agreement, title, side, due_on, status)
                        VALUES ('F' || :n, :n, 'Oppfølging ' || :n, 'imdi', '2013-06-14', 'open');
                        """, arguments: ["n": number])
            }
        }
        try register.close()
    }
}
