import Foundation
import Support
import Testing

extension SystemTests {
    /// A reminder worker dies again and again while it sends.
    @Suite struct MailKillFaults {
        private static let people = 300
        private static let kills = 10
        private static let slots = 8

        @Test func `fault 7: of a day's mails none is lost when the worker is killed ten times`()
            async throws
        {
            let (office, digests) = (try Office(), ManyDigests(people: Self.people))
            try digests.fill(office.register)
            let server = try await MailServer.start()
            let queue = Broker.url(of: try await Broker.ofThisRun().virtualHost())
            let begun = ContinuousClock.now
            func start(_ program: Program) throws -> Running {
                try office.start(
                    program, [],
                    environment: [
                        "AVTALT_QUEUE": queue, "AVTALT_MAIL_SECURITY": "none",
                        "AVTALT_MAIL_DELIVERY": "smtp://127.0.0.1:\(server.port)",
                    ].merging(ManyDigests.environment(slots: Self.slots, since: begun)) { $1 })
            }

            let coordinator = try start(.coordinator)
            let last = try await KilledSender(
                server: server, mails: Self.people, kills: Self.kills, deadline: Office.limit
            ).run {
                try start(.reminderWorker)
            } kill: { worker in
                worker.send(SIGKILL)
                let ended = try await worker.end(within: .seconds(10))
                #expect(ended.wasKilled && ended.status == SIGKILL, "\(ended.errors)")
            }
            try await digests.waitUntilRecorded(in: office.register, within: Office.limit)
            try await [coordinator, last].expectToStop()

            let reckoning = digests.reckoning(of: try server.mails)
            #expect(reckoning.asked == Self.people && reckoning.lost == 0, "\(reckoning)")
            #expect(reckoning.doubled == 0, "\(reckoning)")
            #expect(reckoning.again <= Self.kills * Self.slots, "\(reckoning)")
            #expect(reckoning.arrived == Self.people + reckoning.again, "\(reckoning)")
            try FaultTable.record(
                FaultRow(
                    number: "7", injected: "reminder worker killed while it sends",
                    times: Self.kills, asked: Self.people, lost: reckoning.lost,
                    doubled: reckoning.doubled, doubledMails: reckoning.again))
        }
    }
}
