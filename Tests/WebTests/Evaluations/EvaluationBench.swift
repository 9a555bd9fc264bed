import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// A site in December 2014 with an open evaluation of that year and a contact person to ask.
final class EvaluationBench {
    let site: TestSite
    /// Of the evaluation.
    let key: Int64
    /// Of the contact person.
    let contact: Int64

    static let agreement = "NORD-2011-0012"
    private static let author = Author(actor: "tests", request: "tests")

    init(on day: String = "2014-12-16", email: String? = "post@kommune.example") throws {
        let site = try TestSite(on: day)
        (key, contact) = try site.register.write { db in
            try EvaluationLedger(db).open(
                Self.agreement, year: 2014, author: Self.author, at: site.now)
            try ContactDeeds(db, author: Self.author, at: site.now).add(
                Contact(
                    party: "K1941", name: "Rådmannen", role: "rådmann",
                    email: email))
            return (
                try #require(
                    try Int64.fetchOne(
                        db,
                        sql: """
                            SELECT evaluation.key FROM evaluation JOIN agreement
                            ON agreement.key = agreement WHERE agreement.id = ? AND year = 2014
                            """, arguments: [Self.agreement])),
                try #require(try Int64.fetchOne(db, sql: "SELECT max(key) FROM contact"))
            )
        }
        self.site = site
    }

    /// The secret of a link for the contact person.
    func invite(in language: Language = .nn) throws -> String {
        try site.register.write { db in
            try RespondentDeeds(db, author: Self.author, at: site.now)
                .invite(contact, to: key, in: language).secret
        }
    }

    /// IMDi's part, submitted.
    func submit(_ score: Int = 5) throws {
        try site.register.write { db in
            let deeds = EvaluationDeeds(db, author: Self.author, at: site.now)
            try deeds.save(
                [.init(dimension: "overall", score: score, comment: "IMDi sier dette")],
                evaluation: key, since: nil)
            try deeds.submit(key)
        }
    }

    /// The counterpart's part, delivered.
    func answer(_ score: Int = 3) throws {
        let term = Day.last(of: 2014).adding(days: 31)
        try site.register.write { db in
            let deeds = RespondentDeeds(db, author: Self.author, at: site.now)
            try deeds.save(
                [.init(dimension: "overall", score: score, comment: "Kommunen sier dette")],
                evaluation: key, since: nil, term: term)
            try deeds.deliver(evaluation: key, term: term)
        }
    }

    func approve() throws {
        try site.register.write { db in
            try EvaluationDeeds(db, author: Self.author, at: site.now).approve(
                key, recommendation: .continue, reasonWithoutCounterpart: "Svarte ikke")
        }
    }

    func value(_ sql: String) throws -> String? {
        try site.register.read { try String.fetchOne($0, sql: sql) }
    }

    /// Where the reply leads, or what stands in the way.
    static func location(_ reply: TestReply) -> String {
        reply.location ?? "\(reply.status): \(reply.text.suffix(2500))"
    }

    /// The value of a hidden field of a page.
    static func hidden(_ name: String, in text: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}
