import Agreements
import GRDB

/// Reads offers of agreements from the register.
struct HandoverQuery {
    let db: Database

    /// An offer as lists show it.
    struct Offer: Hashable, Sendable {
        let key: Int64
        let giver: Person
        let receiver: Person
        let note: String?
        let offeredOn: Day
        let state: State
        let decidedOn: Day?
        let decisionNote: String?
        let agreementCount: Int
    }

    struct Person: Hashable, Sendable {
        let id: String
        let name: String
    }

    enum State: String, Hashable, Sendable {
        case offered
        case accepted
        case declined
        case withdrawn
    }

    /// An agreement of an offer.
    struct Part: Hashable, Sendable {
        let id: String
        let title: String
        let owner: OwningUnit
        let note: String?
    }

    /// Enough for a page; older ones are in the agreements' histories.
    private static let most = 50

    func offer(_ key: Int64) throws -> Offer? {
        try offers("handover.key = ?", [key]).first
    }

    /// What waits for somebody's answer.
    func waiting(for user: String) throws -> [Offer] {
        try offers("state = 'offered' AND receiver.id = ?", [user])
    }

    /// What somebody has offered and is still responsible for.
    func offered(by user: String) throws -> [Offer] {
        try offers("state = 'offered' AND giver.id = ?", [user])
    }

    /// What waits for an answer in these units, whoever's it is.
    func waiting(in units: [OwningUnit]) throws -> [Offer] {
        try offers("state = 'offered' AND \(Self.liesIn(units.count))", units.map(\.rawValue))
    }

    /// What has been answered or taken back, the latest first.
    func decided(in units: [OwningUnit]) throws -> [Offer] {
        try offers(
            "state <> 'offered' AND \(Self.liesIn(units.count))", units.map(\.rawValue),
            order: "decided_on DESC, handover.key DESC")
    }

    func parts(of key: Int64) throws -> [Part] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT agreement.id, agreement.title, agreement.owner, handover_agreement.note
                FROM handover_agreement
                JOIN agreement ON agreement.key = handover_agreement.agreement
                WHERE handover = ? ORDER BY agreement.id
                """, arguments: [key]
        ).map { row in
            guard let owner = OwningUnit(rawValue: row[2]) else { throw PageError.unforeseen }
            return Part(id: row[0], title: row[1], owner: owner, note: row[3])
        }
    }

    private static func liesIn(_ count: Int) -> String {
        let marks = Array(repeating: "?", count: count).joined(separator: ", ")
        return """
            handover.key IN (SELECT handover FROM handover_agreement AS part
                JOIN agreement ON agreement.key = part.agreement
                WHERE agreement.owner IN (\(marks)))
            """
    }

    private func offers(
        _ condition: String, _ arguments: StatementArguments,
        order: String = "offered_on, handover.key"
    ) throws -> [Offer] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT handover.key, giver.id, giver.name, receiver.id, receiver.name, note,
                    offered_on, state, decided_on, decision_note,
                    (SELECT count(*) FROM handover_agreement AS part
                    WHERE part.handover = handover.key)
                FROM handover JOIN user AS giver ON giver.key = handover.giver
                JOIN user AS receiver ON receiver.key = handover.receiver
                WHERE \(condition) ORDER BY \(order) LIMIT \(Self.most)
                """, arguments: arguments
        ).map { row in
            guard let state = State(rawValue: row[7]) else { throw PageError.unforeseen }
            return Offer(
                key: row[0], giver: Person(id: row[1], name: row[2]),
                receiver: Person(id: row[3], name: row[4]), note: row[5], offeredOn: row[6],
                state: state, decidedOn: row[8], decisionNote: row[9], agreementCount: row[10])
        }
    }

    private func offers(_ condition: String, _ values: [String], order: String? = nil) throws
        -> [Offer]
    {
        try offers(
            condition, StatementArguments(values), order: order ?? "offered_on, handover.key")
    }
}
