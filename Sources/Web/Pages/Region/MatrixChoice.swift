import Rules

/// Which agreements the matrix shows, as the address has it.
struct MatrixChoice: Hashable, Sendable, CustomStringConvertible {
    /// Only those that miss it; nil for all.
    let missing: Requirement?
    let page: Int

    static let rowsPerPage = 60

    init(_ query: Form) {
        missing = Requirement(rawValue: query["missing"])
        page = max(1, Int(query["page"]) ?? 1)
    }

    var description: String { "\(missing?.rawValue ?? "") \(page)" }

    /// Of another page; with its question mark.
    func query(page: Int = 1) -> String {
        let pairs =
            (missing.map { ["missing=\($0.rawValue)"] } ?? []) + (page > 1 ? ["page=\(page)"] : [])
        return pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))"
    }
}
