import Agreements
import Synchronization

/// How often somebody may ask: a bucket of requests that fills again as time goes by.
final class RequestPace: Sendable {
    private struct Bucket {
        var left: Double
        var at: Instant
    }

    private let burst: Double
    private let perSecond: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    /// Holders that are remembered, at most: beyond it those whose buckets are full are forgotten,
    /// and then all of them, which lets some of them ask a burst too much.
    private static let most = 10_000

    init(burst: Int, perSecond: Int) {
        self.burst = Double(burst)
        self.perSecond = Double(perSecond)
    }

    /// Takes one request; else answers after how many seconds there will be one, at least 1.
    func take(_ holder: String, at now: Instant) -> Int? {
        buckets.withLock { buckets in
            var bucket = refilled(buckets[holder] ?? Bucket(left: burst, at: now), at: now)
            defer { buckets[holder] = bucket }
            if buckets.count >= Self.most { forget(&buckets, at: now) }
            guard bucket.left >= 1 else {
                return max(1, Int(((1 - bucket.left) / perSecond).rounded(.up)))
            }
            bucket.left -= 1
            return nil
        }
    }

    private func refilled(_ bucket: Bucket, at now: Instant) -> Bucket {
        let seconds = max(0, Double(now.milliseconds - bucket.at.milliseconds) / 1000)
        return Bucket(left: min(burst, bucket.left + seconds * perSecond), at: now)
    }

    private func forget(_ buckets: inout [String: Bucket], at now: Instant) {
        buckets = buckets.filter { refilled($0.value, at: now).left < burst }
        if buckets.count >= Self.most { buckets = [:] }
    }
}
