import Agreements
import GRDB

/// What entries are called and whose they are, read for those alone that are shown.
struct DayDetails {
    /// The agreement that an entry is about.
    struct Place: Sendable {
        let id: String
        let title: String
        /// Names in their order.
        let parties: [String]
        let owner: OwningUnit
        let responsible: String?
    }

    /// The meeting, follow-up or measure itself.
    struct Record: Sendable {
        /// Theme of a meeting, if it has one.
        let title: String?
        /// Level of a meeting; side of a follow-up or measure.
        let sort: String
        let responsible: String?
    }

    struct Offer: Sendable {
        let giver: String
        let agreements: Int
    }

    private(set) var places: [Int64: Place] = [:]
    private(set) var offers: [Int64: Offer] = [:]
    private var records: [DayEntry.Kind: [Int64: Record]] = [:]

    init(of entries: [DayEntry], in db: Database) throws {
        try readPlaces(Set(entries.compactMap(\.agreement)), db)
        for (kind, columns) in Self.columns {
            let keys = entries.lazy.filter { $0.kind == kind }.map(\.key)
            try readRecords(kind, columns, Array(keys), db)
        }
        try readOffers(entries.filter { $0.kind == .handover }.map(\.key), db)
    }

    func record(of entry: DayEntry) -> Record? { records[entry.kind]?[entry.key] }

    private static let columns: KeyValuePairs<DayEntry.Kind, String> = [
        .meeting: "t.theme, t.level, NULL",
        .followUp: "t.title, t.side, t.responsible",
        .measure: "t.title, t.side, t.responsible",
    ]

    private mutating func readPlaces(_ keys: Set<Int64>, _ db: Database) throws {
        guard !keys.isEmpty else { return }
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT a.key, a.id, a.title, l.party_names, a.owner, u.name
                    FROM json_each(?) AS wanted CROSS JOIN agreement AS a ON a.key = wanted.value
                    JOIN agreement_listing AS l ON l.agreement = a.key
                    LEFT JOIN user AS u ON u.key = a.responsible
                    """), arguments: [Self.json(keys)])
        while let row = try rows.next() {
            let names: String = row[3]
            places[row[0]] = Place(
                id: row[1], title: row[2],
                parties: names.split(separator: "\u{1F}").map(String.init),
                owner: OwningUnit(rawValue: row[4]) ?? .central, responsible: row[5])
        }
    }

    private mutating func readRecords(
        _ kind: DayEntry.Kind, _ columns: String, _ keys: [Int64], _ db: Database
    ) throws {
        guard !keys.isEmpty else { return }
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT r.key, r.title, r.sort, u.name FROM (
                        SELECT t.key, \(Self.named(columns))
                        FROM json_each(?) AS wanted
                        CROSS JOIN \(kind.name) AS t ON t.key = wanted.value) AS r
                    LEFT JOIN user AS u ON u.key = r.responsible
                    """), arguments: [Self.json(keys)])
        var found: [Int64: Record] = [:]
        while let row = try rows.next() {
            found[row[0]] = Record(title: row[1], sort: row[2], responsible: row[3])
        }
        records[kind] = found
    }

    private mutating func readOffers(_ keys: [Int64], _ db: Database) throws {
        for key in keys {
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT u.name, (SELECT count(*) FROM handover_agreement
                            WHERE handover_agreement.handover = handover.key)
                        FROM handover JOIN user AS u ON u.key = handover.giver
                        WHERE handover.key = ?
                        """), arguments: [key])
            if let row { offers[key] = Offer(giver: row[0], agreements: row[1]) }
        }
    }

    private static func named(_ columns: String) -> String {
        zip(columns.split(separator: ", "), ["title", "sort", "responsible"])
            .map { "\($0) AS \($1)" }.joined(separator: ", ")
    }

    /// Keys are numbers: nothing needs escaping.
    private static func json(_ keys: some Collection<Int64>) -> String {
        "[\(keys.map(String.init).joined(separator: ","))]"
    }
}
