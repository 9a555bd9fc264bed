/// Positions of rows by the position of the agreement that they belong to: two flat arrays, in the
/// order of the rows.
struct Grouping: Hashable, Sendable {
    private var starts: [Int32]
    private var rows: [Int32]

    /// `owner` gives the agreement of the row at a position.
    init(rows count: Int, owners: Int, owner: (Int) -> Int) {
        starts = [Int32](repeating: 0, count: owners + 1)
        rows = [Int32](repeating: 0, count: count)
        for row in 0..<count { starts[owner(row) + 1] += 1 }
        for index in 0..<owners { starts[index + 1] += starts[index] }
        var next = starts
        for row in 0..<count {
            let owner = owner(row)
            rows[Int(next[owner])] = Int32(row)
            next[owner] += 1
        }
    }

    /// Positions of the rows of the agreement at a position.
    subscript(owner: Int) -> some Sequence<Int> {
        rows[Int(starts[owner])..<Int(starts[owner + 1])].lazy.map(Int.init)
    }
}
