import Foundation
import Synchronization

/// Shuts the socket of a stuck call down, from another thread than the call's.
final class SocketGuard: Sendable {
    private struct Watched {
        var dog: Watchdog
        var socket: Int32?
    }

    private let watched: Mutex<Watched>

    init(limit: Duration) {
        watched = Mutex(Watched(dog: Watchdog(limit: limit)))
    }

    /// Nil before the socket is closed: its number may soon be another file's.
    func watch(_ socket: Int32?) {
        watched.withLock { $0.socket = socket }
    }

    func began(at now: Duration) {
        watched.withLock { $0.dog.began(at: now) }
    }

    func ended() {
        watched.withLock { $0.dog.ended() }
    }

    /// Answers whether a call had to be freed.
    func look(at now: Duration) -> Bool {
        watched.withLock { watched in
            guard watched.dog.isStuck(at: now), let socket = watched.socket else { return false }
            shutdown(socket, Int32(SHUT_RDWR))
            watched.dog.ended()
            return true
        }
    }
}
