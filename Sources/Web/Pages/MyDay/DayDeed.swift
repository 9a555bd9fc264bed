import Agreements
import GRDB

/// Something that a person recorded, as the audit trail has it.
struct DayDeed: Sendable {
    enum Kind: String, Sendable {
        case activity
        case held
        case done
        case cancelled
        case planned
        case adopted
        case postponed
        case moved
        case reassigned
        case offered
    }

    let kind: Kind
    let table: String
    let key: Int64
    /// The day in Oslo on which it was recorded.
    let recordedOn: Day
    let seq: Int64
    /// Its title, theme, or the name of a person.
    let title: String?
    /// What it is about: the day held, done or moved to.
    let day: Day?
    /// `phone` of an activity, `strategic` of a meeting.
    let sort: String?
    let agreement: String?
    /// Names of the agreement's parties, or of the activity's.
    let parties: [String]

    /// The last deeds of a person, newest first.
    static func recent(of user: String, limit: Int = 10, in db: Database) throws -> [DayDeed] {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: recentSQL), arguments: ["actor": user, "limit": limit * 2 + 4])
        var deeds: [DayDeed] = []
        var seen: Set<String> = []
        for row in rows where deeds.count < limit {
            let (table, key): (String, Int64) = (row[1], row[2])
            guard let deed = try DayDeed(row, in: db),
                seen.insert("\(table)/\(key)/\(deed.kind)").inserted
            else { continue }
            deeds.append(deed)
        }
        return deeds
    }

    /// The deed of one entry of the trail; nil when it is no deed of the person's work.
    static func recorded(as seq: Int64, by user: String, in db: Database) throws -> DayDeed? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "\(columns) WHERE seq = ? AND actor = ?"),
            arguments: [seq, user])
        return try row.flatMap { try DayDeed($0, in: db) }
    }

    static let recentSQL = """
        \(columns) WHERE actor = :actor AND entity IN \(workEntities)
        ORDER BY seq DESC LIMIT :limit
        """

    /// As the index of such entries has it.
    private static let workEntities = """
        ('activity', 'meeting', 'followup', 'measure', 'plan', 'postponement', 'due_change', \
        'reassignment', 'handover')
        """

    private static let columns = """
        SELECT seq, entity, first_key, action, count, at, json_extract(before, '$.status'),
            json_extract(after, '$.status')
        FROM audit
        """

    private init?(_ entry: Row, in db: Database) throws {
        let (action, count): (String, Int?) = (entry[3], entry[4])
        guard action != "event", count ?? 1 == 1,
            let kind = Self.kind(
                of: entry[1], isAddition: action == "add", before: entry[6], after: entry[7]),
            let sql = Self.facts[entry[1]],
            let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [entry[2]])
        else { return nil }
        self.kind = kind
        table = entry[1]
        key = entry[2]
        seq = entry[0]
        recordedOn = try Self.day(of: entry[5])
        title = row[0]
        day = row[1]
        sort = row[2]
        agreement = row[3]
        let names: String? = row[4]
        parties = (names ?? "").split(separator: "\u{1F}").map(String.init)
    }

    private static func kind(of table: String, isAddition: Bool, before: String?, after: String?)
        -> Kind?
    {
        switch (table, isAddition) {
        case ("activity", _): .activity
        case ("postponement", true): .postponed
        case ("due_change", true): .moved
        case ("reassignment", true): .reassigned
        case ("handover", true): .offered
        case (_, false) where before != after:
            switch after {
            case "open", "in_progress", "draft": .planned
            default: after.flatMap(Kind.init)
            }
        default: nil
        }
    }

    /// A reader near midnight sees the day of Oslo and not of UTC.
    private static func day(of instant: String) throws -> Day {
        guard let day = Day(String(instant.prefix(10))),
            let hour = Int(instant.dropFirst(11).prefix(2)),
            let minute = Int(instant.dropFirst(14).prefix(2))
        else { throw PageError.unforeseen }
        let milliseconds = Int64(day.number) * 86_400_000 + Int64(hour * 60 + minute) * 60_000
        return Oslo.day(at: Instant(milliseconds: milliseconds))
    }

    private static let place = """
        JOIN agreement AS a ON a.key = t.agreement
        JOIN agreement_listing AS l ON l.agreement = a.key
        """

    /// Title, day, sort, agreement and parties of a row by its key.
    private static let facts: [String: String] = [
        "activity": """
        SELECT t.theme, t.happened_on, t.kind, a.id, coalesce(l.party_names, party.name)
        FROM activity AS t LEFT JOIN agreement AS a ON a.key = t.agreement
        LEFT JOIN agreement_listing AS l ON l.agreement = a.key
        LEFT JOIN party ON party.key = t.party WHERE t.key = ?
        """,
        "meeting": """
        SELECT t.theme, coalesce(t.held_on, t.planned_on), t.level, a.id, l.party_names
        FROM meeting AS t \(place) WHERE t.key = ?
        """,
        "followup": """
        SELECT t.title, coalesce(t.done_on, t.due_on), 'followup', a.id, l.party_names
        FROM followup AS t \(place) WHERE t.key = ?
        """,
        "measure": """
        SELECT t.title, coalesce(t.done_on, t.due_on), 'measure', a.id, l.party_names
        FROM measure AS t \(place) WHERE t.key = ?
        """,
        "plan": """
        SELECT CAST(t.year AS TEXT), t.adopted_on, 'plan', a.id, l.party_names
        FROM plan AS t \(place) WHERE t.key = ?
        """,
        "postponement": """
        SELECT t.theme, r.moved_to, t.level, a.id, l.party_names
        FROM postponement AS r JOIN meeting AS t ON t.key = r.meeting \(place) WHERE r.key = ?
        """,
        "due_change": """
        SELECT coalesce(f.title, m.title), r.due_on, iif(f.key IS NULL, 'measure', 'followup'),
            a.id, l.party_names
        FROM due_change AS r LEFT JOIN followup AS f ON f.key = r.followup
        LEFT JOIN measure AS m ON m.key = r.measure
        JOIN agreement AS a ON a.key = coalesce(f.agreement, m.agreement)
        JOIN agreement_listing AS l ON l.agreement = a.key WHERE r.key = ?
        """,
        "reassignment": """
        SELECT coalesce(f.title, m.title) || ' → ' || u.name, r.decided_on,
            iif(f.key IS NULL, 'measure', 'followup'), a.id, l.party_names
        FROM reassignment AS r LEFT JOIN followup AS f ON f.key = r.followup
        LEFT JOIN measure AS m ON m.key = r.measure JOIN user AS u ON u.key = r.receiver
        JOIN agreement AS a ON a.key = coalesce(f.agreement, m.agreement)
        JOIN agreement_listing AS l ON l.agreement = a.key WHERE r.key = ?
        """,
        "handover": """
        SELECT u.name, r.offered_on, 'handover', NULL, NULL
        FROM handover AS r JOIN user AS u ON u.key = r.receiver WHERE r.key = ?
        """,
    ]
}
