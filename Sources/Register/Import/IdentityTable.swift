/// Finds a row's key and line by the bytes of its identity, in about 60 bytes a row.
struct IdentityTable {
    /// What is known of one identity.
    struct Entry {
        /// Key of the row in its table; or, where rows are told apart by occurrence, their count.
        var key: Int64
        /// Line of the row in its file; 0 where it is not in the folder.
        var line: Int
        /// Whether it was in the register before.
        var isRegistered: Bool
        fileprivate var start: Int
        fileprivate var length: Int
    }

    private var slots: [Int32]
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []

    init() {
        slots = Array(repeating: -1, count: 1 << 10)
    }

    /// The place of the identity, or nil.
    func find(_ identity: UnsafeBufferPointer<UInt8>) -> Int? {
        let index = slots[slot(of: identity)]
        return index < 0 ? nil : Int(index)
    }

    subscript(_ place: Int) -> Entry {
        get { entries[place] }
        set { entries[place] = newValue }
    }

    /// Adds an identity that `find` does not know, and returns its place.
    @discardableResult
    mutating func add(
        _ identity: UnsafeBufferPointer<UInt8>, key: Int64, line: Int, isRegistered: Bool
    ) -> Int {
        if (entries.count + 1) * 2 > slots.count { grow() }
        slots[slot(of: identity)] = Int32(entries.count)
        entries.append(
            Entry(
                key: key, line: line, isRegistered: isRegistered, start: bytes.count,
                length: identity.count))
        bytes.append(contentsOf: identity)
        return entries.count - 1
    }

    /// The identifier of the row with this key, for messages.
    func identity(ofKey key: Int64) -> String? {
        entries.first { $0.key == key }.map { entry in
            String(decoding: bytes[entry.start..<entry.start + entry.length], as: UTF8.self)
        }
    }

    /// Where the identity is, or the free slot where it belongs.
    private func slot(of identity: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(identity))
        let mask = slots.count - 1
        var slot = hasher.finalize() & mask
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.length == identity.count, isSame(entry, identity) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func isSame(_ entry: Entry, _ identity: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            bytes[entry.start..<entry.start + entry.length].elementsEqual(identity)
        }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            let free = bytes.withUnsafeBufferPointer { bytes in
                slot(
                    of: UnsafeBufferPointer(
                        rebasing: bytes[entry.start..<entry.start + entry.length]))
            }
            slots[free] = Int32(index)
        }
    }
}
