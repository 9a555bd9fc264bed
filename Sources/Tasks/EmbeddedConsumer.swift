/// A worker's end of the embedded queue.
struct EmbeddedConsumer: TaskConsumer {
    let queue: EmbeddedQueue
    let number: Int

    func deliveries(upTo limit: Int) async -> [Delivery] {
        await queue.deliveries(to: number, upTo: limit)
    }

    func reply(_ replies: [Reply]) async -> Int {
        await queue.reply(replies, from: number)
    }

    func handBack(_ deliveries: [DeliveryTag]) async {
        await queue.handBack(deliveries, from: number)
    }

    func close() async {
        await queue.close(number)
    }
}
