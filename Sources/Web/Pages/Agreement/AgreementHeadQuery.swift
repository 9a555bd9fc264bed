import Agreements
import GRDB
import Register

extension AgreementHead {
    /// Throws `PageError.notFound` when the register has no such agreement.
    init(_ id: String, in db: Database) throws {
        guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.sql), arguments: [id]) else {
            throw PageError.notFound
        }
        key = row["key"]
        self.id = id
        title = row["title"]
        designation = row["designation"]
        kind = try row.value("kind")
        owner = try row.value("owner")
        status = try row.value("status")
        purpose = row["purpose"]
        signedOn = row["signed_on"]
        signatory = try row.optionalValue("counterpart_signatory")
        validFrom = row["valid_from"]
        validTo = row["valid_to"]
        strategicMeetings = row["strategic_meetings_per_year"]
        operationalMeetings = row["operational_meetings_per_year"]
        responsible = Self.person(row, "responsible")
        deputy = Self.person(row, "deputy")
        endedOn = row["ended_on"]
        endReason = row["end_reason"]
        renews = row["renews_id"]
        renewedBy = row["renewed_by"]
        offeredTo = row["offered_to"]
    }

    private static func person(_ row: Row, _ place: String) -> Person? {
        guard let id: String = row["\(place)_id"] else { return nil }
        return Person(id: id, name: row["\(place)_name"], isActive: row["\(place)_active"])
    }

    private static let sql = """
        SELECT agreement.*,
            first.id AS responsible_id, first.name AS responsible_name,
            first.active AS responsible_active,
            second.id AS deputy_id, second.name AS deputy_name, second.active AS deputy_active,
            before.id AS renews_id,
            (SELECT later.id FROM agreement AS later WHERE later.renews = agreement.key
                AND later.status <> 'abandoned' LIMIT 1) AS renewed_by,
            (SELECT user.name FROM handover_agreement
                JOIN handover ON handover.key = handover_agreement.handover
                JOIN user ON user.key = handover.receiver
                WHERE handover_agreement.agreement = agreement.key AND state = 'offered'
                LIMIT 1) AS offered_to
        FROM agreement
        LEFT JOIN user AS first ON first.key = agreement.responsible
        LEFT JOIN user AS second ON second.key = agreement.deputy
        LEFT JOIN agreement AS before ON before.key = agreement.renews
        WHERE agreement.id = ?
        """
}

extension Row {
    /// A column of one of the register's closed lists of words.
    ///
    /// The schema holds the column to the list; anything else is a register of another program.
    func value<Value: RawRepresentable<String>>(
        _ column: String, of type: Value.Type = Value.self
    ) throws -> Value {
        let text: String = self[column]
        guard let value = Value(rawValue: text) else { throw PageError.unforeseen }
        return value
    }

    func optionalValue<Value: RawRepresentable<String>>(
        _ column: String, of type: Value.Type = Value.self
    ) throws -> Value? {
        guard let _: String = self[column] else { return nil }
        return try value(column)
    }
}

extension AgreementHead {
    /// Open promises of the agreement that this one renews, until it is signed.
    func promisesToCarry(in db: Database) throws -> Int {
        guard let renews, status == .draft || status == .negotiating else { return 0 }
        return try Int.fetchOne(
            db,
            sql: """
                WITH origin AS (SELECT key FROM agreement WHERE id = :id)
                SELECT (SELECT count(*) FROM followup
                    WHERE agreement IN (SELECT key FROM origin) AND status = 'open')
                + (SELECT count(*) FROM measure
                    WHERE agreement IN (SELECT key FROM origin)
                    AND status IN ('planned', 'in_progress'))
                """, arguments: ["id": renews]) ?? 0
    }

    /// The agreement that a row of a table lies under.
    static func over(_ table: Scope.UnderAgreement, key: Int64, in db: Database) throws
        -> AgreementHead
    {
        let id = try String.fetchOne(
            db,
            sql: """
                SELECT agreement.id FROM \(table.rawValue) JOIN agreement
                ON agreement.key = \(table.rawValue).agreement WHERE \(table.rawValue).key = ?
                """, arguments: [key])
        guard let id else { throw PageError.notFound }
        return try AgreementHead(id, in: db)
    }
}
