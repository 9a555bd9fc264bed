import Agreements
import GRDB

/// A meeting, follow-up or measure that something is recorded of.
struct DayRecord: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case meeting
        case followUp = "followup"
        case measure

        /// In addresses.
        var plural: String { "\(rawValue)s" }
    }

    let kind: Kind
    let key: Int64
    let id: String
    let title: String?
    /// Level of a meeting; side of a follow-up or measure.
    let sort: String
    let status: String
    let dueOn: Day
    /// Ids of users; its own, or else the agreement's.
    let responsible: String?
    let agreement: String
    let agreementTitle: String
    let agreementResponsible: String?
    let owner: OwningUnit
    let parties: [String]

    /// Throws `PageError.notFound` when there is none.
    init(_ kind: Kind, key: Int64, in db: Database) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: Self.sql(kind)), arguments: [key])
        guard let row, let owner = OwningUnit(rawValue: row[9]) else { throw PageError.notFound }
        self.kind = kind
        self.key = key
        id = row[0]
        title = row[1]
        sort = row[2]
        status = row[3]
        dueOn = row[4]
        responsible = row[5]
        agreement = row[6]
        agreementTitle = row[7]
        agreementResponsible = row[8]
        self.owner = owner
        let names: String = row[10]
        parties = names.split(separator: "\u{1F}").map(String.init)
    }

    var isOpen: Bool { ["planned", "open", "in_progress"].contains(status) }

    private static func sql(_ kind: Kind) -> String {
        let own =
            kind == .meeting
            ? "t.theme, t.level, t.status, t.planned_on, responsible.id"
            : "t.title, t.side, t.status, t.due_on, coalesce(own.id, responsible.id)"
        let join = kind == .meeting ? "" : "LEFT JOIN user AS own ON own.key = t.responsible"
        return """
            SELECT t.id, \(own), a.id, a.title, responsible.id, a.owner, l.party_names
            FROM \(kind.rawValue) AS t JOIN agreement AS a ON a.key = t.agreement
            JOIN agreement_listing AS l ON l.agreement = a.key
            LEFT JOIN user AS responsible ON responsible.key = a.responsible \(join)
            WHERE t.key = ?
            """
    }
}

/// Somebody whom work can be given to.
struct DayColleague: Sendable {
    let id: String
    let name: String

    /// Those of a unit who write in it and are active, without one person, in order of names.
    static func all(of unit: OwningUnit, but person: String?, in db: Database) throws
        -> [DayColleague]
    {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, name FROM user WHERE unit = ? AND active = 1
                        AND id IS NOT ? AND role NOT IN ('administrator', 'auditor')
                    ORDER BY name, id
                    """), arguments: [unit.rawValue, person]
        ).map { DayColleague(id: $0[0], name: $0[1]) }
    }
}
