import GRDB
import Rules

extension Register {
    /// The part of the register that a question is about, as it stands.
    ///
    /// Agreements, parties, municipalities, counties and users are ordered by when they came into
    /// the register; other rows are in no particular order.
    package func facts(for scope: FactsScope) throws -> Facts {
        try read { try Facts(for: scope, in: $0) }
    }
}

extension Facts {
    /// The same as `Register.facts`, as a transaction sees it.
    package init(for scope: FactsScope, in db: Database) throws {
        self = try db.withLargePageCache { try FactsLoader.load(scope, from: db) }
    }
}
