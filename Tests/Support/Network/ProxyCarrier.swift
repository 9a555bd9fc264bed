import Foundation

/// What a proxy's thread does: it owns all sockets.
struct ProxyCarrier {
    /// A client's connection and the one that was made for it.
    private struct Pair {
        let client: Int32
        let target: Int32
        var there = ProxyLane()
        var back = ProxyLane()
        var isBroken = false
    }

    private let listener: Int32
    private let target: Int
    private let shared: SharedWeather
    private var random: UInt64
    private var pairs: [Pair] = []
    private var weather = Weather()
    private let start = ContinuousClock.now

    /// A segment of TCP on Ethernet.
    private static let segment = 1448

    init(listener: Int32, target: Int, _ shared: SharedWeather, seed: UInt64) {
        self.listener = listener
        self.target = target
        self.shared = shared
        random = seed
    }

    private var now: Duration { ContinuousClock.now - start }

    mutating func run() {
        while true {
            weather = shared.weather
            guard !weather.isOver else { return end() }
            if weather.isCut { breakOff() }
            var descriptors = descriptors()
            poll(&descriptors, nfds_t(descriptors.count), waitingTime())
            if descriptors[0].revents != 0 {
                shared.hear()
                continue
            }
            if descriptors[1].revents != 0 { accept() }
            carry(descriptors.dropFirst(2).map(\.revents))
        }
    }

    // MARK: Waiting

    private func descriptors() -> [pollfd] {
        var all = [
            pollfd(fd: shared.alarm, events: Int16(POLLIN), revents: 0),
            pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
        ]
        for pair in pairs {
            all.append(descriptor(pair.client, reading: pair.there, writing: pair.back))
            all.append(descriptor(pair.target, reading: pair.back, writing: pair.there))
        }
        return all
    }

    private func descriptor(
        _ socket: Int32, reading: ProxyLane, writing: ProxyLane
    ) -> pollfd {
        let events =
            (reading.hasRoom ? Int16(POLLIN) : 0)
            | (writing.due(at: now) == nil ? 0 : Int16(POLLOUT))
        return pollfd(fd: weather.isSilent || events == 0 ? -1 : socket, events: events, revents: 0)
    }

    private func waitingTime() -> Int32 {
        let next = pairs.flatMap { [$0.there.nextRelease, $0.back.nextRelease] }
            .compactMap { $0 }.filter { $0 > now }.min()
        guard !weather.isSilent, let next else { return -1 }
        let (seconds, attoseconds) = (next - now).components
        return Int32(clamping: max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000) + 1)
    }

    // MARK: Carrying

    private mutating func accept() {
        let client = Glibc.accept(listener, nil, nil)
        guard client >= 0 else { return }
        guard !weather.isCut, let socket = Port.connected(to: target) else { return reset(client) }
        for socket in [client, socket] {
            _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
            _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
            var yes: Int32 = 1
            setsockopt(
                socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        }
        pairs.append(Pair(client: client, target: socket))
        shared.count { $0.connections += 1 }
    }

    private mutating func carry(_ events: [Int16]) {
        guard !weather.isSilent else { return }
        let readable = Int16(POLLIN | POLLHUP | POLLERR)
        for index in pairs.indices {
            let seen =
                index * 2 + 1 < events.count ? (events[index * 2], events[index * 2 + 1]) : (0, 0)
            var pair = pairs[index]
            if seen.0 & readable != 0, pair.there.hasRoom {
                read(pair.client, into: &pair.there, weather.delay.there, &pair.isBroken)
            }
            if seen.1 & readable != 0, pair.back.hasRoom {
                read(pair.target, into: &pair.back, weather.delay.back, &pair.isBroken)
            }
            write(&pair.there, to: pair.target, &pair.isBroken)
            write(&pair.back, to: pair.client, &pair.isBroken)
            pairs[index] = pair
        }
        for pair in pairs where pair.isBroken { reset(pair.client, pair.target) }
        for pair in pairs where !pair.isBroken && pair.there.isDone && pair.back.isDone {
            close(pair.client)
            close(pair.target)
        }
        pairs.removeAll { $0.isBroken || $0.there.isDone && $0.back.isDone }
    }

    private mutating func read(
        _ socket: Int32, into lane: inout ProxyLane, _ delay: Duration, _ isBroken: inout Bool
    ) {
        for _ in 0..<64 where lane.hasRoom {
            var bytes = [UInt8](repeating: 0, count: Self.segment)
            let count = recv(socket, &bytes, bytes.count, 0)
            guard count >= 0 else {
                isBroken = isBroken || errno != EAGAIN
                return
            }
            guard count > 0 else { return lane.end() }
            let lostTimes = lostTimes()
            lane.take(Array(bytes.prefix(count)), at: now, delay: delay, lostTimes: lostTimes)
            shared.count { passage in
                passage.segments += 1
                passage.lost += lostTimes > 0 ? 1 : 0
            }
        }
    }

    private mutating func write(
        _ lane: inout ProxyLane, to socket: Int32, _ isBroken: inout Bool
    ) {
        while !isBroken, let bytes = lane.due(at: now) {
            let count = bytes.withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count >= 0 else {
                isBroken = errno != EAGAIN
                return
            }
            lane.sent(count)
        }
        if lane.isDone { shutdown(socket, Int32(SHUT_WR)) }
    }

    /// How often the segment that comes now is lost.
    private mutating func lostTimes() -> Int {
        guard weather.loss > 0 else { return 0 }
        var times = 0
        while times < 8, chance() < weather.loss { times += 1 }
        return times
    }

    /// From 0 to 1; SplitMix64, Steele, Lea and Flood 2014.
    private mutating func chance() -> Double {
        random &+= 0x9E37_79B9_7F4A_7C15
        var mixed = random
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
    }

    // MARK: Ending

    private mutating func breakOff() {
        for pair in pairs { reset(pair.client, pair.target) }
        pairs.removeAll()
    }

    private mutating func end() {
        breakOff()
        close(listener)
    }

    /// Closes sockets without a good-bye, which the other end sees as a reset.
    private func reset(_ sockets: Int32...) {
        for socket in sockets {
            var atOnce = linger(l_onoff: 1, l_linger: 0)
            setsockopt(
                socket, SOL_SOCKET, SO_LINGER, &atOnce, socklen_t(MemoryLayout<linger>.size))
            close(socket)
        }
    }
}
