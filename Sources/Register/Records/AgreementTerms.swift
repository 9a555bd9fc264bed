import Agreements
import GRDB

/// What can be written about an agreement before and after it is signed: everything but its
/// identifier, owner, status, end and what it renews.
package struct AgreementTerms: Hashable, Sendable {
    package var title: String
    package var designation: String
    package var kind: AgreementKind
    /// Ids, in the order in which they are named; one at least.
    package var parties: [String]
    package var purpose: String?
    package var areas: Set<Area>
    package var signedOn: Day?
    package var counterpartSignatory: Signatory?
    package var validFrom: Day?
    package var validTo: Day?
    package var strategicMeetingsPerYear: Int?
    package var operationalMeetingsPerYear: Int?
    /// Id of a user.
    package var responsible: String?
    /// Id of a user.
    package var deputy: String?

    package init(
        title: String,
        designation: String = "",
        kind: AgreementKind,
        parties: [String],
        purpose: String? = nil,
        areas: Set<Area> = [],
        signedOn: Day? = nil,
        counterpartSignatory: Signatory? = nil,
        validFrom: Day? = nil,
        validTo: Day? = nil,
        strategicMeetingsPerYear: Int? = nil,
        operationalMeetingsPerYear: Int? = nil,
        responsible: String? = nil,
        deputy: String? = nil
    ) {
        self.title = title
        self.designation = designation
        self.kind = kind
        self.parties = parties
        self.purpose = purpose
        self.areas = areas
        self.signedOn = signedOn
        self.counterpartSignatory = counterpartSignatory
        self.validFrom = validFrom
        self.validTo = validTo
        self.strategicMeetingsPerYear = strategicMeetingsPerYear
        self.operationalMeetingsPerYear = operationalMeetingsPerYear
        self.responsible = responsible
        self.deputy = deputy
    }
}

extension AgreementTerms {
    /// The terms as the register stands.
    init(_ agreement: Row, in db: Database) throws {
        let key: Int64 = agreement["key"]
        let kind: String = agreement["kind"]
        let signatory: String? = agreement["counterpart_signatory"]
        let areas = try String.fetchAll(
            db, sql: "SELECT area FROM agreement_area WHERE agreement = ?", arguments: [key])
        self.init(
            title: agreement["title"], designation: agreement["designation"],
            kind: AgreementKind(rawValue: kind) ?? .municipal,
            parties: try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM agreement_party JOIN party ON party.key = party
                    WHERE agreement = ? ORDER BY position
                    """, arguments: [key]),
            purpose: agreement["purpose"], areas: Set(areas.compactMap(Area.init)),
            signedOn: agreement["signed_on"],
            counterpartSignatory: signatory.flatMap(Signatory.init),
            validFrom: agreement["valid_from"], validTo: agreement["valid_to"],
            strategicMeetingsPerYear: agreement["strategic_meetings_per_year"],
            operationalMeetingsPerYear: agreement["operational_meetings_per_year"],
            responsible: try Self.user(agreement["responsible"], in: db),
            deputy: try Self.user(agreement["deputy"], in: db))
    }

    private static func user(_ key: Int64?, in db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT id FROM user WHERE key = ?", arguments: [key])
    }
}

/// An agreement as a form shows it, with the version that the form expects.
package struct AgreementRecord: Hashable, Sendable {
    package var key: Int64
    package var version: RecordVersion
    package var id: String
    package var owner: OwningUnit
    package var status: AgreementStatus
    package var terms: AgreementTerms
    package var endedOn: Day?
    package var endReason: String?
    /// Id of the agreement that it follows.
    package var renews: String?

    /// Throws `RecordRefusal.unknown` when the register has no such agreement.
    package init(_ id: String, in db: Database) throws {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT agreement.*, before.id AS renewed FROM agreement
                    LEFT JOIN agreement AS before ON before.key = agreement.renews
                    WHERE agreement.id = ?
                    """, arguments: [id])
        else { throw RecordRefusal.unknown(table: "agreement", id: id) }
        let (owner, status): (String, String) = (row["owner"], row["status"])
        key = row["key"]
        version =
            try RecordVersion.of("agreement", key: key, in: db) ?? RecordVersion(seq: 0)
        self.id = id
        self.owner = OwningUnit(rawValue: owner) ?? .central
        self.status = AgreementStatus(rawValue: status) ?? .draft
        terms = try AgreementTerms(row, in: db)
        endedOn = row["ended_on"]
        endReason = row["end_reason"]
        renews = row["renewed"]
    }
}
