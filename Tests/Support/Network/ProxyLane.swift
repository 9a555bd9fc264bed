/// One direction of a connection: what has come in and is not sent on yet, in order.
struct ProxyLane {
    private struct Segment {
        let bytes: [UInt8]
        var sent = 0
        let releaseAt: Duration
    }

    /// The shortest time-out after which TCP sends a lost segment again (Linux, tcp(7)).
    static let timeOut = Duration.milliseconds(200)
    /// What the network holds of one direction.
    private static let capacity = 1024 * 1024

    private var segments: [Segment] = []
    private var first = 0
    private var held = 0
    private var lastRelease = Duration.zero
    private(set) var hasEnded = false

    /// Whether more may come in.
    var hasRoom: Bool { held < Self.capacity && !hasEnded }
    /// Whether the end has come in and everything before it is sent on.
    var isDone: Bool { hasEnded && first == segments.count }

    /// A segment has come in; it is sent on after the delay, and after as many time-outs as it is
    /// lost times.
    mutating func take(
        _ bytes: [UInt8], at now: Duration, delay: Duration, lostTimes: Int
    ) {
        var release = now + delay
        for time in 0..<lostTimes { release += Self.timeOut * (1 << min(time, 6)) }
        lastRelease = max(lastRelease, release)
        segments.append(Segment(bytes: bytes, releaseAt: lastRelease))
        held += bytes.count
    }

    /// The sender has said all.
    mutating func end() {
        hasEnded = true
    }

    /// When the next segment is to be sent on.
    var nextRelease: Duration? { first < segments.count ? segments[first].releaseAt : nil }

    /// What is to be sent on now.
    func due(at now: Duration) -> ArraySlice<UInt8>? {
        guard let nextRelease, nextRelease <= now else { return nil }
        return segments[first].bytes[segments[first].sent...]
    }

    /// So many bytes of what was due are sent on.
    mutating func sent(_ count: Int) {
        segments[first].sent += count
        held -= count
        guard segments[first].sent == segments[first].bytes.count else { return }
        first += 1
        guard first == segments.count || first > 1000 else { return }
        segments.removeFirst(first)
        first = 0
    }
}
