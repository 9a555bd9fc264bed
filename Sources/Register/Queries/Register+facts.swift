import GRDB
import Rules

extension Register {
    /// The part of the register that a question is about, as it stands.
    ///
    /// Agreements, parties, municipalities, counties and users are ordered by when they came into
    /// the register; other rows are in no particular order.
    package func facts(for scope: FactsScope) throws -> Facts {
        try read { try FactsLoader.load(scope, from: $0) }
    }
}
