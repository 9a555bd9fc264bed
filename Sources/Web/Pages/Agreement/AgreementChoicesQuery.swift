import Agreements
import GRDB

extension AgreementChoices {
    /// Whom an agreement of a unit can name, and whom this one names already.
    init(unit: OwningUnit, agreement: Int64? = nil, in db: Database) throws {
        people = try Self.people(of: unit, agreement: agreement, in: db)
        parties = try Row.fetchAll(
            db,
            sql: """
                SELECT party.id, party.name, municipality.number FROM party
                LEFT JOIN municipality ON municipality.key = party.municipality
                ORDER BY party.name
                """
        ).map { Counterpart(id: $0[0], name: $0[1], municipalityNumber: $0[2]) }
    }

    /// People alone, for forms that name no party.
    static func people(of unit: OwningUnit, agreement: Int64?, in db: Database) throws
        -> [AgreementHead.Person]
    {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, name, active FROM user
                WHERE (unit = :unit AND active = 1
                    AND role NOT IN ('administrator', 'auditor'))
                OR key IN (SELECT responsible FROM agreement WHERE key = :agreement
                    UNION SELECT deputy FROM agreement WHERE key = :agreement
                    UNION SELECT responsible FROM followup WHERE agreement = :agreement
                    UNION SELECT responsible FROM measure WHERE agreement = :agreement)
                ORDER BY name
                """, arguments: ["unit": unit.rawValue, "agreement": agreement]
        ).map { AgreementHead.Person(id: $0[0], name: $0[1], isActive: $0[2]) }
    }
}
