import Foundation
import Mail
import Testing

struct MailMessageTests {
    @Test
    func `a message has the fields that mail programs look for`() throws {
        let lines = try message().rendered().components(separatedBy: "\r\n")

        #expect(lines.contains("Date: Fri, 01 Mar 2013 06:00:00 +0000"))
        #expect(lines.contains("To: nord.saksbehandler1@example.no"))
        #expect(lines.contains("Message-ID: <digest-2013-03-01.nord@avtalt.example.no>"))
        #expect(lines.contains("Auto-Submitted: auto-generated"))
        #expect(lines.contains("MIME-Version: 1.0"))
        #expect(lines.contains("Subject: Avtalt"))
    }

    @Test
    func `lines are short, plain and end as they should`() throws {
        let long = String(repeating: "Oppfølging av båtturen i Kárášjohka 🚣 ", count: 40)
        let text = try message(subject: long, text: long, name: long).rendered()

        #expect(text.utf8.allSatisfy { $0 == 0x0D || $0 == 0x0A || (0x20...0x7E).contains($0) })
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.count <= 78 })
    }

    @Test(arguments: [
        "Møte i Kárášjohka", "Avtalt", "=?UTF-8?B?eA==?=", String(repeating: "a b ", count: 60),
        String(repeating: "🚣", count: 30), "Skjær 3. mai\u{A0}2013",
    ])
    func `a subject reads back as it was`(subject: String) throws {
        let text = try message(subject: subject).rendered()

        #expect(decodedField("Subject", of: text) == subject)
    }

    @Test(arguments: ["Hei\r\nBcc: x@example.no", "Hei\nBcc: x@example.no", "Hei\u{2028}Bcc: x"])
    func `a line break in a header becomes a space`(text: String) throws {
        let rendered = try message(subject: text, name: text).rendered()

        #expect(!rendered.contains("\r\nBcc:"))
        #expect(decodedField("Subject", of: rendered).hasPrefix("Hei "))
    }

    @Test
    func `both parts read back as they were`() throws {
        let text = try message(text: "Hei på deg\n.\nslutt\n", html: "<p>Hei på deg</p>").rendered()

        let parts = text.components(separatedBy: "--=_avtalt_alternative")
        #expect(parts.count == 4)
        #expect(parts[1].contains("Content-Type: text/plain; charset=utf-8"))
        #expect(body(of: parts[1]) == "Hei på deg\r\n.\r\nslutt\r\n")
        #expect(parts[2].contains("Content-Type: text/html; charset=utf-8"))
        #expect(body(of: parts[2]) == "<p>Hei på deg</p>")
    }

    @Test(arguments: [
        "", "a", "a@", "@b", "a@b@c", "a b@example.no", "a@exa mple.no", "a@example.no\r\nRCPT",
        "a..b@example.no", "a@-example.no", "<a@example.no>", "å@example.no", "a@example..no",
        "a,b@example.no", "\"a\"@example.no",
    ])
    func `what is not an address is refused with a sentence`(text: String) {
        let error = #expect(throws: MailAddress.Error.self) { try MailAddress(text) }

        #expect(error?.description.contains("name@example.no") == true)
        #expect(error?.description.contains("\n") == false)
    }

    @Test(arguments: ["a@b", "nord.saksbehandler1@imdi.example.no", "a+b_c@sub-domain.example.no"])
    func `ordinary addresses are taken`(text: String) throws {
        #expect(try MailAddress(text).address == text)
    }

    @Test(arguments: ["", "x", "x@", "a b@c", "a@b>\r\nBcc: x", "../x@y", "a@b@c", "a/b@c"])
    func `what cannot be a Message-ID is refused`(text: String) {
        #expect(throws: MailMessage.Error.malformedMessageID(text)) {
            try message(messageID: text)
        }
    }

    private func decodedField(_ name: String, of text: String) -> String {
        let head = text.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: "\u{1}")
        let line = head.components(separatedBy: "\r\n").first { $0.hasPrefix("\(name): ") } ?? ""
        let value = String(line.dropFirst(name.count + 2))
        guard value.hasPrefix("=?UTF-8?B?") else {
            return value.replacing("\u{1}", with: " ")
        }
        // Each word alone must be whole characters.
        return value.components(separatedBy: "\u{1}").map { word in
            let encoded = word.dropFirst(10).dropLast(2)
            let data = Data(base64Encoded: String(encoded)) ?? Data()
            return String(data: data, encoding: .utf8) ?? "?"
        }.joined()
    }

    private func body(of part: String) -> String {
        let encoded = part.components(separatedBy: "\r\n\r\n").last ?? ""
        let data = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters) ?? Data()
        return String(data: data, encoding: .utf8) ?? "?"
    }
}
