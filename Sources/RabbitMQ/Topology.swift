import Agreements

/// What is declared on the broker: the names, and what leads where.
///
/// The coordinator publishes a task to `tasks` with the routing key `<worker>.<unit>`. An office
/// that runs a worker of its own has a queue there that is bound to its key. What no office takes
/// goes by the alternate exchange to `shared`, where each worker has one queue for all units; what
/// nobody takes there either goes to `unroutable`. Workers publish reports to `results`. What a
/// queue gives up on goes to `dead`. The coordinator reads `results`, `dead` and `unroutable`, each
/// with a single active consumer, so that a standby takes over by itself; what among it names no
/// task it keeps in `unreadable`, which only people read. Nothing is published to a queue directly:
/// an account that may do that may put a task into any of them.
///
/// A queue that exists with other arguments is refused by the broker: whatever changes here must
/// raise the version in the names.
package struct Topology: Hashable, Sendable {
    /// An exchange; what none of its bindings takes goes to the alternate one.
    package struct Exchange: Hashable, Sendable {
        package var name: String
        package var type: String
        package var alternate: String?
    }

    /// A quorum queue.
    package struct Queue: Hashable, Sendable {
        package var name: String
        package var arguments: [String: Argument] = [:]
    }

    /// What leads from an exchange to a queue.
    package struct Binding: Hashable, Sendable {
        package var queue: String
        package var exchange: String
        package var routingKey: String
    }

    /// The value of a queue's or an exchange's argument.
    package enum Argument: Hashable, Sendable {
        case text(String)
        case number(Int32)
        case flag(Bool)
    }

    /// The names that everything begins with; `v1` is the version of all arguments below.
    package static let prefix = "avtalt.v1"
    package static let tasks = "\(prefix).tasks"
    package static let shared = "\(prefix).shared"
    package static let results = "\(prefix).results"
    package static let dead = "\(prefix).dead"
    package static let unroutable = "\(prefix).unroutable"
    package static let unreadable = "\(prefix).unreadable"

    /// After so many deliveries without an acknowledgement a task goes to `dead`. Each lost
    /// connection counts for everything that was prefetched, so this is a backstop only: crashes
    /// are counted in the register.
    static let deliveryLimit: Int32 = 20
    /// Messages that `unreadable` keeps; the oldest make room.
    static let unreadableLimit: Int32 = 10_000

    package let exchanges: [Exchange]
    package let queues: [Queue]
    package let bindings: [Binding]

    /// - Parameters:
    ///   - workers: The workers that have a queue for all units.
    ///   - own: A worker of one unit, which has a queue beside.
    package init(workers: [String], own: (worker: String, unit: OwningUnit)? = nil) {
        exchanges = [
            Exchange(name: Self.unroutable, type: "fanout"),
            Exchange(name: Self.dead, type: "fanout"),
            Exchange(name: Self.unreadable, type: "fanout"),
            Exchange(name: Self.shared, type: "topic", alternate: Self.unroutable),
            Exchange(name: Self.tasks, type: "topic", alternate: Self.shared),
            Exchange(name: Self.results, type: "direct", alternate: Self.unroutable),
        ]
        var queues = [
            Queue(name: Self.results, arguments: Self.singleReader),
            Queue(name: Self.dead, arguments: Self.singleReader),
            Queue(name: Self.unroutable, arguments: Self.singleReader),
            Queue(
                name: Self.unreadable, arguments: ["x-max-length": .number(Self.unreadableLimit)]),
        ]
        var bindings = [
            Binding(queue: Self.results, exchange: Self.results, routingKey: Self.results),
            Binding(queue: Self.unreadable, exchange: Self.unreadable, routingKey: ""),
            Binding(queue: Self.dead, exchange: Self.dead, routingKey: ""),
            Binding(queue: Self.unroutable, exchange: Self.unroutable, routingKey: ""),
        ]
        for worker in workers {
            let name = Self.queue(of: worker, unit: nil)
            queues.append(Queue(name: name, arguments: Self.givingUp))
            bindings.append(
                Binding(queue: name, exchange: Self.shared, routingKey: "\(worker).#"))
        }
        if let own {
            let name = Self.queue(of: own.worker, unit: own.unit)
            queues.append(Queue(name: name, arguments: Self.givingUp))
            bindings.append(
                Binding(
                    queue: name, exchange: Self.tasks,
                    routingKey: Self.routingKey(of: own.worker, unit: own.unit)))
        }
        self.queues = queues
        self.bindings = bindings
    }

    /// The queue that a worker consumes: of one unit, or of all that have none of their own.
    package static func queue(of worker: String, unit: OwningUnit?) -> String {
        "\(tasks).\(worker)" + (unit.map { ".\($0.rawValue)" } ?? "")
    }

    /// `reminder.nord`.
    package static func routingKey(of worker: String, unit: OwningUnit) -> String {
        "\(worker).\(unit.rawValue)"
    }

    init(exchanges: [Exchange], queues: [Queue], bindings: [Binding]) {
        self.exchanges = exchanges
        self.queues = queues
        self.bindings = bindings
    }

    private static let singleReader: [String: Argument] = ["x-single-active-consumer": .flag(true)]

    /// What goes to `dead` is confirmed there before it is gone here, which needs the overflow.
    private static let givingUp: [String: Argument] = [
        "x-delivery-limit": .number(deliveryLimit),
        "x-dead-letter-exchange": .text(dead),
        "x-dead-letter-strategy": .text("at-least-once"),
        "x-overflow": .text("reject-publish"),
    ]
}
