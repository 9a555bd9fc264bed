/// Declares the topology on each connection.
///
/// An account that may not, such as a worker's with the least rights, goes on with what is there.
struct Declaring {
    private let topology: Topology
    private var isAllowed = true

    init(_ topology: Topology) {
        self.topology = topology
    }

    mutating func perform(on session: Session) throws(BrokerError) {
        guard isAllowed else { return }
        do throws(BrokerError) {
            try session.declare(topology)
        } catch .refused {
            isAllowed = false
            try session.reopenChannel()
        }
    }
}
