import Tasks

/// Which deliveries of the present connection are not settled yet, and how to settle them.
///
/// The broker counts deliveries from 1 on each connection, and an acknowledgement can stand for
/// all up to one. Tags of an older connection are void: what they named comes again.
struct DeliveryLedger {
    /// What is to be sent to the broker.
    enum Settlement: Hashable {
        case acknowledge(UInt64, multiple: Bool)
        case requeue(UInt64)
    }

    private(set) var generation: UInt64 = 0
    private var open: Set<UInt64> = []
    /// Everything up to here is settled.
    private var floor: UInt64 = 0
    private var last: UInt64 = 0

    /// Deliveries that are not settled.
    var count: Int { open.count }

    /// A connection has begun.
    mutating func begin(_ generation: UInt64) {
        self = DeliveryLedger()
        self.generation = generation
    }

    mutating func delivered(_ number: UInt64) {
        open.insert(number)
        last = max(last, number)
    }

    mutating func acknowledge(_ tags: [DeliveryTag]) -> [Settlement] {
        let numbers = settle(tags)
        raiseFloor()
        var settlements = numbers.filter { $0 > floor }.map {
            Settlement.acknowledge($0, multiple: false)
        }
        if let highest = numbers.last(where: { $0 <= floor }) {
            settlements.insert(.acknowledge(highest, multiple: true), at: 0)
        }
        return settlements
    }

    mutating func requeue(_ tags: [DeliveryTag]) -> [Settlement] {
        let numbers = settle(tags)
        raiseFloor()
        return numbers.map { .requeue($0) }
    }

    private mutating func settle(_ tags: [DeliveryTag]) -> [UInt64] {
        tags.filter { $0.generation == generation && open.remove($0.number) != nil }
            .map(\.number).sorted()
    }

    private mutating func raiseFloor() {
        while floor < last, !open.contains(floor + 1) { floor += 1 }
    }
}
