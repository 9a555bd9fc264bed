import Foundation
import Synchronization
import Tasks
import Testing

@testable import RabbitMQ

struct PublishBoardTests {
    /// What was answered, batch by batch.
    private final class Answers: Sendable {
        let all = Mutex<[UInt64: [Publication]]>([:])

        func job(_ number: UInt64, _ count: Int) -> PublishJob {
            let message = Message(
                exchange: "e", routingKey: "k", id: "t", type: "x", attempt: 1, body: Data())
            return PublishJob(
                number: number, messages: Array(repeating: message, count: count)
            ) { answers in self.all.withLock { $0[number] = answers } }
        }

        subscript(number: UInt64) -> [Publication]? { all.withLock { $0[number] } }
    }

    private func send(_ count: Int, of board: inout PublishBoard) -> [PublishBoard.Slot] {
        (0..<count).compactMap { _ in
            let slot = board.next()?.slot
            board.sendNext()
            return slot
        }
    }

    @Test func `a batch is answered in its order once all of it is`() {
        let answers = Answers()
        var board = PublishBoard()
        board.add(answers.job(1, 2), deadline: .seconds(30))
        let slots = send(2, of: &board)

        board.answer(slots[1], .confirmed)
        #expect(answers[1] == nil)
        board.answer(slots[0], .returned(reason: "no route"))

        #expect(answers[1] == [.returned(reason: "no route"), .confirmed])
        #expect(board.next() == nil)
    }

    @Test func `an empty batch is answered at once`() {
        let answers = Answers()
        var board = PublishBoard()

        board.add(answers.job(1, 0), deadline: .seconds(30))

        #expect(answers[1] == [])
    }

    @Test func `what is not answered when time is over is unknown and later answers are nobody's`()
    {
        let answers = Answers()
        var board = PublishBoard()
        board.add(answers.job(1, 2), deadline: .seconds(30))
        board.add(answers.job(2, 1), deadline: .seconds(31))
        let slots = send(1, of: &board)
        board.answer(slots[0], .confirmed)

        board.expire(at: .milliseconds(29_999))
        #expect(answers[1] == nil)
        board.expire(at: .seconds(30))

        #expect(answers[1]?.first == .confirmed)
        guard case .unknown? = answers[1]?.last else {
            Issue.record("\(String(describing: answers[1]))")
            return
        }
        #expect(board.next()?.slot == PublishBoard.Slot(job: 2, index: 0))
        board.answer(slots[0], .refused(reason: "late"))
        #expect(answers[2] == nil)
    }

    @Test func `in an alarm what is not sent is refused and what is sent waits`() {
        let answers = Answers()
        var board = PublishBoard()
        board.add(answers.job(1, 1), deadline: .seconds(30))
        board.add(answers.job(2, 2), deadline: .seconds(30))
        let slots = send(1, of: &board)

        board.answerUnsent(.refused(reason: "alarm"))

        #expect(answers[1] == nil)
        #expect(answers[2] == [.refused(reason: "alarm"), .refused(reason: "alarm")])
        board.answer(slots[0], .confirmed)
        #expect(answers[1] == [.confirmed])
    }

    @Test func `when the connection is lost every batch is answered`() {
        let answers = Answers()
        var board = PublishBoard()
        board.add(answers.job(1, 1), deadline: .seconds(30))
        board.add(answers.job(2, 1), deadline: .seconds(30))
        _ = send(1, of: &board)

        board.abandonAll(reason: "lost")

        #expect(answers[1] == [.unknown(reason: "lost")])
        #expect(answers[2] == [.unknown(reason: "lost")])
        #expect(board.next() == nil)
    }
}
