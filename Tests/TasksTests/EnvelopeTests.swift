import Agreements
import Foundation
import Testing

@testable import Tasks

struct EnvelopeTests {
    private let envelope = Envelope(
        id: TaskID(uniqueKey: "digest"), kind: .reminderDigest, attempt: 2, unit: .indreOst,
        subject: "Čáhppes Đoarvi", dueAt: Instant(milliseconds: 1),
        expiresAt: Instant(milliseconds: 2), sequenceKey: "s", payload: Data([0, 255, 10]))

    @Test func `an envelope comes back from its body as it was`() throws {
        let body = try envelope.body()

        #expect(Envelope.read(body) == .success(envelope))
    }

    @Test(arguments: ["", "{}", "[1]", #"{"id":"a","kind":"x.y"}"#])
    func `a body that is no envelope is a value that says why`(body: String) {
        guard case .failure(.undecodable(let reason)) = Envelope.read(Data(body.utf8)) else {
            Issue.record("«\(body)» was read")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test func `a body beyond the limit is neither written nor read`() {
        var large = envelope
        large.payload = Data(count: Envelope.bodyLimit)

        #expect(throws: Unreadable.self) { try large.body() }
        let body = Data(count: Envelope.bodyLimit + 1)
        let problem = Unreadable.tooLarge(bytes: body.count, limit: Envelope.bodyLimit)
        #expect(Envelope.read(body) == .failure(problem))
    }

    @Test func `a report comes back from JSON as it was`() throws {
        let report = TaskReport(
            id: envelope.id, attempt: 1, worker: "w", startedAt: Instant(milliseconds: 1),
            reportedAt: Instant(milliseconds: 2),
            event: .finished(.retry(after: .seconds(3), reason: "greylisted")))

        let body = try JSONEncoder().encode(report)

        #expect(try JSONDecoder().decode(TaskReport.self, from: body) == report)
    }

    @Test(arguments: [("reminder.digest", "reminder"), ("report.part.x", "report"), ("x", "x")])
    func `the worker of a kind is what stands before the first dot`(kind: String, worker: String) {
        #expect(TaskKind(rawValue: kind).worker == worker)
    }
}

struct TaskIDTests {
    @Test func `ids made later sort later`() {
        var generator = SystemRandomNumberGenerator()

        let ids = (1...50).map {
            TaskID(at: Instant(milliseconds: Int64($0)), using: &generator)
        }

        #expect(ids == ids.sorted())
        #expect(ids.allSatisfy { $0.text.count == 32 })
    }

    @Test func `an id of a unique key is always the same and another for another key`() {
        #expect(TaskID(uniqueKey: "a") == TaskID(uniqueKey: "a"))
        #expect(TaskID(uniqueKey: "a") != TaskID(uniqueKey: "b"))
        #expect(TaskID(uniqueKey: "a").text == "d228cb696f1a8caf78912b704e4a8964")
    }
}

struct WallClockTests {
    @Test(arguments: [
        ("2013-03-01T07:00:00", "2013-03-01T06:00:0"),
        ("2013-03-01T07:00:00Z", "2013-03-01T07:00:0"),
        ("2013-07-01T07:00:00", "2013-07-01T05:00:0"),
    ])
    func `time starts where it is told and runs on`(text: String, start: String) throws {
        let clock = try WallClock.starting(at: text)

        let first = clock.now()

        #expect(first.description.hasPrefix(start))
        #expect(clock.now() >= first)
    }

    @Test(arguments: ["", "2013-03-01", "2013-02-29T07:00:00", "2013-03-01T24:00:00", "07:00:00"])
    func `a time that is none is refused with the text`(text: String) {
        #expect(throws: WallClock.Error.malformed(text)) { try WallClock.starting(at: text) }
    }
}
