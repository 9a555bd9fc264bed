import Foundation
import Testing

@testable import RabbitMQ

struct FrameAssemblyTests {
    private func header(_ id: String, size: Int) -> Frame {
        var message = ReceivedMessage()
        message.id = id
        message.size = size
        return .header(message)
    }

    private func events(_ frames: [Frame], limit: Int = 100) -> [ChannelEvent] {
        var assembly = FrameAssembly(bodyLimit: limit)
        return frames.compactMap { assembly.take($0) }
    }

    @Test func `a delivery is complete with the last of its bodies`() {
        let events = events([
            .delivered(queue: "q", number: 7, isRedelivered: false), header("t", size: 5),
            .body(Data("ab".utf8)), .body(Data("cde".utf8)),
        ])

        #expect(events.count == 1)
        guard case .delivered("q", 7, let message)? = events.first else {
            Issue.record("no delivery")
            return
        }
        #expect(message.body == Data("abcde".utf8))
        #expect(message.id == "t")
    }

    @Test func `a message without a body is complete with its header`() {
        let events = events([
            .delivered(queue: "q", number: 1, isRedelivered: false), header("t", size: 0),
        ])

        #expect(events.count == 1)
    }

    @Test func `a message tells whether it was delivered before, and the next one for itself`() {
        let events = events([
            .delivered(queue: "q", number: 1, isRedelivered: true), header("again", size: 0),
            .delivered(queue: "q", number: 2, isRedelivered: false), header("new", size: 0),
        ])

        let told = events.map { event -> Bool? in
            guard case .delivered(_, _, let message) = event else { return nil }
            return message.isRedelivered
        }
        #expect(told == [true, false])
    }

    @Test func `of a body beyond the limit only the size is kept`() {
        let events = events(
            [
                .delivered(queue: "q", number: 1, isRedelivered: false), header("large", size: 8),
                .body(Data("abcd".utf8)), .body(Data("efgh".utf8)),
                .delivered(queue: "q", number: 2, isRedelivered: false), header("small", size: 2),
                .body(Data("ij".utf8)),
            ], limit: 4)

        guard case .delivered(_, 1, let large)? = events.first,
            case .delivered(_, 2, let small)? = events.last
        else {
            Issue.record("no deliveries")
            return
        }
        #expect(large.body.isEmpty && large.size == 8)
        #expect(small.body == Data("ij".utf8))
    }

    @Test func `a message that comes back is told with its id and the reason`() {
        let events = events([
            .returned(code: 312, reason: "NO_ROUTE"), header("t", size: 2),
            .body(Data("{}".utf8)), .confirmed(number: 1, multiple: false),
        ])

        #expect(
            events == [
                .returned(id: "t", reason: "312, NO_ROUTE"),
                .confirmed(number: 1, multiple: false),
            ])
    }

    @Test func `alarms and cancellations between the frames of a message do not disturb it`() {
        let events = events([
            .delivered(queue: "q", number: 1, isRedelivered: false),
            .blocked(reason: "low on disk"),
            header("t", size: 1), .unblocked, .other, .body(Data("x".utf8)),
            .cancelled(queue: "q"),
        ])

        #expect(events.count == 4)
        #expect(events.first == .blocked(reason: "low on disk"))
        #expect(events.last == .cancelled(queue: "q"))
    }
}
