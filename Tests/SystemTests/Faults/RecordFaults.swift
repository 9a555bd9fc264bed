import Foundation
import GRDB
import Support
import Testing

extension SystemTests {
    /// One bad record among good ones.
    @Suite struct RecordFaults {
        private static let day = "2013-03-01"

        /// What damages the payload of one digest as it is planned, and what its task says then.
        private static let damages = [
            ("UPDATE task_payload SET payload = x'00FF7B' WHERE task = NEW.task", "cannot be read"),
            ("DELETE FROM task_payload WHERE task = NEW.task", "cannot be read"),
        ]

        @Test(arguments: damages)
        func `fault 30: one damaged task among good ones is dead alone`(
            damage: String, words: String
        ) async throws {
            let (office, reference) = try await prepare()
            try execute(
                """
                CREATE TRIGGER damage AFTER INSERT ON task_payload
                WHEN NEW.task = (SELECT min(key) FROM task WHERE kind = 'reminder.digest')
                BEGIN \(damage); END
                """, in: office)

            let ended = try await office.avtalt("run", "--on", Self.day)
            try execute("DROP TRIGGER damage", in: office)

            #expect(try office.mails().count == 4)
            #expect(ended.text.contains("1 tasks: see `avtalt tasks list --state dead`"))
            try await expectOneDead(office, words, reference, "one digest's payload damaged")
        }

        @Test func `fault 30: one damaged part of a report is missing in that report alone`()
            async throws
        {
            let (office, reference) = try await prepare()
            try execute(
                """
                CREATE TRIGGER damage AFTER INSERT ON task_payload
                WHEN NEW.task = (SELECT min(key) FROM task WHERE kind = 'report.part')
                BEGIN UPDATE task_payload SET payload = x'00FF7B' WHERE task = NEW.task; END
                """, in: office)

            let ended = try await office.avtalt("run", "--on", Self.day)
            try execute("DROP TRIGGER damage", in: office)

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(ended.text.contains("1 tasks: see `avtalt tasks list --state dead`"))
            #expect(try office.mails().count == 5)
            try await expectOneDead(
                office, "cannot be read", reference, "one part of a report damaged")
            let reports = try Account(of: office).differences(from: reference)
                .filter { $0.contains(" report") && !$0.contains(" task ") }
            #expect(!reports.isEmpty)
            #expect(reports.allSatisfy { $0.contains("monthly-2013-01") }, "\(reports)")
        }

        @Test
        func `fault 30: one result that the register refuses is dead alone, until it is mended`()
            async throws
        {
            let (office, reference) = try await prepare()
            try execute(
                """
                CREATE TRIGGER refusal BEFORE INSERT ON evaluation
                WHEN NEW.agreement = (SELECT min(key) FROM agreement WHERE id LIKE 'NORD-%')
                BEGIN SELECT raise(ABORT, 'this evaluation is refused'); END
                """, in: office)

            let ended = try await office.avtalt("run", "--on", Self.day)
            let id = try await expectOneDead(
                office, "this evaluation is refused", reference, "one result refused")
            try execute("DROP TRIGGER refusal", in: office)
            let retried = try await office.avtalt(
                "tasks", "retry", id, environment: ["AVTALT_NOW": "2013-03-01T08:00:00"])
            let again = try await office.avtalt("run", "--on", Self.day)

            #expect(ended.text.contains("1 tasks: see `avtalt tasks list --state dead`"))
            #expect(retried.status == 0, "\(retried.errors)")
            #expect(again.status == 0, "\(again.text)\(again.errors)")
            try await office.expectSame(
                as: reference, number: "30", "the refused result retried by hand")
        }

        /// Holds that one task is dead, with the words in its reason, and that nothing else differs
        /// but what hangs on it; answers its id.
        @discardableResult
        private func expectOneDead(
            _ office: Office, _ words: String, _ reference: Account, _ injected: String
        ) async throws -> String {
            let listed = try await office.avtalt(
                "tasks", "list", "--state", "dead", "--format", "json")
            let dead = try #require(try listed.json() as? [[String: Any]])
            let reason = dead.first?["last_error"] as? String ?? ""
            #expect(dead.count == 1 && reason.contains(words), "\(listed.text)")
            let account = try Account(of: office)
            let differences = account.differences(from: reference)
            #expect(differences.count { $0.contains(" task ") } == 1, "\(differences)")
            #expect(!differences.contains { $0.hasPrefix("unexpected") }, "\(differences)")
            try await office.expectSound()
            try FaultTable.record(
                FaultRow(
                    number: "30", injected: injected, times: 1, asked: reference.count("task"),
                    lost: 0, doubled: 0, doubledMails: 0, measured: "the one is dead: «\(reason)»"))
            return dead.first?["id"] as? String ?? ""
        }

        private func execute(_ sql: String, in office: Office) throws {
            let queue = try DatabaseQueue(path: office.register)
            try queue.write { try $0.execute(sql: sql) }
            try queue.close()
        }

        private func prepare() async throws -> (Office, Account) {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", Self.day)
            return (office, try Account(of: undisturbed))
        }
    }
}
