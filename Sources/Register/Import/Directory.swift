/// Knows the rows of one table by their identity: those of the folder, and those of the register
/// that were asked for.
final class Directory {
    typealias Identity = UnsafeBufferPointer<UInt8>

    /// What a row of the folder is to the table.
    enum Claim {
        case new(Int64)
        case registered(Int64)
        case duplicate(line: Int)
    }

    /// Set when rows of the file could not be read: what is not found may be one of them.
    var isIncomplete = false
    /// Whether the table had no rows when the import began.
    let isEmpty: Bool
    private var rows = IdentityTable()
    private var nextKey: Int64

    init(lastKey: Int64) {
        isEmpty = lastKey == 0
        nextKey = lastKey + 1
    }

    /// Key of the row, in the folder or, by `registered`, in the register.
    func find(_ identity: Identity, registered: () throws -> Int64?) rethrows -> Int64? {
        if let place = rows.find(identity) { return rows[place].key }
        guard !isEmpty, let key = try registered() else { return nil }
        rows.add(identity, key: key, line: 0, isRegistered: true)
        return key
    }

    /// Takes the identity for the row on this line; the same line gets the same answer again.
    func claim(_ identity: Identity, line: Int, registered: () throws -> Int64?) rethrows -> Claim {
        guard let place = rows.find(identity) else {
            if !isEmpty, let key = try registered() {
                rows.add(identity, key: key, line: line, isRegistered: true)
                return .registered(key)
            }
            rows.add(identity, key: nextKey, line: line, isRegistered: false)
            defer { nextKey += 1 }
            return .new(nextKey)
        }
        let row = rows[place]
        if row.line == 0 { rows[place].line = line }
        guard row.line == 0 || row.line == line else { return .duplicate(line: row.line) }
        return row.isRegistered ? .registered(row.key) : .new(row.key)
    }

    /// Identifier of a row that was found or claimed, for messages.
    func identifier(ofKey key: Int64) -> String? { rows.identity(ofKey: key) }
}
