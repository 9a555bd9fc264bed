/// What `Register.check` found.
package struct CheckReport: Hashable, Sendable {
    /// Problems that are told one by one, at most.
    static let limit = 200

    package private(set) var problems: [CheckProblem] = []
    /// Problems beyond the first 200.
    package private(set) var more = 0
    /// Rows that were compared with the trail.
    package var rows = 0
    /// The last entry's number; 0 in an empty register.
    package var entries: Int64 = 0
    /// The last entry's hash in hexadecimal.
    ///
    /// Whoever can write the file can write a whole new trail. Noted elsewhere, number and hash
    /// show that too: entry `entries` of a later register must still have this hash.
    package var head = ""

    package var isSound: Bool { problems.isEmpty }

    mutating func add(_ problem: CheckProblem) {
        if problems.count < Self.limit {
            problems.append(problem)
        } else {
            more += 1
        }
    }
}
