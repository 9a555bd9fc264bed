import Agreements

/// Who leads units, and sees to what nobody in them does.
package enum Leaders {
    /// The directors of the units who are there that day, in order of id, nobody twice; for a unit
    /// whose directors are away head office's analysts (domain.md, 7).
    package static func there(
        for units: Set<OwningUnit>, among users: [User], on day: Day
    ) -> [User] {
        let there = users.filter { $0.isThere(on: day) }
        let found = units.flatMap { unit in
            let own = there.filter { user in
                unit == .central
                    ? user.role == .headOfficeDirector
                    : user.role == .regionalDirector && user.unit == unit
            }
            return own.isEmpty ? there.filter { $0.role == .headOfficeAnalyst } : own
        }
        return Dictionary(grouping: found, by: \.id).values.compactMap(\.first)
            .sorted { $0.id < $1.id }
    }
}
