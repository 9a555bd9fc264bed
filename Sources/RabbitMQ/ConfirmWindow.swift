/// What was published on a channel and not answered yet.
///
/// The broker counts what is published on a channel from 1 and answers by those numbers, one or
/// all up to one. A message that it cannot route comes back before it is confirmed. The window
/// bounds how many and how much may be without an answer.
struct ConfirmWindow<Sender> {
    /// How much may be without an answer.
    struct Bounds: Hashable, Sendable {
        var messages = 1000
        var bytes = 32 * 1024 * 1024
    }

    private struct Entry {
        let sender: Sender
        let id: String
        let bytes: Int
        let sentAt: Duration
        var returned: String?
    }

    private let bounds: Bounds
    private var entries: [UInt64: Entry] = [:]
    private var oldest: UInt64 = 1
    private var next: UInt64 = 1
    private var bytes = 0

    init(bounds: Bounds = Bounds()) {
        self.bounds = bounds
    }

    /// Messages without an answer.
    var count: Int { entries.count }

    /// Whether a message of that size may be published now.
    func hasRoom(for size: Int) -> Bool {
        entries.isEmpty || (entries.count < bounds.messages && bytes + size <= bounds.bytes)
    }

    /// When the oldest message without an answer was published.
    var oldestSentAt: Duration? { entries[oldest]?.sentAt }

    /// A message was published; answers its number.
    @discardableResult
    mutating func sent(_ sender: Sender, id: String, bytes: Int, at now: Duration) -> UInt64 {
        defer { next += 1 }
        entries[next] = Entry(sender: sender, id: id, bytes: bytes, sentAt: now)
        self.bytes += bytes
        return next
    }

    /// A message came back; of several with that id the first that has not.
    mutating func returned(id: String, reason: String) {
        let number = (oldest..<next).first { entries[$0]?.id == id && entries[$0]?.returned == nil }
        if let number { entries[number]?.returned = reason }
    }

    /// The broker has taken a message, or all up to it: each with the reason why it came back,
    /// and when it was published.
    mutating func confirmed(
        upTo number: UInt64, multiple: Bool
    ) -> [(sender: Sender, returned: String?, sentAt: Duration)] {
        take(upTo: number, multiple: multiple).map { ($0.sender, $0.returned, $0.sentAt) }
    }

    /// The broker has not taken a message, or none up to it.
    mutating func refused(upTo number: UInt64, multiple: Bool) -> [Sender] {
        take(upTo: number, multiple: multiple).map(\.sender)
    }

    /// The channel is gone: nothing is known of what was without an answer.
    mutating func lost() -> [Sender] {
        let all = take(upTo: 0, multiple: true)
        self = ConfirmWindow(bounds: bounds)
        return all.map(\.sender)
    }

    /// In the protocol 0 with `multiple` stands for everything.
    private mutating func take(upTo number: UInt64, multiple: Bool) -> [Entry] {
        let last = number == 0 ? next - 1 : min(number, next - 1)
        let first = multiple ? oldest : number
        guard first <= last else { return [] }
        let taken = (first...last).compactMap { entries.removeValue(forKey: $0) }
        bytes -= taken.reduce(0) { $0 + $1.bytes }
        while oldest < next, entries[oldest] == nil { oldest += 1 }
        return taken
    }
}
