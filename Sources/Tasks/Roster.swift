/// Which tasks a worker is at, since when, and what has to happen to them next.
///
/// A task is added when its handler begins. If it is still there after `announceAfter` the worker
/// reports `started`, and `alive` every `beatEvery` from then on. When its time limit has passed it
/// is overrun, once: its attempt is reported as failed and its handler cancelled, but it stays
/// until the handler has returned, so that a handler that does not listen keeps its place.
///
/// Times are given as the time since the worker's start, which does not jump with the calendar.
package struct Roster {
    /// What the caller has to do.
    package enum Action: Hashable {
        case announce(DeliveryTag)
        case beat(DeliveryTag)
        case overrun(DeliveryTag)
    }

    /// What came of an attempt that has returned.
    package enum End: Hashable {
        /// Report its outcome and acknowledge the delivery.
        case report
        /// Nothing: its outcome has been reported before.
        case nothing
    }

    private struct Entry {
        var nextBeat: Duration
        var isAnnounced: Bool
        let limitAt: Duration
        var isOverrun = false

        func isDue(at now: Duration) -> Bool { !isOverrun && min(nextBeat, limitAt) <= now }
    }

    private let announceAfter: Duration
    private let beatEvery: Duration
    private var entries: [DeliveryTag: Entry] = [:]

    package init(announceAfter: Duration, beatEvery: Duration) {
        self.announceAfter = announceAfter
        self.beatEvery = beatEvery
    }

    /// Tasks whose handlers have not returned.
    package var count: Int { entries.count }

    /// - Parameters:
    ///   - limit: How long the handler may take.
    ///   - isAnnounced: Whether `started` has been reported.
    package mutating func begin(
        _ tag: DeliveryTag, at now: Duration, limit: Duration, isAnnounced: Bool = false
    ) {
        entries[tag] = Entry(
            nextBeat: now + (isAnnounced ? beatEvery : announceAfter), isAnnounced: isAnnounced,
            limitAt: now + limit)
    }

    /// What has fallen due by now, in no order.
    package mutating func tick(at now: Duration) -> [Action] {
        var actions: [Action] = []
        for (tag, entry) in entries where entry.isDue(at: now) {
            if entry.limitAt <= now {
                entries[tag]?.isOverrun = true
                actions.append(.overrun(tag))
            } else {
                entries[tag]?.isAnnounced = true
                entries[tag]?.nextBeat = now + beatEvery
                actions.append(entry.isAnnounced ? .beat(tag) : .announce(tag))
            }
        }
        return actions
    }

    /// The handler has returned.
    package mutating func end(_ tag: DeliveryTag) -> End {
        guard let entry = entries.removeValue(forKey: tag), !entry.isOverrun else {
            return .nothing
        }
        return .report
    }
}
