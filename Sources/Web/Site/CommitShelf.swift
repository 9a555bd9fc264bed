import Register
import Synchronization

/// Keeps what was made of the register for as long as nothing is committed to it.
///
/// A commit of any kind, a new session's too, empties the shelf, so that nothing old is ever shown.
final class CommitShelf<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Held {
        var state: Int64?
        var values: [Key: Value] = [:]
        var size = 0
    }

    private let watch: RegisterWatch
    private let most: Int
    private let size: @Sendable (Value) -> Int
    private let held = Mutex(Held())

    /// - Parameters:
    ///   - most: The size of all together; what goes beyond it begins the shelf anew.
    ///   - size: Of one, in the same unit.
    init(_ watch: RegisterWatch, most: Int, size: @escaping @Sendable (Value) -> Int) {
        self.watch = watch
        self.most = most
        self.size = size
    }

    /// The register's state, to be asked for before anything is read: what is made while somebody
    /// commits counts as of the older state, and is not shown again.
    func state() throws(RegisterError) -> Int64 { try watch.state() }

    /// Nil where it has not been made of this state.
    func value(of key: Key, at state: Int64) -> Value? {
        held.withLock { $0.state == state ? $0.values[key] : nil }
    }

    func keep(_ value: Value, as key: Key, of state: Int64) {
        let size = size(value)
        held.withLock { held in
            if held.state != state || held.size + size > most { held = Held(state: state) }
            if held.values.updateValue(value, forKey: key) == nil { held.size += size }
        }
    }

    /// The value, made with `make` unless it is there.
    func value(of key: Key, make: () throws -> Value) throws -> Value {
        let state = try state()
        if let value = value(of: key, at: state) { return value }
        let value = try make()
        keep(value, as: key, of: state)
        return value
    }
}
