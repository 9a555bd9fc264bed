import Logging
import Tasks

/// A worker's end of a RabbitMQ queue.
struct RabbitMQConsumer: TaskConsumer {
    let queue: RabbitMQQueue
    let consumer: Consumer
    let logger: Logger

    /// What has waited here for longer goes back to the broker, which knows whether its time is
    /// over: a margin of the register's rescue period is twice as long.
    private static let longestWait = Duration.seconds(30)

    /// Between two attempts to send reports; what they are about is done and must not be lost.
    private static let pauses = (shortest: Duration.milliseconds(100), longest: Duration.seconds(5))

    func deliveries(upTo limit: Int) async -> [Delivery] {
        while true {
            let taken = await consumer.take(upTo: limit)
            guard !taken.isEmpty else { return [] }
            let oldest = ContinuousClock.now - Self.longestWait
            let stale = taken.filter { $0.arrivedAt < oldest }
            if !stale.isEmpty { consumer.requeue(stale.map(\.tag)) }
            let receipts = taken.filter { $0.arrivedAt >= oldest }
            var deliveries: [Delivery] = []
            for receipt in receipts {
                let delivery = receipt.delivery
                if case .failure(let problem) = delivery.content, delivery.id == nil {
                    await putAside(receipt, problem)
                } else {
                    deliveries.append(delivery)
                }
            }
            if !deliveries.isEmpty { return deliveries }
        }
    }

    /// Moves a message that names no task out of the way, or leaves it where it is.
    private func putAside(_ receipt: Receipt, _ problem: Unreadable) async {
        if await queue.keep(receipt, as: problem) {
            consumer.acknowledge([receipt.tag])
        } else {
            consumer.requeue([receipt.tag])
        }
    }

    /// Sends until all are safe, or the consumer is closed, or the caller cancelled: a report that
    /// is given up means that its task is done again.
    func reply(_ replies: [Reply]) async -> Int {
        var left = replies[...]
        var pause = Self.pauses.shortest
        while true {
            let safe = await send(left)
            if safe > 0 { Failpoint.reach(.workReportConfirmed) }
            consumer.acknowledge(left.prefix(safe).compactMap(\.acknowledging))
            left = left.dropFirst(safe)
            guard !left.isEmpty, !consumer.isClosed, !Task.isCancelled else { break }
            logger.debug("Reports are not confirmed", metadata: ["reports": "\(left.count)"])
            do {
                try await Task.sleep(for: pause)
            } catch {
                break
            }
            pause = min(pause * 2, Self.pauses.longest)
        }
        return replies.count - left.count
    }

    /// Answers how many are safe, in order from the first.
    private func send(_ replies: ArraySlice<Reply>) async -> Int {
        var left = await queue.send(replies.compactMap(\.report))
        let unsafe = replies.firstIndex { reply in
            guard reply.report != nil else { return false }
            left -= 1
            return left < 0
        }
        return (unsafe ?? replies.endIndex) - replies.startIndex
    }

    func handBack(_ deliveries: [DeliveryTag]) async {
        consumer.requeue(deliveries)
    }

    func close() async {
        await consumer.close()
    }
}
