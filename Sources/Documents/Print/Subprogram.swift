import CSpawn
import Foundation
import Synchronization

/// A program that runs as a child process until it ends, and has of this one only what it is given.
///
/// Foundation's `Process` learns of an end by a socket that the child holds. Another child that is
/// started at the same moment inherits it, and the first then seems to go on for as long as that
/// one. Here the system itself tells of the end, and a child has no descriptor of this process but
/// its three, no signal that is ignored here, and none that is blocked.
struct Subprogram: Sendable {
    /// The program's whole path.
    let path: String
    /// Without the program's own name.
    let arguments: [String]
    let environment: [String: String]
    /// The file that both of its outputs are added to; made where it is not there.
    let log: String

    /// The program could not be started.
    struct NotStarted: Error, CustomStringConvertible {
        let path: String
        let code: Int32

        var description: String { "\(path) cannot be started: \(String(cString: strerror(code)))" }
    }

    /// Runs it and answers its status, or 128 and the signal that ended it.
    ///
    /// Asked to end (SIGTERM) when the task is cancelled, and waited for all the same.
    func run() async throws(NotStarted) -> Int32 {
        let child = Child(try spawn())
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread { continuation.resume(returning: child.wait()) }
            }
        } onCancel: {
            child.terminate()
        }
    }

    // MARK: Starting

    private func spawn() throws(NotStarted) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        avtalt_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, every) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&every)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &every)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let (words, settings) = (Self.copies([path] + arguments), Self.copies(pairs))
        defer { for copy in words + settings { free(copy) } }
        var identifier: pid_t = 0
        let code = posix_spawn(&identifier, path, &actions, &attributes, words, settings)
        guard code == 0 else { throw NotStarted(path: path, code: code) }
        return identifier
    }

    private var pairs: [String] {
        environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// As C reads them, ended by a null; the caller frees them.
    private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }

    // MARK: Ending

    /// A started program. Its number is its own until it is reaped, and never signalled after that.
    private final class Child: Sendable {
        private let identifier: pid_t
        private let isReaped = Mutex(false)

        init(_ identifier: pid_t) {
            self.identifier = identifier
        }

        func wait() -> Int32 {
            var info = siginfo_t()
            while waitid(P_PID, id_t(identifier), &info, WEXITED | WNOWAIT) == -1, errno == EINTR {}
            return isReaped.withLock { isReaped in
                isReaped = true
                var status: Int32 = 0
                while waitpid(identifier, &status, 0) == -1, errno == EINTR {}
                let signal = status & 0x7f
                return signal == 0 ? (status >> 8) & 0xff : 128 + signal
            }
        }

        func terminate() {
            isReaped.withLock { isReaped in
                if !isReaped { kill(identifier, SIGTERM) }
            }
        }
    }
}
