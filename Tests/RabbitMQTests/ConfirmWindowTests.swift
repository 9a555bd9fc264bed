import Testing

@testable import RabbitMQ

struct ConfirmWindowTests {
    private func window(of count: Int, bounds: ConfirmWindow<Int>.Bounds = .init())
        -> ConfirmWindow<Int>
    {
        var window = ConfirmWindow<Int>(bounds: bounds)
        for number in 1...count {
            window.sent(number, id: "t\(number)", bytes: 10, at: .seconds(number))
        }
        return window
    }

    @Test func `a confirmation is of one message or of all up to it`() {
        var window = window(of: 5)

        #expect(window.confirmed(upTo: 2, multiple: false).map(\.sender) == [2])
        #expect(window.confirmed(upTo: 4, multiple: true).map(\.sender) == [1, 3, 4])

        #expect(window.count == 1)
        #expect(window.oldestSentAt == .seconds(5))
    }

    @Test func `a message that came back is told so when it is confirmed`() {
        var window = window(of: 3)

        window.returned(id: "t2", reason: "312, NO_ROUTE")

        let answers = window.confirmed(upTo: 3, multiple: true)
        #expect(answers.map(\.returned) == [nil, "312, NO_ROUTE", nil])
    }

    @Test func `of several messages with one id each return is of another`() {
        var window = ConfirmWindow<Int>()
        for number in 1...3 { window.sent(number, id: "t", bytes: 1, at: .zero) }

        window.returned(id: "t", reason: "a")
        window.returned(id: "t", reason: "b")

        #expect(window.confirmed(upTo: 3, multiple: true).map(\.returned) == ["a", "b", nil])
    }

    @Test func `a refusal is no confirmation`() {
        var window = window(of: 3)

        #expect(window.refused(upTo: 2, multiple: true) == [1, 2])
        #expect(window.confirmed(upTo: 3, multiple: false).map(\.sender) == [3])
    }

    @Test func `numbers that were never sent or are answered already are nobody's`() {
        var window = window(of: 2)
        _ = window.confirmed(upTo: 1, multiple: false)

        #expect(window.confirmed(upTo: 1, multiple: false).isEmpty)
        #expect(window.confirmed(upTo: 9, multiple: false).isEmpty)
        #expect(window.confirmed(upTo: UInt64.max, multiple: true).map(\.sender) == [2])
    }

    @Test func `it has room for so many messages and so many bytes and always for one`() {
        let bounds = ConfirmWindow<Int>.Bounds(messages: 3, bytes: 25)

        #expect(ConfirmWindow<Int>(bounds: bounds).hasRoom(for: 1000))
        #expect(window(of: 1, bounds: bounds).hasRoom(for: 15))
        #expect(!window(of: 1, bounds: bounds).hasRoom(for: 16))
        #expect(!window(of: 3, bounds: .init(messages: 3, bytes: 1000)).hasRoom(for: 1))
    }

    @Test func `a lost channel leaves all unknown and the next one counts from 1`() {
        var window = window(of: 3)
        _ = window.confirmed(upTo: 2, multiple: false)

        #expect(window.lost() == [1, 3])

        #expect(window.count == 0)
        #expect(window.sent(7, id: "t7", bytes: 1, at: .zero) == 1)
    }
}
