import Foundation

/// Keeps a second coordinator of the same register from starting on this machine; it lasts as
/// long as this object, and ends with the process however that ends.
///
/// It is a file beside the register, so that a standby can wait for it without opening the
/// register, which a newer version would bring up to date under the one at work.
package final class CoordinatorLock: Sendable {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Takes the lock; throws `taken` at once if another process has it.
    ///
    /// - Parameter path: The register's.
    package static func take(ofRegister path: String) throws(CoordinatorTerm.Error)
        -> CoordinatorLock
    {
        let path = path + "-coordinator"
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unusable(lockFile: path, reason: String(cString: strerror(errno)))
        }
        let lock = CoordinatorLock(descriptor: descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .taken(lockFile: path) }
        return lock
    }
}
