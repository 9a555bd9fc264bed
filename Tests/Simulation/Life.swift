import GRDB
import Synchronization

/// The life of one coordinator's process: when it dies, and what its disk refuses.
///
/// It watches the commits of its register. A process that is to die before a commit has it rolled
/// back; one that dies after a commit does nothing any more, and whatever it still tries to write
/// is rolled back as well.
final class Life: TransactionObserver, Sendable {
    /// Where the process can be killed.
    enum Step: String, CaseIterable, Sendable {
        case beforePublish = "before it publishes"
        case afterPublish = "after it has published"
        case beforeCommit = "before it commits"
        case afterCommit = "after it has committed"
        case beforeAcknowledge = "before it acknowledges reports"
    }

    /// What a dead process meets.
    struct Killed: Error {}

    private struct State {
        var isDead = false
        var killAt: Step?
        var refusal: ResultCode?
        var commits = 0
    }

    private let state = Mutex(State())

    var isDead: Bool { state.withLock { $0.isDead } }
    var commits: Int { state.withLock { $0.commits } }

    func arm(_ step: Step?) {
        state.withLock { $0.killAt = step }
    }

    /// Every commit fails so until it is nil again.
    func refuseCommits(as code: ResultCode?) {
        state.withLock { $0.refusal = code }
    }

    func kill() {
        state.withLock { $0.isDead = true }
    }

    /// Whether the process is dead at this step, by now or long since.
    func ends(at step: Step) -> Bool {
        state.withLock { state in
            if state.killAt == step { state.isDead = true }
            return state.isDead
        }
    }

    // MARK: TransactionObserver

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }

    func databaseDidChange(with event: DatabaseEvent) {}

    func databaseWillCommit() throws {
        if ends(at: .beforeCommit) { throw Killed() }
        if let code = state.withLock({ $0.refusal }) {
            throw DatabaseError(resultCode: code, message: "simulated")
        }
    }

    func databaseDidCommit(_ db: Database) {
        state.withLock { $0.commits += 1 }
        _ = ends(at: .afterCommit)
    }

    func databaseDidRollback(_ db: Database) {}
}
