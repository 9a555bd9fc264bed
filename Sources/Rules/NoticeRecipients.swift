import Agreements

/// Finds who hears of something on one day (domain.md, 7).
struct NoticeRecipients {
    private let present: Set<String>
    private let directors: [OwningUnit: [String]]
    private let coordinators: [OwningUnit: [String]]
    private let headOffice: [String]

    init(users: [User], on day: Day) {
        let there = users.filter { $0.isThere(on: day) }
        func holders(of role: Role) -> [User] { there.filter { $0.role == role } }
        present = Set(there.map(\.id))
        headOffice = holders(of: .headOfficeAnalyst).map(\.id)
        coordinators = Dictionary(grouping: holders(of: .settlementCoordinator), by: \.unit)
            .mapValues { $0.map(\.id) }
        var directors = Dictionary(grouping: holders(of: .regionalDirector), by: \.unit)
            .mapValues { $0.map(\.id) }
        directors[.central] = holders(of: .headOfficeDirector).map(\.id)
        self.directors = directors
    }

    /// Ids in order, nobody twice; empty only when even head office has nobody there.
    func ids(for roles: [RecipientRole], of subject: NoticeSubject) -> [String] {
        Set(roles.flatMap { ids(for: $0, of: subject) }).sorted()
    }

    private func ids(for role: RecipientRole, of subject: NoticeSubject) -> [String] {
        switch role {
        case .responsible:
            return named(subject.responsible) ?? ids(for: .deputy, of: subject)
        case .deputy:
            return named(subject.deputy) ?? ids(for: .director, of: subject)
        case .settlementCoordinator:
            return coordinators[subject.unit] ?? ids(for: .director, of: subject)
        case .director:
            let directors = directors[subject.unit] ?? []
            return directors.isEmpty ? ids(for: .headOffice, of: subject) : directors
        case .headOffice:
            return headOffice
        }
    }

    private func named(_ id: String?) -> [String]? {
        guard let id, present.contains(id) else { return nil }
        return [id]
    }
}
