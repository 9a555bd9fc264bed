import Agreements
import Checksum
import Documents
import EvaluationWorker
import Foundation
import Mail
import ReminderWorker
import ReportWorker
import Rules
import Tasks
import Testing

/// What the three workers answer, given a task and nothing else.
struct HandlerTests {
    private struct Answering: MailDelivery {
        let outcome: MailOutcome

        func deliver(_ message: MailMessage) async -> MailOutcome { outcome }
    }

    private func digestHandler(_ outcome: MailOutcome = .delivered) throws -> DigestHandler {
        DigestHandler(
            postman: Postman(
                delivery: Answering(outcome: outcome),
                sender: try MailAddress("avtalt@example.no")),
            timeLimit: .seconds(60))
    }

    private func task(_ kind: TaskKind, attempt: Int = 1, _ payload: Data) -> Envelope {
        Envelope(
            id: TaskID("t"), kind: kind, attempt: attempt, unit: .nord, subject: "s",
            dueAt: Instant(milliseconds: 1_362_117_600_000), payload: payload)
    }

    private func digest(to address: String = "s1@example.no") throws -> Data {
        let day = try #require(Day("2013-03-01"))
        return try JSONEncoder().encode(
            DigestOrder(
                recipient: "nord.saksbehandler1", address: address,
                digest: Digest(
                    recipient: "Saksbehandler 1", language: .nb, day: day,
                    baseURL: "https://avtalt.example", items: [])))
    }

    @Test(arguments: [
        TaskKind.reminderDigest, .reminderLetter, .evaluationOpen, .evaluationAssess, .reportPart,
        .reportWhole,
    ])
    func `a payload that cannot be read is rejected with the reason`(kind: TaskKind) async throws {
        let handlers: [any TaskHandler] = [
            try digestHandler(), try LetterTests.handler(Letterbox()),
            EvaluationHandler(kind: .evaluationOpen, timeLimit: .seconds(60)),
            EvaluationHandler(kind: .evaluationAssess, timeLimit: .seconds(60)),
            ReportPartHandler(timeLimit: .seconds(60)),
            ReportHandler(timeLimit: .seconds(60), printer: nil),
        ]
        let handler = try #require(handlers.first { $0.kind == kind })

        for payload in ["", "{}", "[1", "{\"recipient\": 7}"] {
            let outcome = try await handler.handle(task(kind, Data(payload.utf8)))

            guard case .rejected(let reason) = outcome else {
                Issue.record("\(payload) gives \(outcome)")
                continue
            }
            #expect(reason.contains("order cannot be read: "))
        }
    }

    @Test func `a delivered digest is done, with its Message-ID`() async throws {
        let first = try await digestHandler().handle(task(.reminderDigest, digest()))
        let third = try await digestHandler().handle(task(.reminderDigest, attempt: 3, digest()))

        guard case .done(let result) = first else { return #expect(first == .done()) }
        let answer = try JSONDecoder().decode(DigestAnswer.self, from: result)
        #expect(answer.messageID == "t@example.no")
        #expect(first == third)
    }

    @Test(arguments: [
        (MailOutcome.refused("550 no such user"), Outcome.rejected(reason: "550 no such user")),
        (.tryAgain("450 greylisted"), .retry(reason: "450 greylisted")),
    ])
    func `what the mail server says decides`(answer: MailOutcome, outcome: Outcome) async throws {
        #expect(try await digestHandler(answer).handle(task(.reminderDigest, digest())) == outcome)
    }

    @Test func `an address that mail cannot be sent to is rejected with a sentence`() async throws {
        let outcome = try await digestHandler().handle(
            task(.reminderDigest, digest(to: "s1@example.no\r\nBcc: x@example.no")))

        guard case .rejected(let reason) = outcome else {
            return #expect(outcome == .rejected(reason: ""))
        }
        #expect(reason.contains("is not an e-mail address that mail can be sent to"))
    }

    @Test func `an evaluation without facts of its agreement is rejected`() async throws {
        let day = try #require(Day("2013-11-15"))
        let order = EvaluationOrder(
            agreement: "NORD-2012-001", title: "Bodø", year: 2013, occasion: .opened,
            judgedOn: day,
            evaluation: Evaluation(agreement: "NORD-2012-001", year: 2013, status: .open),
            scores: [], facts: Facts(), rulebook: .domain, language: .nb)

        let outcome = try await EvaluationHandler(kind: .evaluationOpen, timeLimit: .seconds(60))
            .handle(task(.evaluationOpen, try JSONEncoder().encode(order)))

        #expect(outcome == .rejected(reason: "The order has no facts about NORD-2012-001."))
    }

    @Test func `a part's order and answer survive the way there and back`() async throws {
        let period = Period(year: 2013)
        let order = ReportPartOrder(
            report: "annual-2013/1", unit: .nord, period: period, facts: Facts(),
            rulebook: .domain)
        let payload = try JSONEncoder().encode(order)

        let outcome = try await ReportPartHandler(timeLimit: .seconds(60))
            .handle(task(.reportPart, payload))

        #expect(try JSONDecoder().decode(ReportPartOrder.self, from: payload) == order)
        guard case .done(let result) = outcome else { return #expect(outcome == .done()) }
        #expect(
            try JSONDecoder().decode(UnitReport.self, from: result)
                == Indicators(facts: Facts(), period: period, rulebook: .domain).report(of: .nord))
    }

    @Test func `a report's checksum is of its figures, and stands in the page`() async throws {
        let content = Indicators(facts: Facts(), period: Period(year: 2013), rulebook: .domain)
            .consolidated
        let order = ReportOrder(
            report: "annual-2013/1", content: content, language: .nb, rulebook: .domain)

        let outcome = try await ReportHandler(timeLimit: .seconds(60), printer: nil)
            .handle(task(.reportWhole, try JSONEncoder().encode(order)))

        guard case .done(let result) = outcome else { return #expect(outcome == .done()) }
        let answer = try JSONDecoder().decode(ReportAnswer.self, from: result)
        let json = try #require(answer.files.first { $0.ending == "json" })
        let page = try #require(answer.files.first { $0.ending == "html" })
        #expect(answer.files.map(\.ending) == ["txt", "json", "csv", "html", "xlsx"])
        #expect(answer.checksum == Checksum.hexadecimal(of: json.body))
        #expect(String(decoding: page.body, as: UTF8.self).contains(answer.checksum))
    }
}
