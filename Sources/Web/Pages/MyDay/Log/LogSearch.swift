import Agreements
import GRDB
import Register
import Rules

/// Finds whom a line speaks of: by an agreement's number, by the name of a party or a
/// municipality, and else by what the search for agreements finds.
struct LogSearch {
    let reader: User
    let today: Day
    let db: Database

    /// Candidates at most; more are no help to choose from.
    static let most = 12

    func match(_ names: [String]) throws -> LogMatch {
        if let agreement = try names.lazy.compactMap(agreement(numbered:)).first {
            return LogMatch(candidates: [agreement], isSure: isWritable(agreement))
        }
        let named = try named(names)
        guard named.isEmpty else {
            let own = named.filter(isWritable)
            return LogMatch(
                candidates: Array((own.isEmpty ? named : own).prefix(Self.most)),
                isSure: own.count == 1)
        }
        return LogMatch(candidates: try searched(names))
    }

    /// One candidate by its counterpart; nil when there is none.
    func candidate(_ counterpart: LogCounterpart) throws -> LogCandidate? {
        switch counterpart {
        case .agreement(let id): try agreement(numbered: id)
        case .party(let id):
            try Row.fetchOne(
                db, sql: "SELECT party, name, owner FROM v_party WHERE party = ?",
                arguments: [id]
            ).flatMap { Self.party($0) }
        case .municipality(let number):
            try Row.fetchOne(
                db,
                sql: """
                    SELECT number, name, owner FROM v_municipality
                    WHERE number = ?
                    """, arguments: [number]
            ).flatMap { Self.municipality($0) }
        }
    }

    func isWritable(_ candidate: LogCandidate) -> Bool {
        Rights.allows(
            role: reader.role, unit: reader.unit, action: .write, kind: .activity,
            of: .unit(candidate.owner))
    }

    // MARK: Agreements

    private func agreement(numbered id: String) throws -> LogCandidate? {
        guard id.contains("-") else { return nil }
        return try agreements("a.id = :value", id.uppercased()).first
    }

    private func agreements(_ condition: String, _ value: (any DatabaseValueConvertible)?) throws
        -> [LogCandidate]
    {
        try Row.fetchAll(
            db,
            sql: """
                SELECT a.id, a.title, l.party_names, a.owner FROM agreement AS a
                JOIN agreement_listing AS l ON l.agreement = a.key WHERE \(condition)
                ORDER BY a.status <> 'active', a.valid_to DESC, a.id
                """, arguments: ["value": value]
        ).map { row in
            let (parties, owner): (String, String) = (row[2], row[3])
            return LogCandidate(
                counterpart: .agreement(row[0]), name: row[1],
                parties: parties.split(separator: "\u{1F}").map(String.init),
                owner: OwningUnit(rawValue: owner) ?? .central)
        }
    }

    private func searched(_ names: [String]) throws -> [LogCandidate] {
        var found: [LogCandidate] = []
        for name in names where name.count >= 3 {
            let hits = try AgreementSearch.find(name, limit: Self.most, in: db)
            for hit in hits where hits.count < Self.most {
                let candidate = LogCandidate(
                    counterpart: .agreement(hit.id), name: hit.title, parties: hit.parties,
                    owner: hit.owner)
                if !found.contains(candidate) { found.append(candidate) }
            }
        }
        let own = found.filter(isWritable)
        return Array((own.isEmpty ? found : own).prefix(Self.most))
    }

    // MARK: Names

    /// Agreements with the parties that are named best, and those of them without an agreement.
    private func named(_ words: [String]) throws -> [LogCandidate] {
        let names = LogNames(words)
        let parties = try best(
            of: Row.fetchAll(
                db,
                sql: """
                    SELECT v.party, v.name, v.owner, party.key, v.authority,
                        party.municipality FROM v_party AS v JOIN party ON party.id = v.party
                    """), names)
        guard parties.isEmpty else { return try parties.flatMap(candidates) }
        return try best(
            of: Row.fetchAll(
                db,
                sql: """
                    SELECT number, name, owner, NULL, NULL FROM v_municipality
                    WHERE (valid_from IS NULL OR valid_from <= :day)
                        AND (valid_to IS NULL OR valid_to >= :day)
                    """, arguments: ["day": today.description]), names
        ).compactMap { Self.municipality($0) }
    }

    /// The rows whose name, id or authority is said with the most words.
    private func best(of rows: [Row], _ names: LogNames) throws -> [Row] {
        let scored = rows.map { row -> (row: Row, score: Int) in
            let (id, name, authority): (String, String, String?) = (row[0], row[1], row[4])
            let scores = [name, id, authority ?? ""].map { $0.isEmpty ? 0 : names.score(of: $0) }
            return (row, scores.max() ?? 0)
        }
        let best = scored.map(\.score).max() ?? 0
        return best == 0 ? [] : scored.filter { $0.score == best }.map(\.row)
    }

    private func candidates(of party: Row) throws -> [LogCandidate] {
        let key: Int64 = party[3]
        let found = try agreements(
            """
            a.status IN ('negotiating', 'active') AND EXISTS (SELECT 1 FROM agreement_party
                WHERE agreement_party.agreement = a.key AND agreement_party.party = :value)
            """, key)
        return found.isEmpty ? [Self.party(party)].compactMap(\.self) : found
    }

    private static func party(_ row: Row) -> LogCandidate? {
        let owner: String = row[2]
        return OwningUnit(rawValue: owner).map {
            LogCandidate(counterpart: .party(row[0]), name: row[1], parties: [], owner: $0)
        }
    }

    private static func municipality(_ row: Row) -> LogCandidate? {
        let owner: String = row[2]
        return OwningUnit(rawValue: owner).map {
            LogCandidate(counterpart: .municipality(row[0]), name: row[1], parties: [], owner: $0)
        }
    }
}
