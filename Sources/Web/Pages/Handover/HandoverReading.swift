import Agreements
import Rules

/// Shows offers.
enum HandoverReading {
    static func list(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let reader = try visit.reader
        let units = reader.unit == .central ? OwningUnit.allCases : [reader.unit]
        let calendar = visit.site.rulebook.calendar
        let today = visit.today
        func rows(_ offers: [HandoverQuery.Offer]) -> [HandoverListView.Row] {
            offers.map { HandoverListView.Row($0, words, on: today, calendar) }
        }
        let groups = try visit.read { db in
            let query = HandoverQuery(db: db)
            let mine = try query.waiting(for: reader.id)
            let given = try query.offered(by: reader.id)
            let others = try query.waiting(in: units).filter {
                $0.giver.id != reader.id && $0.receiver.id != reader.id
            }
            return [
                HandoverListView.Group(
                    words["to_me"], empty: words["to_me_none"], rows: rows(mine)),
                HandoverListView.Group(
                    words["from_me"], empty: words["from_me_none"], rows: rows(given)),
                HandoverListView.Group(
                    words["others"], empty: words["others_none"], rows: rows(others)),
                HandoverListView.Group(
                    words["decided"], empty: words["decided_none"],
                    rows: rows(try query.decided(in: units))),
            ]
        }
        return visit.page(
            "handovers", Handovers.frame(words["nav_handovers"], in: words, isStart: true),
            HandoverListView(mayOffer: !writableUnits(visit).isEmpty, groups: groups))
    }

    static func show(_ visit: Visit) throws -> Reply {
        try page(visit, key: visit.key())
    }

    /// The offer's page, with the decline form as it was sent where it is to be corrected.
    static func page(_ visit: Visit, key: Int64, declined: FormView? = nil) throws -> Reply {
        let words = visit.words
        let found = try visit.read { db in
            let query = HandoverQuery(db: db)
            return (try query.offer(key), try query.parts(of: key))
        }
        guard let offer = found.0 else { throw PageError.notFound }
        let view = view(visit, offer, parts: found.1, declined: declined)
        let frame = Handovers.frame(words["one_title", offer.giver.name], in: words)
        return declined == nil
            ? visit.page("handover", frame, view) : visit.incomplete("handover", frame, view)
    }

    /// The units for which the reader may hand over.
    static func writableUnits(_ visit: Visit) -> [OwningUnit] {
        OwningUnit.allCases.filter { visit.may(.write, .handOver, of: $0) }
    }

    /// Whoever has made the offer may take it back, and so may whoever leads the giver's unit.
    static func mayWithdraw(_ visit: Visit, giver: String, owners: [OwningUnit]) throws -> Bool {
        let reader = try visit.reader
        guard owners.allSatisfy({ visit.may(.write, .handOver, of: $0) }) else { return false }
        return reader.id == giver || reader.role == .regionalDirector
            || reader.role == .headOfficeDirector
    }

    static func declineFields(_ words: Words) -> [FormField] {
        var reason = FormField("reason", words["reason"], .area(rows: 3))
        reason.hint = words["reason_hint"]
        reason.isRequired = true
        return [reason]
    }

    private static func view(
        _ visit: Visit, _ offer: HandoverQuery.Offer, parts: [HandoverQuery.Part],
        declined: FormView?
    ) -> HandoverView {
        let words = visit.words
        let standing = HandoverStanding(offer, words, on: visit.today, visit.site.rulebook.calendar)
        let isOpen = offer.state == .offered
        let isReceiver = visit.session?.user.id == offer.receiver.id
        let path = "/handovers/\(offer.key)"
        let owners = parts.map(\.owner)
        let mayWithdraw: Bool
        do {
            mayWithdraw = try Self.mayWithdraw(visit, giver: offer.giver.id, owners: owners)
        } catch { mayWithdraw = false }
        return HandoverView(
            giver: offer.giver.name, receiver: offer.receiver.name,
            offered: words.longDate(offer.offeredOn), state: standing.text, tag: standing.tag,
            whoIsResponsible: isOpen ? words["still_responsible", offer.giver.name] : nil,
            lateText: isOpen && standing.tag == "bad" ? words["late_text"] : nil,
            note: offer.note, answer: offer.decisionNote,
            parts: parts.map {
                .init(
                    path: "/agreements/\(LocalPath.encode($0.id))", number: $0.id, name: $0.title,
                    text: $0.note)
            },
            accept: isOpen && isReceiver
                ? visit.formView(action: "\(path)/accept", fields: [], submit: words["accept"])
                : nil,
            decline: isOpen && isReceiver
                ? declined
                    ?? visit.formView(
                        action: "\(path)/decline", fields: declineFields(words),
                        submit: words["decline"])
                : nil,
            withdrawPath: isOpen && mayWithdraw ? "\(path)/withdraw" : nil)
    }
}
