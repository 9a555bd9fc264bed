/// A span of days with both ends counted; `to` is the cut-off of what is judged over it.
package struct Period: Hashable, Sendable, Codable {
    package let from: Day
    package let to: Day

    /// Nil when `to` lies before `from`.
    package init?(from: Day, to: Day) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    package init(year: Int) {
        from = .first(of: year)
        to = .last(of: year)
    }

    package func contains(_ day: Day) -> Bool { from <= day && day <= to }
}
