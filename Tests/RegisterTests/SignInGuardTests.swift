import Agreements
import Testing

@testable import Register

/// Who is slowed down, and who never is on another's account.
struct SignInGuardTests {
    private static let start = Instant(milliseconds: 1_362_117_600_000)
    private static let person = "nord.saksbehandler1"
    private static let office = "192.0.2.10"
    private static let elsewhere = "198.51.100.7"

    private var desk = SignInGuard()

    @Test mutating func `the first five tries are free and the sixth waits`() {
        let tries = fail(6, from: origin(Self.office))

        #expect(tries.prefix(5).allSatisfy { $0 == .checkPassword })
        #expect(tries[5] == .refuse(until: Self.start.adding(.seconds(15))))
    }

    @Test(arguments: [(0, 15), (1, 30), (2, 60), (5, 480), (6, 900), (20, 900)])
    mutating func `each try after the free ones waits twice as long, a quarter at most`(
        further: Int, seconds: Int
    ) {
        var now = Self.start
        fail(5, from: origin(Self.office))
        for _ in 0..<further {
            now = now.adding(.seconds(900))
            #expect(desk.decide(origin(Self.office), at: now) == .checkPassword)
        }

        let next = desk.decide(origin(Self.office), at: now)

        #expect(next == .refuse(until: now.adding(.seconds(seconds))))
    }

    @Test mutating func `tries during a wait do not lengthen it`() {
        fail(1000, from: origin(Self.office))

        let later = Self.start.adding(.seconds(15))

        #expect(desk.decide(origin(Self.office), at: later) == .checkPassword)
    }

    @Test mutating func `a stranger who hammers a name from elsewhere slows nobody else down`() {
        fail(1000, from: origin(Self.elsewhere))

        #expect(desk.decide(origin(Self.office), at: Self.start) == .checkPassword)
    }

    @Test mutating func `a colleague who hammers a name does not slow its known browser down`() {
        fail(1000, from: origin(Self.office))

        let known = desk.decide(origin(Self.office, device: 1), at: Self.start)

        #expect(known == .checkPassword)
    }

    @Test mutating func `a whole botnet never shuts a name out elsewhere`() {
        for network in 0..<250 {
            fail(20, from: origin("10.\(network).0.1"))
        }

        #expect(desk.decide(origin(Self.office), at: Self.start) == .checkPassword)
    }

    @Test mutating func `a known browser that guesses is a stranger after five tries`() {
        let device = origin(Self.office, device: 1)

        let tries = fail(11, from: device)

        #expect(tries.prefix(10).allSatisfy { $0 == .checkPassword })
        #expect(tries[10] == .refuse(until: Self.start.adding(.seconds(15))))
    }

    @Test mutating func `a network that tries many names waits`() {
        let tries = (0..<61).map { number in
            desk.decide(
                SignInGuard.Origin(name: "name\(number)", address: Self.elsewhere), at: Self.start)
        }

        #expect(tries.prefix(60).allSatisfy { $0 == .checkPassword })
        #expect(tries[60] == .refuse(until: Self.start.adding(.seconds(2))))
    }

    @Test mutating func `whoever comes in starts afresh`() {
        fail(4, from: origin(Self.office))

        desk.succeeded(origin(Self.office))

        #expect(fail(5, from: origin(Self.office)).allSatisfy { $0 == .checkPassword })
    }

    @Test mutating func `an hour without tries forgets them`() {
        fail(5, from: origin(Self.office))
        let later = Self.start.adding(.seconds(3600))

        let tries = (0..<5).map { _ in desk.decide(origin(Self.office), at: later) }

        #expect(tries.allSatisfy { $0 == .checkPassword })
    }

    @Test mutating func `a name in other letters is the same name`() {
        fail(5, from: origin(Self.office))

        let shouted = SignInGuard.Origin(name: Self.person.uppercased(), address: Self.office)

        #expect(desk.decide(shouted, at: Self.start) != .checkPassword)
    }

    @Test func `a flood of places takes no more room than it may, and the latest are kept`() {
        var desk = SignInGuard(most: 100)

        for number in 0..<1000 {
            let origin = SignInGuard.Origin(
                name: "n", address: "10.\(number / 250).\(number % 250).1")
            _ = desk.decide(origin, at: Self.start.adding(.seconds(number)))
        }

        #expect(desk.size <= 100)
        let last = SignInGuard.Origin(name: "n", address: "10.3.249.1")
        let tries = (0..<5).map { _ in desk.decide(last, at: Self.start.adding(.seconds(1000))) }
        #expect(tries[4] != .checkPassword)
    }

    @Test(arguments: [
        ("192.0.2.10", "192.0.2"), ("::ffff:192.0.2.10", "192.0.2"),
        ("2001:db8:1:2::1", "2001:db8:1"), ("2001:db8::1", "2001:db8:0"), ("::1", "0:0:0"),
        ("", "0:0:0"),
    ])
    func `of an address only the network counts`(address: String, network: String) {
        #expect(SignInGuard.Origin.network(of: address) == network)
    }

    private func origin(_ address: String, device: Int64? = nil) -> SignInGuard.Origin {
        SignInGuard.Origin(name: Self.person, address: address, device: device)
    }

    @discardableResult
    private mutating func fail(_ count: Int, from origin: SignInGuard.Origin)
        -> [SignInGuard.Decision]
    {
        (0..<count).map { _ in desk.decide(origin, at: Self.start) }
    }
}
