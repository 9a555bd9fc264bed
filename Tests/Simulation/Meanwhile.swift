import Agreements
import Register
import Synchronization
import Tasks

/// What people do between the moment at which the dispatcher reads what is due and the moment at
/// which it publishes.
final class Meanwhile: Sendable {
    private struct State {
        var perMille: Int
        var cancelled: [TaskID] = []
        var problem: String?
    }

    private let tools: Register
    private let clock: SimulatedClock
    private let fate: Fate
    private let state: Mutex<State>

    init(tools: Register, clock: SimulatedClock, fate: Fate, perMille: Int) {
        self.tools = tools
        self.clock = clock
        self.fate = fate
        state = Mutex(State(perMille: perMille))
    }

    func end() {
        state.withLock { $0.perMille = 0 }
    }

    func pass(_ tasks: [Envelope]) {
        guard let task = tasks.first, fate.happens(state.withLock { $0.perMille }) else { return }
        do {
            let action = try tools.write { db in
                try TaskStore(db).cancel(task.id, at: clock.now, reason: "Not wanted any more.")
            }
            guard case .changed = action else { return }
            state.withLock { $0.cancelled.append(task.id) }
        } catch {
            state.withLock { $0.problem = "\(error)" }
        }
    }

    /// What was cancelled since the last call, and what went wrong.
    func taken() -> (cancelled: [TaskID], problem: String?) {
        state.withLock { state in
            defer {
                state.cancelled = []
                state.problem = nil
            }
            return (state.cancelled, state.problem)
        }
    }
}
