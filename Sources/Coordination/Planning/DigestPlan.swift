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
    /// Letters that wait for the day, by their recipients.
    let letters: [String: [LetterBox.Waiting]]
    /// How often something was put off.
    let timesPutOff: (NoticeKey) throws -> Int
    /// The token of a link by which a user answers a notice; nil where no pages are served, on
    /// which it could be answered.
    let token: ((String, NoticeKey) throws -> String)?

    /// The orders by recipient, in order of the recipients' ids. A letter alone makes no digest;
    /// several of them do.
    func orders(for notices: [Notice]) throws -> [DigestOrder] {
        var items: [String: [Notice]] = [:]
        for notice in notices {
            for recipient in notice.recipients { items[recipient, default: []].append(notice) }
        }
        for (recipient, letters) in letters where letters.count > 1 {
            items[recipient, default: []] += []
        }
        return try items.sorted { $0.key < $1.key }.compactMap { recipient, notices in
            try users[recipient].map { try order(for: $0, notices) }
        }
    }

    private func order(for user: User, _ notices: [Notice]) throws -> DigestOrder {
        let letters = letters[user.id] ?? []
        return DigestOrder(
            recipient: user.id, address: user.email,
            digest: Digest(
                recipient: user.name, language: user.language, day: day, baseURL: baseURL,
                items: try notices.map { try item($0, for: user) },
                letters: letters.map(\.order.letter),
                isByRegion: user.role == .headOfficeAnalyst || user.role == .headOfficeDirector),
            letters: letters.isEmpty ? nil : letters.map(\.id))
    }

    private func item(_ notice: Notice, for user: User) throws -> DigestItem {
        let key = notice.key
        let mayAnswer = Rights.allows(
            role: user.role, unit: user.unit, action: .write, kind: key.rule.recordKind,
            of: .unit(notice.unit))
        return DigestItem(
            rule: key.rule, stage: key.stage, subject: key.subject,
            subjectTitle: titles.title(of: key),
            agreement: notice.agreement,
            agreementTitle: notice.agreement.flatMap { titles.agreements[$0] },
            dueOn: key.dueOn, link: link(notice), unit: notice.unit,
            timesPutOff: try timesPutOff(key),
            answer: mayAnswer ? try token.map { "/answer/\(try $0(user.id, key))" } : nil)
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
