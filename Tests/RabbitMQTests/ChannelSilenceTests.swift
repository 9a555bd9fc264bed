import Testing

@testable import RabbitMQ

/// What a consumer does to which nothing is delivered, in time since its link's start.
struct ChannelSilenceTests {
    @Test func `queues are looked at every so often`() {
        var silence = ChannelSilence(since: .seconds(100))

        #expect(silence.next(at: .milliseconds(104_999)) == .nothing)
        #expect(silence.next(at: .seconds(105)) == .look)
        let empty = silence.looked(ready: 0, at: .seconds(105))
        #expect(!empty)
        #expect(silence.next(at: .milliseconds(109_999)) == .nothing)
        #expect(silence.next(at: .seconds(110)) == .look)
    }

    @Test func `a consumer is deaf whose queues hold messages twice running`() {
        var silence = ChannelSilence(since: .zero)

        let first = silence.looked(ready: 3, at: .seconds(5))
        #expect(!first)
        #expect(silence.next(at: .milliseconds(6_999)) == .nothing)
        #expect(silence.next(at: .seconds(7)) == .look)
        let second = silence.looked(ready: 3, at: .seconds(7))
        #expect(second)
    }

    @Test func `messages that another has taken meanwhile are no sign`() {
        var silence = ChannelSilence(since: .zero)

        let before = silence.looked(ready: 3, at: .seconds(5))
        #expect(!before)
        let meanwhile = silence.looked(ready: 0, at: .seconds(7))
        #expect(!meanwhile)
        let after = silence.looked(ready: 3, at: .seconds(12))
        #expect(!after)
    }

    @Test func `after a long silence the connection is made anew`() {
        var silence = ChannelSilence(since: .seconds(1))
        _ = silence.looked(ready: 0, at: .seconds(598))

        #expect(silence.next(at: .seconds(600)) == .nothing)
        #expect(silence.next(at: .seconds(601)) == .renew)
    }
}
