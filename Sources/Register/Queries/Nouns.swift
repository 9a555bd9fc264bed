import Agreements
import GRDB

/// Reads whole rows as the values that they stand for, in the order in which they came.
package enum Nouns {
    package static func counties(in db: Database) throws -> [County] {
        try Row.fetchAll(
            db, sql: "SELECT number, name, region, valid_from, valid_to FROM county ORDER BY key"
        ).map {
            County(
                number: $0[0], name: $0[1], region: try $0.term(2), validFrom: $0[3],
                validTo: $0[4])
        }
    }

    package static func municipalities(in db: Database) throws -> [Municipality] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT m.number, m.name, county.number, m.region, m.valid_from, m.valid_to,
                    (SELECT group_concat(number, '|') FROM (SELECT s.number
                        FROM municipality_successor JOIN municipality AS s ON s.key = successor
                        WHERE municipality = m.key ORDER BY s.number)),
                    m.population, m.language
                FROM municipality AS m JOIN county ON county.key = m.county ORDER BY m.key
                """
        ).map {
            Municipality(
                number: $0[0], name: $0[1], countyNumber: $0[2], ownRegion: try $0.optionalTerm(3),
                validFrom: $0[4], validTo: $0[5], successors: $0.list(6), population: $0[7],
                language: try $0.optionalTerm(8))
        }
    }

    package static func parties(in db: Database) throws -> [Party] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, party.name, kind, level, municipality.number, county.number,
                    (SELECT group_concat(region, '|') FROM party_region WHERE party = party.key),
                    authority, org_number
                FROM party LEFT JOIN municipality ON municipality.key = party.municipality
                LEFT JOIN county ON county.key = party.county ORDER BY party.key
                """
        ).map { row in
            Party(
                id: row[0], name: row[1], kind: try row.term(2), level: try row.term(3),
                municipalityNumber: row[4], countyNumber: row[5],
                regions: row.list(6).compactMap { OwningUnit(rawValue: $0) },
                authority: row[7], organisationNumber: row[8])
        }
    }

    package static func agreements(in db: Database) throws -> [Agreement] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT a.id, title, designation, a.kind, owner,
                    (SELECT group_concat(id, '|') FROM (SELECT party.id
                        FROM agreement_party JOIN party ON party.key = agreement_party.party
                        WHERE agreement = a.key ORDER BY position)),
                    purpose,
                    (SELECT group_concat(area, '|') FROM agreement_area WHERE agreement = a.key),
                    signed_on, counterpart_signatory, valid_from, valid_to,
                    strategic_meetings_per_year, operational_meetings_per_year, r.id, d.id, status,
                    ended_on, end_reason, (SELECT id FROM agreement WHERE key = a.renews)
                FROM agreement AS a LEFT JOIN user AS r ON r.key = responsible
                LEFT JOIN user AS d ON d.key = deputy ORDER BY a.key
                """
        ).map { row in
            Agreement(
                id: row[0], title: row[1], designation: row[2], kind: try row.term(3),
                owner: try row.term(4), parties: row.list(5), purpose: row[6],
                areas: row.list(7).compactMap { Area(rawValue: $0) }, signedOn: row[8],
                counterpartSignatory: try row.optionalTerm(9), validFrom: row[10],
                validTo: row[11], strategicMeetingsPerYear: row[12],
                operationalMeetingsPerYear: row[13], responsible: row[14], deputy: row[15],
                status: try row.term(16), endedOn: row[17], endReason: row[18], renews: row[19])
        }
    }

    package static func plans(in db: Database) throws -> [Plan] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT agreement.id, year, plan.status, adopted_on
                FROM plan JOIN agreement ON agreement.key = plan.agreement ORDER BY plan.key
                """
        ).map {
            Plan(agreement: $0[0], year: $0[1], status: try $0.term(2), adoptedOn: $0[3])
        }
    }
}

extension Row {
    /// A word that the table's CHECK allows.
    func term<Term: RawRepresentable<String>>(_ index: Int) throws -> Term {
        let text: String = self[index]
        guard let term = Term(rawValue: text) else {
            throw DatabaseError(message: "«\(text)» is no word that the register knows.")
        }
        return term
    }

    func optionalTerm<Term: RawRepresentable<String>>(_ index: Int) throws -> Term? {
        self[index] as String? == nil ? nil : try term(index)
    }

    fileprivate func list(_ index: Int) -> [String] {
        (self[index] as String?)?.split(separator: "|").map(String.init) ?? []
    }
}
