import Agreements
import GRDB
import Register

extension AgreementOverview {
    init(_ id: String, in db: Database) throws {
        head = try AgreementHead(id, in: db)
        let key = head.key
        parties = try Self.parties(of: key, in: db)
        areas = try String.fetchAll(
            db.cachedStatement(sql: "SELECT area FROM agreement_area WHERE agreement = ?"),
            arguments: [key]
        ).compactMap(Area.init)
        commitments = try CommitmentLine.all(of: key, in: db)
        promises = try Promise.all(of: key, in: db)
        meetings = try MeetingLine.all(of: key, in: db)
        plans = try PlanLine.all(of: key, in: db)
        evaluations = try Self.evaluations(of: key, in: db)
        activities = try ActivityLine.latest(of: key, in: db)
        amendments = try AmendmentLine.all(of: key, in: db)
        archive = try ArchiveLine.one(of: key, in: db)
    }

    static func parties(of agreement: Int64, in db: Database) throws -> [CounterpartLine] {
        let contacts = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT contact.* FROM agreement_party AS link
                    JOIN contact ON contact.party = link.party
                    WHERE link.agreement = ? ORDER BY name, occurrence
                    """), arguments: [agreement]
        ).map { row in
            ContactLine(
                key: row["key"], party: row["party"], name: row["name"], role: row["role"],
                email: row["email"], phone: row["phone"])
        }
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT party.* FROM agreement_party AS link JOIN party ON party.key = link.party
                    WHERE link.agreement = ? ORDER BY position
                    """), arguments: [agreement]
        ).map { row in
            let key: Int64 = row["key"]
            return CounterpartLine(
                key: key, id: row["id"], name: row["name"], kind: try row.value("kind"),
                contacts: contacts.filter { $0.party == key })
        }
    }

    private static func evaluations(of agreement: Int64, in db: Database) throws
        -> [EvaluationLine]
    {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM evaluation WHERE agreement = ? ORDER BY year DESC"),
            arguments: [agreement]
        ).map { row in
            EvaluationLine(
                year: row["year"], status: try row.value("status"),
                approvedOn: row["approved_on"], submittedOn: row["submitted_on"],
                recommendation: try row.optionalValue("recommendation"))
        }
    }
}

extension AgreementOverview.CommitmentLine {
    static func all(of agreement: Int64, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM commitment WHERE agreement = ? ORDER BY key"),
            arguments: [agreement]
        ).map { row in
            Self(
                key: row["key"], id: row["id"], side: try row.value("side"), text: row["text"],
                isMeasurable: row["measurable"])
        }
    }
}

extension AgreementOverview.PlanLine {
    static func all(of agreement: Int64, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM plan WHERE agreement = ? ORDER BY year DESC"),
            arguments: [agreement]
        ).map { row in
            Self(
                key: row["key"], year: row["year"], status: try row.value("status"),
                adoptedOn: row["adopted_on"])
        }
    }
}

extension AgreementOverview.ActivityLine {
    /// As many as one looks over at a glance.
    private static let limit = 6

    static func latest(of agreement: Int64, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT key, happened_on, kind, theme, outcome FROM activity
                    WHERE agreement = ? ORDER BY happened_on DESC, key DESC LIMIT ?
                    """), arguments: [agreement, limit]
        ).map { row in
            Self(
                key: row[0], on: row[1], kind: try row.value("kind"), theme: row[3],
                outcome: row[4])
        }
    }
}

extension AgreementOverview.AmendmentLine {
    /// Latest first.
    static func all(of agreement: Int64, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM amendment WHERE agreement = ? ORDER BY agreed_on DESC, key DESC"
            ), arguments: [agreement]
        ).map { row in
            Self(
                key: row["key"], agreedOn: row["agreed_on"], text: row["text"],
                changes: row["changes"])
        }
    }
}

extension AgreementOverview.ArchiveLine {
    static func one(of agreement: Int64, in db: Database) throws -> Self? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM agreement_archive WHERE agreement = ?"),
            arguments: [agreement]
        ).map { row in
            Self(
                publicTitle: row["public_title"], caseNumber: row["case_number"],
                accessGround: row["access_ground"])
        }
    }
}

extension AgreementOverview.ArchiveLine {
    /// Nil when nothing has been filed: there is nothing to be overwritten then.
    static func version(of agreement: Int64, in db: Database) throws -> RecordVersion? {
        let key = try Int64.fetchOne(
            db, sql: "SELECT key FROM agreement_archive WHERE agreement = ?",
            arguments: [agreement])
        return try key.flatMap { try RecordVersion.of("agreement_archive", key: $0, in: db) }
    }
}
