import Agreements
import Documents
import Foundation
import Rules
import Testing

struct DigestTests {
    @Test(arguments: Language.allCases)
    func `the mail is the stored one`(language: Language) throws {
        let digest = sample(in: language)

        let text = "\(DigestText(digest).subject)\n\n\(DigestText(digest).render())"
        #expect(try StoredFile(name: "digest-\(language.rawValue).txt").matches(text))
        let page = DigestPage(digest).render()
        #expect(try StoredFile(name: "digest-\(language.rawValue).html").matches(page))
    }

    @Test
    func `the gravest comes first, then what is due first`() {
        let subjects = sample(in: .nb).orderedItems.map(\.subject)

        #expect(
            subjects == [
                "NORD-2012-004/F/2", "NORD-2012-003/M/4", "NORD-2012-003/2013/1", "nord",
                "NORD-2012-005/F/1", "NORD-2012-003/M/5", "NORD-2012-003",
            ])
    }

    @Test(arguments: [
        (NoticeRule.followUpDue, 1, "2013-05-08", DigestSeverity.coming),
        (.followUpDue, 2, "2013-05-03", .coming), (.followUpDue, 3, "2013-05-02", .overdue),
        (.followUpDue, 4, "2013-04-19", .escalated), (.agreementExpiry, 2, "2013-11-03", .coming),
        (.agreementExpiry, 3, "2013-08-03", .escalated),
        (.meetingUpcoming, 9, "2013-05-08", .coming),
        (.agreementExpired, 1, "2013-05-02", .overdue),
        (.planMissing, 3, "2013-05-31", .escalated),
    ])
    func `an escalation is graver than what is overdue, and that than what comes`(
        rule: NoticeRule, stage: Int, dueOn: String, severity: DigestSeverity
    ) throws {
        let (dueOn, day) = (try #require(Day(dueOn)), try #require(Day("2013-05-03")))

        #expect(DigestSeverity(rule: rule, stage: stage, dueOn: dueOn, on: day) == severity)
    }

    @Test(arguments: [
        (-12, "Forfalt for 12 dager siden"), (-1, "Forfalt i går"), (0, "Forfaller i dag"),
        (1, "Forfaller i morgen"), (5, "Forfaller om 5 dager"),
    ])
    func `days are told as people tell them`(days: Int, phrase: String) throws {
        var digest = sample(in: .nb)
        digest.items = [
            item(.followUpDue, 1, "NORD-2012-003/F/1", "Noe", digest.day.adding(days: days))
        ]

        #expect(DigestText(digest).render().contains(phrase))
    }

    @Test
    func `text from the register stays text`() {
        var digest = sample(in: .nb)
        digest.items = [
            item(.followUpDue, 1, "X", "<a href=\"x\">\nhttps://elsewhere", digest.day)
        ]

        #expect(!DigestPage(digest).render().contains("<a href=\"x\">"))
        #expect(!DigestText(digest).render().contains("\nhttps://elsewhere"))
    }

    @Test(arguments: Language.allCases)
    func `a letter in a digest lists what it would list alone`(language: Language) {
        var digest = sample(in: language)
        digest.letters = [
            Letter(
                .evaluationsMissing, to: digest.recipient, in: language, year: 2012, count: 2,
                items: ["NORD-2012-003 Samarbeid & mer", "NORD-2012-005 Bosetting"],
                link: "https://avtalt.example.no/evaluations/round?year=2012")
        ]

        let (text, page) = (DigestText(digest).render(), DigestPage(digest).render())

        #expect(text.contains("\n  - NORD-2012-003 Samarbeid & mer\n  - NORD-2012-005 Bosetting\n"))
        #expect(page.contains("<li>NORD-2012-003 Samarbeid &amp; mer</li>"))
        #expect(page.contains("<li>NORD-2012-005 Bosetting</li>"))
    }

    @Test
    func `a digest survives a queue`() throws {
        let digest = sample(in: .nn)

        let copy = try JSONDecoder().decode(
            Digest.self, from: try JSONEncoder().encode(digest))

        #expect(copy == digest)
    }

    private func sample(in language: Language) -> Digest {
        let day = Day.first(of: 2013).adding(days: 122)
        return Digest(
            recipient: "Nord saksbehandler 1", language: language, day: day,
            baseURL: "https://avtalt.example.no",
            items: [
                item(.agreementExpiry, 1, "NORD-2012-003", nil, day.adding(days: 365)),
                item(.meetingUpcoming, 1, "NORD-2012-003/M/5", "Vårmøte", day.adding(days: 14)),
                item(.measureDue, 3, "NORD-2012-003/2013/1", "Mentorordning", day.adding(days: -7)),
                item(.followUpDue, 2, "NORD-2012-005/F/1", "Sende referat", day),
                item(.followUpDue, 4, "NORD-2012-004/F/2", "Avklare tolk", day.adding(days: -16)),
                item(.settlementMissing, 1, "nord", nil, day.adding(days: -3)),
                item(.meetingOutcome, 2, "NORD-2012-003/M/4", "Møte", day.adding(days: -15)),
            ])
    }

    private func item(
        _ rule: NoticeRule, _ stage: Int, _ subject: String, _ title: String?, _ dueOn: Day
    ) -> DigestItem {
        let agreement = subject == "nord" ? nil : String(subject.prefix(13))
        return DigestItem(
            rule: rule, stage: stage, subject: subject, subjectTitle: title,
            agreement: agreement,
            agreementTitle: agreement == nil ? nil : "Samarbeidsavtale med Kárášjohka & Co",
            dueOn: dueOn, link: "/agreements/\(agreement ?? "")")
    }
}
