import Foundation
import Mail

func message(
    to: String = "nord.saksbehandler1@example.no",
    subject: String = "Avtalt",
    text: String = "Hei",
    html: String = "<p>Hei</p>",
    name: String? = nil,
    messageID: String = "digest-2013-03-01.nord@avtalt.example.no"
) throws -> MailMessage {
    try MailMessage(
        from: try MailAddress("avtalt@example.no", name: name), to: try MailAddress(to),
        subject: subject, text: text, html: html, messageID: messageID,
        date: Date(timeIntervalSince1970: 1_362_117_600))
}
