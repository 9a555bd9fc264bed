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
        return Receipt(generation: 1, number: 1, queue: "avtalt.v1.dead", message: message)
    }

    @Test func `a task goes out under its worker and unit and comes back the same`() throws {
        let message = try task().message(for: ["reminder"], at: now).get()

        #expect(message.routingKey == "reminder.nord")
        #expect(message.exchange == "avtalt.v1.tasks")
        #expect(try receipt(message.body).delivery.content.get() == task())
    }

    @Test(arguments: [("nobody.work", 2), ("reminder.digest", 16 * 1024 * 1024)])
    func `a task that no queue could take is not published`(kind: String, bytes: Int) {
        let result = task(kind: kind, bytes: bytes).message(for: ["reminder"], at: now)

        #expect(throws: Unroutable.self) { try result.get() }
    }

    @Test(arguments: [(nil, nil), (90, 90), (5_000_000, nil)])
    func `when it expires is told as the time that is left and not as a time`(
        left: Int?, lifetime: Int?
    ) throws {
        var task = task()
        task.expiresAt = left.map { now.adding(.seconds($0)) }

        let message = try task.message(for: ["reminder"], at: now).get()

        #expect(message.lifetime == lifetime.map { .seconds($0) })
        #expect(try receipt(message.body).delivery.content.get().expiresAt == nil)
    }

    @Test func `a task that has become too old in a queue is expired`() throws {
        let body = try task().body()

        let report = try receipt(body, death: "expired in q").report(at: now).get()

        #expect(report.event == .expired)
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

        let report = try receipt(body, death: death).report(at: now).get()

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

        let message = report.message

        let sent = try receipt(message.body, type: message.type).report(at: now).get()
        guard case .finished(.rejected(let reason)) = sent.event else {
            Issue.record("\(sent.event)")
            return
        }
        #expect(reason.contains("16777216"))
    }

    @Test func `what names no task is no report`() {
        #expect(throws: Unreadable.self) {
            try receipt(Data("?".utf8), id: "").report(at: now).get()
        }
        #expect(throws: Unreadable.self) {
            try receipt(Data("?".utf8), type: "report").report(at: now).get()
        }
    }
}
