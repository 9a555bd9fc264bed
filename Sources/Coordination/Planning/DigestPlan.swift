import Agreements
import Register
import Rules
import Tasks

/// Turns the notices of a day into one digest for each person.
struct DigestPlan {
    let day: Day
    let baseURL: String
    let users: [String: User]
    /// What people call the subjects and the agreements of the notices.
    let titles: SubjectTitles

    /// The orders by recipient, in order of the recipients' ids.
    func orders(for notices: [Notice]) -> [DigestOrder] {
        var items: [String: [DigestItem]] = [:]
        for notice in notices {
            for recipient in notice.recipients {
                items[recipient, default: []].append(item(notice))
            }
        }
        return items.sorted { $0.key < $1.key }.compactMap { recipient, items in
            users[recipient].map { order(for: $0, items) }
        }
    }

    private func order(for user: User, _ items: [DigestItem]) -> DigestOrder {
        DigestOrder(
            recipient: user.id, address: user.email,
            digest: Digest(
                recipient: user.name, language: user.language, day: day, baseURL: baseURL,
                items: items))
    }

    private func item(_ notice: Notice) -> DigestItem {
        DigestItem(
            rule: notice.key.rule, stage: notice.key.stage, subject: notice.key.subject,
            subjectTitle: titles.title(of: notice.key),
            agreement: notice.agreement,
            agreementTitle: notice.agreement.flatMap { titles.agreements[$0] },
            dueOn: notice.key.dueOn, link: link(notice))
    }

    /// The path of the page where the subject is dealt with.
    private func link(_ notice: Notice) -> String {
        let folder =
            switch notice.key.rule {
            case .meetingUpcoming, .meetingOutcome: "meetings"
            case .followUpDue: "followups"
            case .measureDue: "measures"
            case .settlementMissing: "settlement"
            case .meetingMissing, .planMissing, .evaluationDue, .agreementExpiry,
                .agreementExpired:
                "agreements"
            }
        return "/\(folder)/\(notice.key.subject.percentEncoded)"
    }
}

extension String {
    /// As one segment of a path: all but RFC 3986's unreserved characters as %XX.
    fileprivate var percentEncoded: String {
        let digits = Array("0123456789ABCDEF")
        return utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text.append("%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])")
            }
        }
    }
}
