import Synchronization

/// A finished page with what goes out with it, each made once.
final class KeptPage: Sendable {
    /// UTF-8.
    let html: [UInt8]
    /// Its entity tag.
    let tag: String
    private let compressed: Mutex<[UInt8]?>

    init(_ html: String) {
        self.html = Array(html.utf8)
        tag = Finishing.entityTag(of: self.html)
        compressed = Mutex(nil)
    }

    /// The page as gzip has it; nil for want of memory.
    var gzip: [UInt8]? {
        compressed.withLock { kept in
            if kept == nil { kept = Gzip.compress(html) }
            return kept
        }
    }
}
