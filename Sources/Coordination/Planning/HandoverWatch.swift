import Agreements
import GRDB
import Register
import Rules

/// Tells directors of handovers that nobody has answered in time, once each.
struct HandoverWatch {
    let calendar: WorkingCalendar
    let baseURL: String
    let users: [User]

    func tellDirectors(on day: Day, at now: Instant, in db: Database) throws {
        let box = LetterBox(db)
        for offer in try unanswered(on: day, in: db) {
            for director in Leaders.there(for: offer.owners, among: users, on: day) {
                try box.post(
                    Letter(
                        .handoverUnanswered, to: director.name, in: director.language,
                        count: offer.agreements, link: "\(baseURL)/handovers/\(offer.key)"),
                    to: director, once: "handover/\(offer.key)/unanswered/\(director.id)", at: now)
            }
        }
    }

    private struct Offer {
        let key: Int64
        let agreements: Int
        let owners: Set<OwningUnit>
    }

    private func unanswered(on day: Day, in db: Database) throws -> [Offer] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT handover.key, offered_on, count(*), group_concat(DISTINCT owner)
                FROM handover JOIN handover_agreement ON handover_agreement.handover = handover.key
                JOIN agreement ON agreement.key = handover_agreement.agreement
                WHERE handover.state = 'offered' GROUP BY handover.key
                """)
        return rows.compactMap { row in
            let deadline = HandoverDeadline(offeredOn: row[1], calendar: calendar)
            guard deadline.isPast(on: day) else { return nil }
            let owners = (row[3] as String).split(separator: ",").compactMap {
                OwningUnit(rawValue: String($0))
            }
            return Offer(key: row[0], agreements: row[2], owners: Set(owners))
        }
    }
}
