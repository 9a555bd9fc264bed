import Agreements
import Foundation
import Tasks
import Testing

@testable import RabbitMQ

struct WireTests {
    private let now = Instant(milliseconds: 1_362_117_600_000)

    private func task(kind: String = "reminder.digest", bytes: Int = 2) -> Envelope {
        Envelope(
            id: TaskID("t"), kind: TaskKind(rawValue: kind), attempt: 3, unit: .nord,
            subject: "s", dueAt: now, payload: Data(count: bytes))
    }

    private func message(of task: Envelope) throws -> Message {
        try task.message(for: ["reminder"], at: now, lifetime: .seconds(240)).get()
    }

    /// The one report of a receipt.
    private func report(_ receipt: Receipt) throws -> TaskReport {
        let reports = try receipt.reports(at: now).get()
        #expect(reports.count == 1)
        return try #require(reports.first)
    }

    private func receipt(
        _ body: Data, id: String = "t", type: String = "reminder.digest", size: Int? = nil,
        death: String? = nil
    ) -> Receipt {
        var message = ReceivedMessage()
        message.id = id
        message.type = type
        message.attempt = 3
        message.body = body
        message.size = size ?? body.count
        message.death = death
        return Receipt(
            generation: 1, number: 1, queue: "avtalt.v1.dead", arrivedAt: .now, message: message)
    }

    @Test func `a task goes out under its worker and unit and comes back the same`() throws {
        let message = try message(of: task())

        #expect(message.routingKey == "reminder.nord")
        #expect(message.exchange == "avtalt.v1.tasks")
        #expect(try receipt(message.body).delivery.content.get() == task())
    }

    @Test(arguments: [("nobody.work", 2), ("reminder.digest", 16 * 1024 * 1024)])
    func `a task that no queue could take is not published`(kind: String, bytes: Int) {
        #expect(throws: Unroutable.self) { try message(of: task(kind: kind, bytes: bytes)) }
    }

    @Test(arguments: [(nil, 240), (90, 90), (5_000_000, 240)])
    func `when it expires is told as the time that is left and not as a time`(
        left: Int?, lifetime: Int
    ) throws {
        var task = task()
        task.expiresAt = left.map { now.adding(.seconds($0)) }

        let message = try message(of: task)

        #expect(message.lifetime == .seconds(lifetime))
        #expect(try receipt(message.body).delivery.content.get().expiresAt == nil)
    }

    @Test func `a task that has become too old in a queue is expired`() throws {
        var task = task()
        task.expiresAt = now

        let report = try report(receipt(try task.body(), death: "expired in q"))

        #expect(report.event == .expired)
    }

    @Test(arguments: [nil, 1])
    func `a task that has only waited too long for a worker is the register's`(
        left: Int?
    ) throws {
        var task = task()
        task.expiresAt = left.map { now.adding(.seconds($0)) }

        let reports = try receipt(try task.body(), death: "expired in q").reports(at: now).get()

        #expect(reports.isEmpty)
    }

    @Test func `reports travel together and in order`() throws {
        let reports = (0..<600).map { number in
            TaskReport(
                id: TaskID("\(number)"), attempt: 1, worker: "w", startedAt: now, reportedAt: now,
                event: .finished(.done(result: Data(count: number == 300 ? 300_000 : 10))))
        }

        let parcels = ReportParcel.packing(reports)

        #expect(parcels.map(\.count) == [250, 50, 1, 250, 49])
        let sent = try parcels.flatMap {
            try receipt($0.message.body, type: $0.message.type).reports(at: now).get()
        }
        #expect(sent == reports)
    }

    @Test func `a delivery that cannot be read still names its task`() {
        let delivery = receipt(Data("{".utf8)).delivery

        #expect(delivery.id == TaskID("t"))
        #expect(delivery.attempt == 3)
        #expect(throws: Unreadable.self) { try delivery.content.get() }
    }

    @Test func `a body of 200 MB is told with its size`() {
        let delivery = receipt(Data(), size: 200_000_000).delivery

        #expect(delivery.content == .failure(.tooLarge(bytes: 200_000_000, limit: 16_777_216)))
    }

    @Test(arguments: [nil, "delivery_limit in avtalt.v1.tasks.reminder"])
    func `a task that comes back undone is kept with the reason`(death: String?) throws {
        let body = try task().body()

        let report = try report(receipt(body, death: death))

        guard case .kept(let reason) = report.event else {
            Issue.record("\(report.event)")
            return
        }
        #expect(report.id == TaskID("t") && report.attempt == 3)
        #expect(reason.contains(death ?? "No queue"))
    }

    @Test func `a result too large for a message ends its task with the reason`() throws {
        let report = TaskReport(
            id: TaskID("t"), attempt: 1, worker: "w", startedAt: now, reportedAt: now,
            event: .finished(.done(result: Data(count: 16 * 1024 * 1024))))

        let message = ReportParcel.packing([report])[0].message

        let sent = try self.report(receipt(message.body, type: message.type))
        guard case .finished(.rejected(let reason)) = sent.event else {
            Issue.record("\(sent.event)")
            return
        }
        #expect(reason.contains("16777216"))
    }

    @Test(arguments: [("?", "", "?"), ("?", "t", "reports"), ("[]", "t", "reports")])
    func `what names no task is no report`(body: String, id: String, type: String) {
        #expect(throws: Unreadable.self) {
            try receipt(Data(body.utf8), id: id, type: type).reports(at: now).get()
        }
    }
}
