import Agreements
import GRDB
import Rules
import Secrets

/// A contact person who answers for the counterpart by a personal link.
package struct Respondent: Hashable, Sendable {
    package let key: Int64
    /// Key of the evaluation.
    package let evaluation: Int64
    /// Key of the contact person.
    package let contact: Int64
    package let name: String
    package let role: String?
    package let email: String?
    package let language: Language
    package let invitedOn: Day
    package let endedOn: Day?
}

/// Makes, finds and ends the personal links by which counterparts answer, and takes in what they
/// answer, within one transaction of the caller.
///
/// Only the digest of a link's secret is kept: a copy of the register opens none. A link holds
/// until the evaluation is approved, or it is ended.
package struct RespondentDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    // MARK: Links

    /// Invites a contact person of one of the agreement's parties, and tells the link's secret; an
    /// earlier link of the same person ends.
    package func invite(_ contact: Int64, to evaluation: Int64, in language: Language) throws
        -> (respondent: Int64, secret: String)
    {
        let held = try EvaluationRecord(evaluation, in: steps.db)
        try held.refuse(unless: [.open, .submitted], wanted: "answered")
        let name = try String.fetchOne(
            steps.db,
            sql: """
                SELECT contact.name FROM contact JOIN agreement_party AS link
                ON link.party = contact.party WHERE contact.key = ? AND link.agreement = ?
                """, arguments: [contact, held.agreement])
        guard let name else { throw RecordRefusal.unknown(table: "contact", id: String(contact)) }
        guard name != ContactDeeds.anonymousName else {
            throw RecordRefusal.contradiction(.anonymised(contact: String(contact)))
        }
        for earlier in try Self.all(of: evaluation, in: steps.db)
        where earlier.contact == contact && earlier.endedOn == nil {
            try end(earlier.key)
        }
        let respondent = try steps.add(
            "respondent",
            [
                "evaluation": evaluation, "contact": contact, "language": language.rawValue,
                "invited_on": steps.today.description, "invited_by": steps.author.actor,
            ])
        return (respondent, try addSecret(for: respondent))
    }

    /// Another secret for the link of a reminder; those of earlier letters hold on.
    package func addSecret(for respondent: Int64) throws -> String {
        let secret = SecretToken.make()
        try steps.db.execute(
            sql: "INSERT INTO respondent_secret (digest, respondent, made_at) VALUES (?, ?, ?)",
            arguments: [
                SecretToken.digest(of: secret).data, respondent, steps.now.description,
            ])
        return secret
    }

    /// Ends a person's links; what was answered stays.
    package func end(_ respondent: Int64) throws {
        let ended = try Row.fetchOne(
            steps.db, sql: "SELECT ended_on FROM respondent WHERE key = ?",
            arguments: [respondent])
        guard let ended else {
            throw RecordRefusal.unknown(table: "respondent", id: String(respondent))
        }
        guard ended[0] == nil else { return }
        try steps.change(
            "respondent", key: respondent, to: ["ended_on": steps.today.description])
        try RespondentLetters.takeBack(
            from: respondent, because: "The link was ended.", at: steps.now, in: steps.db)
    }

    // MARK: Answering

    /// Keeps the counterpart's answers until they are delivered.
    ///
    /// - Parameters:
    ///   - stamp: When the answers were saved that the form was made from; nil for none.
    ///   - term: The last day of answering, by the rulebook.
    package func save(
        _ answers: [Answers.Answer], evaluation: Int64, since stamp: String?, term: Day
    ) throws {
        let held = try open(evaluation, term: term)
        try Answers(steps, of: .counterpart, in: held).save(answers, since: stamp)
    }

    /// Delivers the counterpart's part with the answers that were saved.
    package func deliver(evaluation: Int64, term: Day) throws {
        let held = try open(evaluation, term: term)
        try Answers(steps, of: .counterpart, in: held).deliver()
        try steps.takeStep("answered", of: evaluation)
        for respondent in try Self.all(of: evaluation, in: steps.db) {
            try RespondentLetters.takeBack(
                from: respondent.key, because: "The counterpart has answered.", at: steps.now,
                in: steps.db)
        }
    }

    private func open(_ evaluation: Int64, term: Day) throws -> EvaluationRecord {
        let held = try EvaluationRecord(evaluation, in: steps.db)
        guard held.standing.mayAnswer(.counterpart, on: steps.today, term: term) else {
            throw RecordRefusal.notNow(
                table: "evaluation", id: held.id, state: held.status.rawValue,
                wanted: "answered")
        }
        return held
    }

    // MARK: Reading

    /// The page that a secret opens.
    package static func path(_ secret: String) -> String { "/respond/\(secret)" }

    /// The respondent of a key.
    package static func respondent(_ key: Int64, in db: Database) throws -> Respondent? {
        try Row.fetchOne(
            db.cachedStatement(sql: "\(select) WHERE respondent.key = ?"), arguments: [key]
        ).map(respondent)
    }

    /// Whom a secret belongs to, also where the link has ended; nil for one that there never was.
    package static func find(_ secret: String, in db: Database) throws -> Respondent? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    \(select) WHERE respondent.key = (SELECT respondent FROM respondent_secret
                        WHERE digest = ?)
                    """), arguments: [SecretToken.digest(of: secret).data]
        ).map(respondent)
    }

    /// All who were invited to an evaluation, the first first.
    package static func all(of evaluation: Int64, in db: Database) throws -> [Respondent] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "\(select) WHERE respondent.evaluation = ? ORDER BY respondent.key"),
            arguments: [evaluation]
        ).map(respondent)
    }

    private static let select = """
        SELECT respondent.key, evaluation, contact, name, role, email, language, invited_on,
            ended_on
        FROM respondent JOIN contact ON contact.key = respondent.contact
        """

    private static func respondent(_ row: Row) -> Respondent {
        Respondent(
            key: row[0], evaluation: row[1], contact: row[2], name: row[3], role: row[4],
            email: row[5], language: Language(rawValue: row[6]) ?? .nb, invitedOn: row[7],
            endedOn: row[8])
    }
}
