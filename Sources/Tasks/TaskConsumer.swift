/// A worker's end of a queue.
package protocol TaskConsumer: Sendable {
    /// Waits for deliveries, and takes up to `limit`; none when the consumer is closed or the
    /// caller cancelled.
    func deliveries(upTo limit: Int) async -> [Delivery]

    /// Sends each report, and once it is safe with the coordinator's queue acknowledges the
    /// delivery that it answers. Answers how many reports are safe, in order from the first;
    /// deliveries of the others come again.
    @discardableResult func reply(_ replies: [Reply]) async -> Int

    /// Gives deliveries back for any consumer to take; tags of an older connection do nothing.
    func handBack(_ deliveries: [DeliveryTag]) async

    /// Gives back every delivery that is not acknowledged, and ends every call that waits.
    func close() async
}
