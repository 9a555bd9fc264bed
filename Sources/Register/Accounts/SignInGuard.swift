import Agreements

/// Slows down those who guess passwords, without shutting out the person whose password it is.
///
/// 1. `decide` counts a try before the password is looked at, so that a hundred at once are a
///    hundred tries.
/// 2. A browser that this person has signed in from before is counted by itself: strangers who
///    hammer the name cannot use its tries up.
/// 3. Anybody else is counted by name and network, and by network. A name is never counted
///    across networks: that count would be a way to lock the person out.
/// 4. After some free tries each one is followed by a wait that doubles. Tries during a wait are
///    refused and do not lengthen it.
/// 5. `succeeded` forgets what was counted for the name from there.
///
/// What it knows is kept in memory, within a limit: strangers cannot make the register write.
package struct SignInGuard: Sendable {
    /// Free tries, and the waits after them.
    package struct Pace: Hashable, Sendable {
        let free: Int
        let first: Duration
        let longest: Duration

        /// For a name from one network, and for a browser that is known.
        static let name = Pace(free: 5, first: .seconds(15), longest: .seconds(900))
        /// For a network, where a whole office may sit behind one address.
        static let network = Pace(free: 60, first: .seconds(2), longest: .seconds(300))

        fileprivate func wait(after tries: Int) -> Duration {
            guard tries >= free else { return .zero }
            let doublings = min(tries - free, 20)
            return min(first * (1 << doublings), longest)
        }
    }

    /// Where a try comes from.
    package struct Origin: Hashable, Sendable {
        /// The name that was typed.
        let name: String
        let network: String
        /// Key of the known device, when this browser belongs to the name.
        let device: Int64?

        /// Names are the same in any case; of an address only the network counts.
        package init(name: String, address: String, device: Int64? = nil) {
            self.name = String(name.lowercased().prefix(100))
            network = Self.network(of: address)
            self.device = device
        }

        /// 192.0.2.0/24 or 2001:db8:1::/48: what one holder usually has at least.
        static func network(of address: String) -> String {
            let address = address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address
            let parts = address.split(separator: ".")
            if parts.count == 4 { return parts.dropLast().joined(separator: ".") }
            let groups = address.split(separator: ":", omittingEmptySubsequences: false)
            let head = groups.prefix { !$0.isEmpty }.prefix(3)
            return (head + repeatElement("0", count: 3 - head.count)).joined(separator: ":")
        }
    }

    /// What is to be done with a try.
    package enum Decision: Hashable, Sendable {
        case checkPassword
        /// Not before then, whatever the password is.
        case refuse(until: Instant)
    }

    private enum Place: Hashable {
        case device(Int64)
        case name(String, network: String)
        case network(String)

        var pace: Pace {
            switch self {
            case .device, .name: .name
            case .network: .network
            }
        }
    }

    private struct Count {
        var tries = 0
        var lastAt: Instant
    }

    private var counts: [Place: Count] = [:]
    private let most: Int
    private static let memory = Duration.seconds(3600)

    /// - Parameter most: How many places are remembered; the oldest give way.
    package init(most: Int = 20_000) {
        self.most = most
    }

    /// Whether the password may be looked at; counts the try if so.
    package mutating func decide(_ origin: Origin, at now: Instant) -> Decision {
        let places = places(of: origin, at: now)
        let waits = places.compactMap { place in
            counts[place].map { $0.lastAt.adding(place.pace.wait(after: $0.tries)) }
        }
        if let until = waits.max(), until > now { return .refuse(until: until) }
        for place in places {
            counts[place, default: Count(lastAt: now)].tries += 1
            counts[place]?.lastAt = now
        }
        forget(at: now)
        return .checkPassword
    }

    /// The password was right: the name is free again from there.
    package mutating func succeeded(_ origin: Origin) {
        if let device = origin.device { counts[.device(device)] = nil }
        counts[.name(origin.name, network: origin.network)] = nil
        let network = Place.network(origin.network)
        if let count = counts[network]?.tries { counts[network]?.tries = max(0, count - 1) }
    }

    /// A known browser whose own tries are used up is a stranger like any other.
    private mutating func places(of origin: Origin, at now: Instant) -> [Place] {
        if let device = origin.device {
            let place = Place.device(device)
            if counts[place].map({ isOver($0, at: now) }) == true { counts[place] = nil }
            if counts[place]?.tries ?? 0 < Pace.name.free { return [place] }
        }
        let places = [
            Place.name(origin.name, network: origin.network), .network(origin.network),
        ]
        for place in places where counts[place].map({ isOver($0, at: now) }) == true {
            counts[place] = nil
        }
        return places
    }

    private func isOver(_ count: Count, at now: Instant) -> Bool {
        now.duration(since: count.lastAt) >= Self.memory
    }

    /// Places that are remembered.
    var size: Int { counts.count }

    /// Makes room a tenth at a time, so that a flood does not cost a search at each try.
    private mutating func forget(at now: Instant) {
        guard counts.count > most else { return }
        counts = counts.filter { !isOver($0.value, at: now) }
        guard counts.count > most * 9 / 10 else { return }
        let kept = counts.sorted { $0.value.lastAt > $1.value.lastAt }.prefix(most * 9 / 10)
        counts = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
