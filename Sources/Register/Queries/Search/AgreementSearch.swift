import Agreements
import GRDB

/// An agreement that was found by what somebody typed.
package struct AgreementHit: Hashable, Sendable {
    package let id: String
    package let title: String
    package let kind: AgreementKind
    package let owner: OwningUnit
    package let status: AgreementStatus
    package let parties: [String]
    /// The last day, counted.
    package let validTo: Day?
}

/// Finds agreements as somebody types: by number, title, municipality (also a former one, and
/// the one that took over), party, person and text.
package enum AgreementSearch {
    /// Found agreements, at most.
    package static let mostHits = 50

    /// What fits best comes first, a number before a title, a title before a place or a person,
    /// and these before the rest; nothing is found for nothing typed.
    package static func find(_ typed: String, limit: Int, in db: Database) throws -> [AgreementHit]
    {
        guard let query = SearchText.query(for: typed) else { return [] }
        let statement = try db.cachedStatement(sql: sql)
        let arguments: StatementArguments = [
            "query": query, "limit": min(max(limit, 0), mostHits),
        ]
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            AgreementHit(
                id: row[0], title: row[1], kind: try row.term(2), owner: try row.term(3),
                status: try row.term(4), parties: AgreementLine.names(row[5]), validTo: row[6])
        }
    }

    static let sql = """
        SELECT a.id, a.title, a.kind, a.owner, a.status, l.party_names, a.valid_to
        FROM (SELECT rowid AS key, rank FROM agreement_search
            WHERE agreement_search MATCH :query AND rank MATCH 'bm25(10, 8, 6, 3, 3, 1)'
            ORDER BY rank LIMIT :limit) AS found
        JOIN agreement AS a ON a.key = found.key
        JOIN agreement_listing AS l ON l.agreement = found.key
        ORDER BY found.rank, a.id
        """
}
