import Agreements
import Rules

/// How a digest's items are put into words, the same in text and in HTML.
struct DigestWording {
    let digest: Digest
    let texts: Texts

    init(_ digest: Digest) {
        self.digest = digest
        texts = Texts(digest.language)
    }

    /// `Avtalt 3. mai 2013: 2 løftet til ledelsen, 1 forfalt`.
    var subject: String {
        let counts: [(DigestSeverity, Text)] = [
            (.escalated, .subjectEscalated), (.overdue, .subjectOverdue),
            (.coming, .subjectComing),
        ]
        var parts = counts.compactMap { severity, text -> String? in
            let count = digest.items.count { digest.severity(of: $0) == severity }
            return count == 0 ? nil : texts[text, texts.number(count)]
        }
        if digest.items.isEmpty { parts += digest.letters.map { LetterWording($0).subject } }
        let summary = parts.isEmpty ? texts[.digestEmpty] : parts.joined(separator: ", ")
        return texts[.digestSubject, texts.date(digest.day), summary]
    }

    var introduction: String {
        digest.items.isEmpty && digest.letters.isEmpty
            ? texts[.digestEmpty] : texts[.digestIntroduction, texts.date(digest.day)]
    }

    /// The items under their headings, the gravest first.
    var groups: [(heading: String, items: [DigestItem])] {
        let ordered = digest.orderedItems
        return DigestSeverity.allCases.compactMap { severity in
            let items = ordered.filter { digest.severity(of: $0) == severity }
            guard !items.isEmpty else { return nil }
            guard digest.isByRegion, severity == .escalated else {
                return (texts[heading(of: severity)], items)
            }
            return (texts[.headingByRegion], byRegion(items))
        }
    }

    /// One list, region after region, each in the order that it has.
    private func byRegion(_ items: [DigestItem]) -> [DigestItem] {
        OwningUnit.allCases.flatMap { unit in items.filter { $0.unit == unit } }
            + items.filter { $0.unit == nil }
    }

    /// `Oppfølgingspunkt: Nytt introduksjonsprogram`.
    func title(of item: DigestItem) -> String {
        "\(texts[item.rule.text]): \(item.subjectTitle ?? item.agreementTitle ?? subjectName(item))"
    }

    /// The agreement's id, and its title where the item's own does not say it.
    func place(of item: DigestItem) -> String? {
        guard digest.isByRegion, let unit = item.unit else { return agreement(of: item) }
        return [texts[unit.text], agreement(of: item)].compactMap(\.self).joined(separator: ": ")
    }

    private func agreement(of item: DigestItem) -> String? {
        guard let agreement = item.agreement else { return nil }
        guard item.subjectTitle != nil, let title = item.agreementTitle else { return agreement }
        return "\(agreement) \(title)"
    }

    /// `Forfalt for 12 dager siden, 3. mai 2013.`
    func timing(of item: DigestItem) -> String {
        let days = item.dueOn.days(since: digest.day)
        let sentence = texts[timingText(of: item.rule, isPast: days < 0), relative(days)]
        return "\(sentence), \(texts.date(item.dueOn))."
    }

    func address(of item: DigestItem) -> String { digest.baseURL + item.link }

    /// Nil for what was never put off.
    func postponements(of item: DigestItem) -> String? {
        switch item.timesPutOff ?? 0 {
        case 0: nil
        case 1: texts[.putOffOnce]
        case let times: texts[.putOffTimes, texts.number(times)]
        }
    }

    /// What can be answered from the mail, with the address for each.
    func answers(to item: DigestItem) -> [(label: String, address: String)] {
        guard let path = item.answer else { return [] }
        return item.rule.answers.map { answer in
            (texts[text(of: answer)], "\(digest.baseURL)\(path)?as=\(answer.rawValue)")
        }
    }

    private func text(of answer: NoticeAnswer) -> Text {
        switch answer {
        case .done: .answerDone
        case .later: .answerLater
        case .notMine: .answerNotMine
        }
    }

    private func heading(of severity: DigestSeverity) -> Text {
        switch severity {
        case .escalated: .headingEscalated
        case .overdue: .headingOverdue
        case .coming: .headingComing
        }
    }

    /// A region has a name; anything else has only its id.
    private func subjectName(_ item: DigestItem) -> String {
        OwningUnit(rawValue: item.subject).map { texts[$0.text] } ?? item.subject
    }

    private func timingText(of rule: NoticeRule, isPast: Bool) -> Text {
        switch rule {
        case .meetingUpcoming, .meetingOutcome: isPast ? .meetingPast : .meetingFuture
        case .agreementExpiry, .agreementExpired: isPast ? .expiryPast : .expiryFuture
        case .settlementMissing: isPast ? .monthPast : .dueFuture
        case .meetingMissing, .followUpDue, .measureDue, .planMissing, .evaluationDue:
            isPast ? .duePast : .dueFuture
        }
    }

    private func relative(_ days: Int) -> String {
        switch days {
        case 0: texts[.today]
        case 1: texts[.tomorrow]
        case -1: texts[.yesterday]
        case 2...: texts[.inDays, texts.number(days)]
        default: texts[.daysAgo, texts.number(-days)]
        }
    }
}
