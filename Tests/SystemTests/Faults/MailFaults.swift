import Foundation
import Support
import Testing

extension SystemTests {
    /// A mail server in a bad mood.
    @Suite struct MailFaults {
        private static let day = "2013-03-01"

        @Test func `fault 29: the mail server is down, and up again`() async throws {
            let (office, reference) = try await prepare()
            let down = try SMTPServer(.accept)
            down.stop()

            let kept = try await run(office, down.port)
            let up = try SMTPServer(.accept, port: down.port)
            let again = try await run(office, up.port)

            #expect(kept.status == 75 && kept.text.contains("5 tasks until later"))
            #expect(again.status == 0, "\(again.text)\(again.errors)")
            #expect(up.messageIDs.count == 5)
            try await expectSame(office, as: reference, [up], "the server away, then there")
        }

        @Test func `fault 29: the mail server puts each recipient off once`() async throws {
            let (office, reference) = try await prepare()
            let server = try SMTPServer(.greylistOnce)

            let first = try await run(office, server.port)
            let again = try await run(office, server.port)

            #expect(first.status == 75 && first.text.contains("5 tasks until later"))
            #expect(again.status == 0, "\(again.text)\(again.errors)")
            try await expectSame(office, as: reference, [server], "each recipient greylisted once")
        }

        @Test func `fault 29: a mail that is tried again has the same Message-ID`() async throws {
            let (office, reference) = try await prepare()
            let server = try SMTPServer(.putOffBody)

            let first = try await run(office, server.port)
            let again = try await run(office, server.port)

            #expect(first.status == 75)
            #expect(again.status == 0, "\(again.text)\(again.errors)")
            #expect(server.messageIDs.count == 10)
            try await expectSame(
                office, as: reference, [server], "each mail put off after its last line",
                mailsTwice: 5)
        }

        @Test func `fault 29: the mail server is slow`() async throws {
            let (office, reference) = try await prepare()
            let server = try SMTPServer(.slow(200))

            let ended = try await run(office, server.port)

            #expect(ended.status == 0, "\(ended.text)\(ended.errors)")
            try await expectSame(office, as: reference, [server], "0.2 s before each answer")
        }

        @Test func `fault 29: a recipient that is refused holds nobody up`() async throws {
            let (office, reference) = try await prepare()
            let bad = try #require(try recipients(reference).first)
            let server = try SMTPServer(.refuse(bad))

            let ended = try await run(office, server.port)
            let dead = try await office.avtalt(
                "tasks", "list", "--state", "dead", "--format", "json")

            #expect(ended.text.contains("1 tasks: see `avtalt tasks list --state dead`"))
            #expect(server.messageIDs.count == 4)
            let listed = try #require(try dead.json() as? [[String: Any]])
            #expect(listed.count == 1)
            let reason = listed.first?["last_error"] as? String ?? ""
            #expect(reason.contains("refused the message for good") && reason.contains("550"))
            try await office.expectSound()
            let differences = try Account(of: office).differences(from: reference)
                .filter { !$0.hasPrefix("lost: mail") }
            #expect(differences.allSatisfy { $0.contains("task ") || $0.contains("recipient ") })
            try FaultTable.record(
                FaultRow(
                    number: "29", injected: "one recipient refused with 550", times: 1,
                    asked: reference.count("task"), lost: 0, doubled: 0, doubledMails: 0,
                    measured: "the one is dead with the server's words"))
        }

        @Test func `fault 29: a recipient that is never answered holds nobody up`() async throws {
            let (office, reference) = try await prepare()
            let bad = try #require(try recipients(reference).first)
            let stuck = try SMTPServer(.ignore(bad))

            let running = try office.start(
                .avtalt, ["run", "--on", Self.day], environment: Self.environment(stuck.port))
            // The time limit of one delivery is a minute.
            let start = ContinuousClock.now
            while stuck.messageIDs.count < 4, start.duration(to: .now) < .seconds(30) {
                try await Task.sleep(for: .milliseconds(50))
            }
            let sent = stuck.messageIDs.count
            _ = try await running.stop(SIGKILL)
            let good = try SMTPServer(.accept)
            let again = try await run(office, good.port)

            #expect(sent == 4, "\(stuck.commands.filter { $0.hasPrefix("RCPT") })")
            #expect(again.status == 0, "\(again.text)\(again.errors)")
            try await expectSame(
                office, as: reference, [stuck, good], "no answer to one recipient, then killed",
                mailsTwice: nil)
        }

        // MARK: Steps

        private static func environment(_ port: Int) -> [String: String] {
            [
                "AVTALT_MAIL_DELIVERY": "smtp://127.0.0.1:\(port)", "AVTALT_MAIL_SECURITY": "none",
            ]
        }

        private func run(_ office: Office, _ port: Int) async throws -> Ended {
            try await office.avtalt("run", "--on", Self.day, environment: Self.environment(port))
        }

        /// An office, and what an undisturbed one that puts its mail into a folder has to show.
        private func prepare() async throws -> (Office, Account) {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", Self.day)
            return (office, try Account(of: undisturbed))
        }

        private func recipients(_ account: Account) throws -> [String] {
            account.entries.filter { $0.key.hasPrefix("mail ") }.values.compactMap { mail in
                let unfolded = mail.replacingOccurrences(of: "\n ", with: " ")
                let to = unfolded.split(whereSeparator: \.isNewline).first { $0.hasPrefix("To:") }
                return to?.split(separator: "<").last.map { String($0.dropLast()) }
            }.sorted()
        }

        /// Holds that the register is as after an undisturbed day, and that the servers have taken
        /// just the mails that lie in the other's folder.
        private func expectSame(
            _ office: Office, as reference: Account, _ servers: [SMTPServer], _ injected: String,
            mailsTwice: Int? = 0
        ) async throws {
            let ids = servers.flatMap(\.messageIDs)
            let wanted = reference.entries.keys.filter { $0.hasPrefix("mail ") }
                .map { $0.dropFirst("mail ".count).dropLast(".eml".count) }
            #expect(Set(ids.map { "\($0)" }) == Set(wanted.map { "\($0)" }))
            let differences = try Account(of: office).differences(from: reference)
                .filter { !$0.hasPrefix("lost: mail ") }
            #expect(differences == [])
            let twice = ids.count - Set(ids).count
            if let mailsTwice { #expect(twice == mailsTwice) }
            try await office.expectSound()
            try FaultTable.record(
                FaultRow(
                    number: "29", injected: injected, times: 1, asked: reference.count("task"),
                    lost: differences.count { !$0.hasPrefix("unexpected") },
                    doubled: differences.count { $0.hasPrefix("unexpected") },
                    doubledMails: twice))
        }
    }
}

extension SMTPServer {
    /// Of each message that came to its end, in order.
    fileprivate var messageIDs: [String] {
        commands.compactMap { command in
            let line = command.split(whereSeparator: \.isNewline)
                .first { $0.hasPrefix("Message-ID: <") }
            return line.map { String($0.dropFirst("Message-ID: <".count).dropLast()) }
        }
    }
}
