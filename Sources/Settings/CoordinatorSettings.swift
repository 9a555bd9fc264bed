/// When and in what portions the coordinator works.
package struct CoordinatorSettings: Hashable, Sendable {
    /// When the day's work is planned and its digests go out, in Europe/Oslo.
    package var dailyRunAt = ClockTime(hour: 7, minute: 0)
    /// Tasks published in one transaction.
    package var dispatchBatch = 500
    /// Results recorded in one transaction.
    package var recordBatch = 200
    /// Finished tasks removed in one transaction.
    package var pruneBatch = 1000
    /// A published task without a result for this long is published again.
    package var rescuePeriod = Duration.seconds(300)
    /// A task whose worker has not been heard of for this long is given to another.
    package var lease = Duration.seconds(60)
    /// Finished tasks are kept this long.
    package var retentionDays = 90

    package init() {}

    mutating func take(from reader: inout SettingsReader) {
        dailyRunAt = reader.value(
            "coordinator.daily_run_at", default: dailyRunAt,
            expected: "a time of day such as 07:00"
        ) { ClockTime($0) }
        dispatchBatch = reader.integer(
            "coordinator.dispatch_batch", in: 1...10_000, default: dispatchBatch)
        recordBatch = reader.integer(
            "coordinator.record_batch", in: 1...10_000, default: recordBatch)
        pruneBatch = reader.integer("coordinator.prune_batch", in: 1...10_000, default: pruneBatch)
        rescuePeriod = reader.seconds(
            "coordinator.rescue_seconds", in: 1...86_400, default: rescuePeriod)
        lease = reader.seconds("coordinator.lease_seconds", in: 1...3600, default: lease)
        retentionDays = reader.integer(
            "coordinator.retention_days", in: 1...3650, default: retentionDays)
    }
}

/// A time of day, to the minute.
package struct ClockTime: Hashable, Sendable {
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int

    package init(hour: Int, minute: Int) {
        precondition((0...23).contains(hour) && (0...59).contains(minute), "A time of a day")
        self.hour = hour
        self.minute = minute
    }

    /// Reads `07:00`; nil for any other text.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isASCIIDigit) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.hour = hour
        self.minute = minute
    }
}

extension ClockTime: CustomStringConvertible {
    /// `07:00`.
    package var description: String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
