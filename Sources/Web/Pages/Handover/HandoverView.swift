import Agreements
import Rules

/// Lists of offers, each under its heading.
struct HandoverListView: Sendable {
    let mayOffer: Bool
    let groups: [Group]

    struct Group: Sendable {
        let heading: String
        /// Said instead of a table.
        let empty: String?
        let rows: [Row]
        let hasRows: Bool

        init(_ heading: String, empty: String, rows: [Row]) {
            self.heading = heading
            self.empty = rows.isEmpty ? empty : nil
            self.rows = rows
            hasRows = !rows.isEmpty
        }
    }

    struct Row: Sendable {
        let path: String
        let what: String
        let giver: String
        let receiver: String
        let offered: String
        let state: String
        let tag: String
    }
}

extension HandoverListView.Row {
    init(_ offer: HandoverQuery.Offer, _ words: Words, on today: Day, _ calendar: WorkingCalendar) {
        path = "/handovers/\(offer.key)"
        what =
            offer.agreementCount == 1
            ? words["one_agreement"] : words["agreements", String(offer.agreementCount)]
        giver = offer.giver.name
        receiver = offer.receiver.name
        offered = words.date(offer.offeredOn)
        let standing = HandoverStanding(offer, words, on: today, calendar)
        state = standing.text
        tag = standing.tag
    }
}

/// How an offer stands on a day: in words, and as the class of a tag.
struct HandoverStanding: Hashable, Sendable {
    let text: String
    let tag: String

    init(_ offer: HandoverQuery.Offer, _ words: Words, on today: Day, _ calendar: WorkingCalendar) {
        let decided = offer.decidedOn.map { words.date($0) } ?? ""
        switch offer.state {
        case .offered:
            let deadline = HandoverDeadline(offeredOn: offer.offeredOn, calendar: calendar)
            let isPast = deadline.isPast(on: today)
            text = words[isPast ? "state_late" : "state_offered", words.date(deadline.day)]
            tag = isPast ? "bad" : ""
        case .accepted: (text, tag) = (words["state_accepted", decided], "good")
        case .declined: (text, tag) = (words["state_declined", decided], "bad")
        case .withdrawn: (text, tag) = (words["state_withdrawn", decided], "off")
        }
    }
}

/// One offer with its agreements, and what the reader may do with it.
struct HandoverView: Sendable {
    let giver: String
    let receiver: String
    let offered: String
    let state: String
    let tag: String
    /// Until the receiver accepts.
    let whoIsResponsible: String?
    let lateText: String?
    let note: String?
    let answer: String?
    let parts: [Part]
    let accept: FormView?
    let decline: FormView?
    /// Nil where the reader may not take it back.
    let withdrawPath: String?

    struct Part: Sendable {
        let path: String
        let number: String
        let name: String
        let text: String?
    }
}

/// The choice of agreements and of who gets them.
struct HandoverChoiceView: Sendable {
    let giver: FormField?
    let givenBy: String
    let csrf: String
    let receiver: FormField
    let agreements: FormField
    let hasAgreements: Bool
    /// Offered to somebody already.
    let offered: [String]
    let hasOffered: Bool
    let allPath: String
    let errors: [FormField]
    let hasErrors: Bool
}
