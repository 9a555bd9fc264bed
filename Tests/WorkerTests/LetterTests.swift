import Agreements
import Foundation
import Mail
import ReminderWorker
import Rules
import Synchronization
import Tasks
import Testing

/// What becomes of a letter's order.
struct LetterTests {
    static func handler(_ box: Letterbox) throws -> LetterHandler {
        LetterHandler(
            postman: Postman(delivery: box, sender: try MailAddress("avtalt@example.no")),
            timeLimit: .seconds(60))
    }

    private func task(_ order: LetterOrder) throws -> Envelope {
        Envelope(
            id: TaskID("letter-1"), kind: .reminderLetter, unit: .nord, subject: "NORD-2012-003",
            dueAt: Instant(milliseconds: 1_362_117_600_000),
            payload: try JSONEncoder().encode(order))
    }

    private func order(
        _ occasion: Letter.Occasion, _ language: Language = .nb, thread: String? = nil
    ) throws -> LetterOrder {
        let dueOn = try #require(Day("2014-01-31"))
        return LetterOrder(
            address: "post@kommune.example.no", thread: thread,
            letter: Letter(
                occasion, to: "Rådmannen", in: language, title: "Bodø og IMDi", year: 2013,
                dueOn: dueOn, count: 3,
                link: "https://avtalt.example/answer/a?b=1&c=2"))
    }

    @Test(arguments: Letter.Occasion.allCases, Language.allCases)
    func `a letter has its link, its limit and its language in both parts`(
        occasion: Letter.Occasion, language: Language
    ) async throws {
        let box = Letterbox()

        let outcome = try await Self.handler(box).handle(task(try order(occasion, language)))

        let mail = try #require(box.mails.first)
        guard case .done = outcome else { return #expect(outcome == .done()) }
        #expect(mail.to.address == "post@kommune.example.no")
        #expect(mail.text.contains("\nhttps://avtalt.example/answer/a?b=1&c=2\n"))
        #expect(mail.html.contains("href=\"https://avtalt.example/answer/a?b=1&amp;c=2\""))
        #expect(mail.html.contains("<html lang=\"\(language.rawValue)\">"))
        for part in [mail.text, mail.html] {
            #expect(part.contains("2014"))
            #expect(!part.contains("{0}") && !part.contains("{1}") && !part.contains("{2}"))
        }
        #expect(mail.messageID == "letter-1@example.no")
    }

    @Test func `mails about one agreement are one thread`() async throws {
        let box = Letterbox()

        for thread in ["NORD-2012-003", "NORD/2012 ø", nil] {
            _ = try await Self.handler(box).handle(
                task(try order(.evaluationReminder, thread: thread)))
        }

        let headers = box.mails.map { mail in
            mail.rendered().components(separatedBy: "\r\n").filter {
                $0.hasPrefix("In-Reply-To: ") || $0.hasPrefix("References: ")
            }
        }
        #expect(
            headers == [
                [
                    "In-Reply-To: <agreement.NORD-2012-003@example.no>",
                    "References: <agreement.NORD-2012-003@example.no>",
                ],
                [
                    "In-Reply-To: <agreement.NORD-2012--@example.no>",
                    "References: <agreement.NORD-2012--@example.no>",
                ], [],
            ])
    }

    @Test func `a letter about several agreements says how many`() async throws {
        let box = Letterbox()
        var order = try order(.handoverOffered)
        order.letter.title = nil

        _ = try await Self.handler(box).handle(task(order))

        let mail = try #require(box.mails.first)
        #expect(mail.subject == "Du er tilbudt avtaler: 3 avtaler")
        #expect(mail.text.contains("3 avtaler"))
    }
}

/// Keeps every mail.
final class Letterbox: MailDelivery {
    private let kept = Mutex<[MailMessage]>([])

    var mails: [MailMessage] { kept.withLock { $0 } }

    func deliver(_ message: MailMessage) async -> MailOutcome {
        kept.withLock { $0.append(message) }
        return .delivered
    }
}
