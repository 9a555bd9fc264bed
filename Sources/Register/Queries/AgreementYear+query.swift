import Agreements
import GRDB
import Rules

extension AgreementYear {
    /// What the register has of an agreement's year; throws a `RecordRefusal` where there is no
    /// such agreement.
    ///
    /// - Parameters:
    ///   - day: Today. Scores are there once each side may see the other's.
    ///   - rulebook: Gives the term of answering.
    package static func read(
        _ agreement: String, year: Int, on day: Day, rulebook: Rulebook, in db: Database
    ) throws -> AgreementYear {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT agreement.kind, agreement.owner, agreement.*,
                    agreement_archive.public_title, agreement_archive.case_number,
                    agreement_archive.access_ground, responsible.name AS responsible_name,
                    deputy.name AS deputy_name
                FROM agreement
                LEFT JOIN agreement_archive ON agreement_archive.agreement = agreement.key
                LEFT JOIN user AS responsible ON responsible.key = agreement.responsible
                LEFT JOIN user AS deputy ON deputy.key = agreement.deputy
                WHERE agreement.id = ?
                """, arguments: [agreement])
        guard let row else { throw RecordRefusal.unknown(table: "agreement", id: agreement) }
        var result = AgreementYear(
            year: year, id: agreement, title: row["title"], designation: row["designation"],
            kind: try row.term(0), owner: try row.term(1))
        result.purpose = row["purpose"]
        (result.signedOn, result.validFrom) = (row["signed_on"], row["valid_from"])
        result.validTo = row["valid_to"]
        (result.responsible, result.deputy) = (row["responsible_name"], row["deputy_name"])
        (result.publicTitle, result.caseNumber) = (row["public_title"], row["case_number"])
        result.accessGround = row["access_ground"]
        try result.readLines(of: row["key"], in: db)
        try result.readEvaluation(
            of: row["key"], on: day, term: rulebook.evaluationTerm(of: year), in: db)
        return result
    }

    private mutating func readLines(of key: Int64, in db: Database) throws {
        let year = self.year
        func lines(_ sql: String, byYear: Bool = true) throws -> [Line] {
            let arguments: StatementArguments =
                byYear ? ["key": key, "year": String(year)] : ["key": key]
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map {
                Line(id: $0[0], text: $0[1], on: $0[2], state: $0[3], note: $0[4])
            }
        }
        parties = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM agreement_party JOIN party ON party.key = agreement_party.party
                WHERE agreement = ? ORDER BY position
                """, arguments: [key])
        commitments = try lines(
            """
            SELECT id, text, NULL, side, iif(measurable, 'measurable', NULL) FROM commitment
            WHERE agreement = :key ORDER BY key
            """, byYear: false)
        amendments = try lines(
            """
            SELECT key || '', text, agreed_on, 'agreed', NULL FROM amendment
            WHERE agreement = :key AND substr(agreed_on, 1, 4) <= :year ORDER BY agreed_on, key
            """)
        plan = try lines(
            """
            SELECT year || '', 'plan', adopted_on, status, NULL FROM plan
            WHERE agreement = :key AND year = CAST(:year AS INTEGER)
            """
        ).first
        measures = try lines(
            """
            SELECT id, title, due_on, status, result FROM measure
            WHERE agreement = :key AND year = CAST(:year AS INTEGER) ORDER BY due_on, id
            """)
        meetings = try lines(
            """
            SELECT id, coalesce(theme, level), coalesce(held_on, planned_on), status, minutes
            FROM meeting WHERE agreement = :key
                AND substr(coalesce(held_on, planned_on), 1, 4) = :year
            ORDER BY coalesce(held_on, planned_on), id
            """)
        followUps = try lines(
            """
            SELECT id, title, due_on, status, NULL FROM followup
            WHERE agreement = :key AND substr(due_on, 1, 4) = :year ORDER BY due_on, id
            """)
        activities = try lines(
            """
            SELECT id, coalesce(theme, kind), happened_on, kind, outcome FROM activity
            WHERE agreement = :key AND substr(happened_on, 1, 4) = :year ORDER BY happened_on, id
            """)
    }

    private mutating func readEvaluation(
        of key: Int64, on day: Day, term: Day, in db: Database
    ) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT key, status, coalesce(approved_on, submitted_on), recommendation
                FROM evaluation WHERE agreement = ? AND year = ?
                """, arguments: [key, year])
        guard let row else { return }
        evaluation = Line(
            id: "\(id)/\(year)", text: "evaluation", on: row[2], state: row[1], note: row[3])
        let record = try EvaluationRecord(row["key"], in: db)
        guard record.standing.isRevealed(on: day, term: term) else { return }
        scores = try Row.fetchAll(
            db,
            sql: """
                SELECT side, dimension, score FROM score WHERE evaluation = ?
                ORDER BY side, dimension
                """, arguments: [row["key"] as Int64]
        ).map { Score(side: try $0.term(0), dimension: $0[1], score: $0[2]) }
    }
}
