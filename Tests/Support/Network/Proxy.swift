import Foundation
import Synchronization

/// The network between the processes of a test and their broker, which the test can disturb.
///
/// It takes connections on a port of the loopback and carries them to another one, on a thread of
/// its own, which ends when nobody has the proxy any more. What it does to them is as two hosts
/// see it whose network does so; the same seed loses the same share of what passes.
package final class Proxy: Sendable {
    /// Where it listens.
    package let port: Int
    private let shared: SharedWeather

    /// - Parameter target: The port that it carries connections to.
    package init(to target: Int, seed: UInt64 = 1) throws {
        let socket = Glibc.socket(
            AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0, let port = Port.bound(socket, to: 0), listen(socket, 64) == 0 else {
            throw Broker.Trouble.noPort
        }
        self.port = port
        let shared = SharedWeather()
        self.shared = shared
        Thread.detachNewThread {
            var carrier = ProxyCarrier(listener: socket, target: target, shared, seed: seed)
            carrier.run()
        }
    }

    deinit {
        shared.change { $0.isOver = true }
    }

    /// Breaks every connection off and takes none, as a firewall or a restarted router does.
    package func cut() {
        shared.change { $0 = Weather(isCut: true) }
    }

    /// Carries nothing in either direction and tells nobody: connections are open at both ends,
    /// new ones get no answer, and what is sent arrives when the network is back.
    package func silence() {
        shared.change { $0 = Weather(isSilent: true) }
    }

    /// Everything takes so much longer.
    package func delay(toBroker there: Duration, back: Duration) {
        shared.change { $0 = Weather(delay: (there, back)) }
    }

    /// That share of what passes is lost and sent again by TCP, first after 200 ms, then after
    /// twice as long each time; everything behind it waits for it.
    package func lose(_ share: Double) {
        shared.change { $0 = Weather(loss: share) }
    }

    /// Everything passes.
    package func heal() {
        shared.change { $0 = Weather() }
    }

    /// What has passed so far.
    package var passage: Passage { shared.passage }

    /// What a proxy has done.
    package struct Passage: Hashable, Sendable {
        package var connections = 0
        package var segments = 0
        /// Segments that were lost once at least.
        package var lost = 0
    }
}

/// What the network is like.
struct Weather: Sendable {
    var isOver = false
    var isCut = false
    var isSilent = false
    var delay: (there: Duration, back: Duration) = (.zero, .zero)
    /// From 0 to 1.
    var loss = 0.0
}

/// The weather, which a test sets and the carrier's thread reads.
final class SharedWeather: Sendable {
    private let state = Mutex((weather: Weather(), passage: Proxy.Passage()))
    /// Wakes the carrier: it reads what is written there.
    private let bell = Pipe.apart()

    var weather: Weather { state.withLock { $0.weather } }
    var passage: Proxy.Passage { state.withLock { $0.passage } }

    func change(_ body: (inout Weather) -> Void) {
        state.withLock { body(&$0.weather) }
        ring()
    }

    private func ring() {
        var byte: UInt8 = 1
        write(bell.fileHandleForWriting.fileDescriptor, &byte, 1)
    }

    var alarm: Int32 { bell.fileHandleForReading.fileDescriptor }

    /// Waits for a ring that has come.
    func hear() {
        var byte: UInt8 = 0
        read(alarm, &byte, 1)
    }

    func count(_ body: (inout Proxy.Passage) -> Void) {
        state.withLock { body(&$0.passage) }
    }
}
