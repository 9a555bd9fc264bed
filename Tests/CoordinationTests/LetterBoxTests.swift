import Agreements
import Foundation
import Register
import Rules
import Tasks
import Testing

@testable import Coordination

/// A letter from the transaction that plans it to the mail.
struct LetterBoxTests {
    private static let key = "evaluation/NORD-2012-001/2012/invitation/1"

    private func order(to address: String = "post@kommune.example.no") -> LetterOrder {
        LetterOrder(
            address: address, thread: "NORD-2012-001",
            letter: Letter(
                .evaluationInvitation, to: "Rådmannen", in: .nn, title: "Bodø", year: 2012,
                link: "https://avtalt.example/answer/secret"))
    }

    private func post(_ office: Office, to address: String = "post@kommune.example.no") throws
        -> Bool
    {
        let now = office.now
        return try office.register.write { db in
            try LetterBox(db).post(
                order(to: address), once: Self.key, about: "NORD-2012-001", unit: .nord, at: now)
        }
    }

    private func payload(_ office: Office) throws -> String {
        try office.register.read { db in
            let id = TaskID(uniqueKey: LetterBox.taskKey(Self.key))
            return String(
                decoding: try TaskStore(db).envelope(of: id)?.payload ?? Data(), as: UTF8.self)
        }
    }

    @Test func `a letter goes out once, however often it is posted`() async throws {
        let office = try Office()
        try office.set("2013-03-01")

        let posted = try [post(office), post(office)]
        try await office.work()
        let again = try post(office)
        try await office.work()

        #expect(posted == [true, false])
        #expect(!again)
        let mails = await office.mailbox.mails
        #expect(mails.map(\.to.address) == ["post@kommune.example.no"])
        #expect(mails.first?.subject == "Evaluering 2012: Bodø")
        #expect(mails.first?.thread == "agreement.NORD-2012-001@example.no")
    }

    @Test func `what lets its reader in is forgotten once it is sent`() async throws {
        let office = try Office()
        try office.set("2013-03-01")
        _ = try post(office)
        #expect(try payload(office).contains("secret"))

        try await office.work()

        #expect(try !payload(office).contains("secret"))
    }

    @Test func `a letter that is taken back does not go`() async throws {
        let office = try Office()
        try office.set("2013-03-01")
        _ = try post(office)
        let now = office.now

        let (first, second) = try office.register.write { db in
            let box = LetterBox(db)
            return (
                try box.takeBack(Self.key, reason: "It was answered.", at: now),
                try box.takeBack(Self.key, reason: "It was answered.", at: now)
            )
        }
        try await office.work()

        #expect(first && !second)
        #expect(await office.mailbox.mails.isEmpty)
        #expect(try !payload(office).contains("secret"))
    }

    @Test func `an address that is refused for good is given up`() async throws {
        let office = try Office()
        try office.set("2013-03-01")
        await office.mailbox.answer(.refused("550 no such user"), to: "gone@kommune.example.no")

        _ = try post(office, to: "gone@kommune.example.no")
        try await office.work()

        let state = try office.register.read { db in try LetterBox(db).state(of: Self.key) }
        #expect(state?.phase == .dead)
        #expect(state?.lastError == "550 no such user")
    }
}
