import Tasks
import Testing

@testable import RabbitMQ

struct DeliveryLedgerTests {
    private func ledger(_ count: UInt64, generation: UInt64 = 1) -> DeliveryLedger {
        var ledger = DeliveryLedger()
        ledger.begin(generation)
        for number in 1...count { ledger.delivered(number) }
        return ledger
    }

    private func tags(_ numbers: [UInt64], generation: UInt64 = 1) -> [DeliveryTag] {
        numbers.map { DeliveryTag(generation: generation, number: $0) }
    }

    @Test func `what is settled without a gap is acknowledged at one go`() {
        var ledger = ledger(5)

        #expect(ledger.acknowledge(tags([2, 1, 3])) == [.acknowledge(3, multiple: true)])
        #expect(ledger.count == 2)
    }

    @Test func `nothing that is open is acknowledged along with others`() {
        var ledger = ledger(5)

        #expect(
            ledger.acknowledge(tags([1, 3, 5])) == [
                .acknowledge(1, multiple: true), .acknowledge(3, multiple: false),
                .acknowledge(5, multiple: false),
            ])
        #expect(ledger.acknowledge(tags([2])) == [.acknowledge(2, multiple: true)])
        #expect(ledger.acknowledge(tags([4])) == [.acknowledge(4, multiple: true)])
    }

    @Test func `tags of an older connection and tags that are settled do nothing`() {
        var ledger = ledger(3, generation: 2)

        #expect(ledger.acknowledge(tags([1, 2], generation: 1)).isEmpty)
        #expect(ledger.requeue(tags([1], generation: 1)).isEmpty)
        #expect(ledger.acknowledge(tags([1], generation: 2)).count == 1)
        #expect(ledger.acknowledge(tags([1], generation: 2)).isEmpty)
        #expect(ledger.requeue(tags([1], generation: 2)).isEmpty)
    }

    @Test func `what is handed back is not acknowledged later`() {
        var ledger = ledger(3)

        #expect(ledger.requeue(tags([2])) == [.requeue(2)])
        #expect(ledger.acknowledge(tags([1])) == [.acknowledge(1, multiple: true)])
        #expect(ledger.acknowledge(tags([2, 3])) == [.acknowledge(3, multiple: true)])
    }
}
