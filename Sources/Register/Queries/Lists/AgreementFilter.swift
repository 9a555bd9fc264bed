import Agreements
import GRDB
import Rules

/// Which agreements a list shows; what is not said lets all through.
package struct AgreementFilter: Hashable, Sendable {
    /// Words as typed, found as by `AgreementSearch`; spaces alone let all through.
    package var text: String?
    package var owners: Set<OwningUnit> = []
    package var kinds: Set<AgreementKind> = []
    package var statuses: Set<AgreementStatus> = []
    package var inForceOn: Day?
    package var area: Area?
    /// Id of a user who is responsible.
    package var responsible: String?
    /// Id of a user who is responsible or deputy.
    package var person: String?
    /// Id of a counterpart.
    package var party: String?
    /// A municipality's number; also of one that it came from or that took over.
    package var municipality: String?
    /// Only those whose last day is before this one.
    package var expiresBefore: Day?
    package var isRenewed: Bool?
    /// In force on the list's day, and not meeting this requirement then.
    package var missing: Requirement?
    /// With follow-ups that are open and were due before the list's day.
    package var hasLateFollowUps = false

    package init() {}

    private var hasText: Bool { text.map { !$0.allSatisfy(\.isWhitespace) } ?? false }

    /// Conditions in SQL on `agreement AS a`, with `:day` and what `arguments` binds.
    var conditions: [String] {
        var conditions: [String] = []
        func add(_ isSaid: Bool, _ sql: String) { if isSaid { conditions.append(sql) } }
        add(
            hasText,
            "a.key IN (SELECT rowid FROM agreement_search WHERE agreement_search MATCH :text)")
        add(!owners.isEmpty, "a.owner IN (SELECT value FROM json_each(:owners))")
        add(!kinds.isEmpty, "a.kind IN (SELECT value FROM json_each(:kinds))")
        add(!statuses.isEmpty, "a.status IN (SELECT value FROM json_each(:statuses))")
        add(inForceOn != nil, Self.isInForce(":in_force_on"))
        add(
            area != nil,
            """
            EXISTS (SELECT 1 FROM agreement_area WHERE agreement = a.key
                AND agreement_area.area = :area)
            """)
        add(responsible != nil, "a.responsible = (SELECT key FROM user WHERE id = :responsible)")
        add(
            person != nil,
            "(SELECT key FROM user WHERE id = :person) IN (a.responsible, a.deputy)")
        add(
            party != nil,
            """
            EXISTS (SELECT 1 FROM agreement_party WHERE agreement = a.key
                AND party = (SELECT key FROM party WHERE id = :party))
            """)
        add(municipality != nil, Self.isWithMunicipality)
        add(expiresBefore != nil, "a.valid_to < :expires_before")
        add(isRenewed != nil, "\(Self.isRenewed) = :is_renewed")
        add(
            hasLateFollowUps,
            """
            EXISTS (SELECT 1 FROM followup WHERE followup.agreement = a.key
                AND status = 'open' AND due_on < :day)
            """)
        if let missing {
            conditions.append(Self.isInForce(":day"))
            conditions.append("NOT coalesce(\(RequirementCondition.sql(missing)), FALSE)")
        }
        return conditions
    }

    /// What the conditions name, and nothing else.
    func arguments(rulebook: Rulebook) -> [String: (any DatabaseValueConvertible)?] {
        var arguments: [String: (any DatabaseValueConvertible)?] = [:]
        if hasText { arguments["text"] = text.flatMap(SearchText.query) ?? "\"\"" }
        if !owners.isEmpty { arguments["owners"] = Self.list(owners) }
        if !kinds.isEmpty { arguments["kinds"] = Self.list(kinds) }
        if !statuses.isEmpty { arguments["statuses"] = Self.list(statuses) }
        if let inForceOn { arguments["in_force_on"] = inForceOn }
        if let area { arguments["area"] = area.rawValue }
        if let responsible { arguments["responsible"] = responsible }
        if let person { arguments["person"] = person }
        if let party { arguments["party"] = party }
        if let municipality { arguments["municipality"] = municipality }
        if let expiresBefore { arguments["expires_before"] = expiresBefore }
        if let isRenewed { arguments["is_renewed"] = isRenewed }
        if missing == .r2 { arguments["months"] = rulebook.multiYearMonths }
        if missing == .r7 { arguments["cadence"] = rulebook.cadenceMeetings }
        return arguments
    }

    /// Words of an enumeration as a JSON array; they need no escape.
    private static func list<Word: RawRepresentable<String>>(_ words: Set<Word>) -> String {
        "[\(words.map { "\"\($0.rawValue)\"" }.sorted().joined(separator: ","))]"
    }

    static func isInForce(_ day: String) -> String {
        """
        a.status IN ('active', 'ended') AND a.signed_on <= \(day) AND a.valid_from <= \(day)
            AND a.valid_to >= \(day) AND (a.ended_on IS NULL OR a.ended_on > \(day))
        """
    }

    static let isRenewed = """
        EXISTS (SELECT 1 FROM agreement AS later WHERE later.renews = a.key
            AND later.status <> 'abandoned')
        """

    private static let isWithMunicipality = """
        EXISTS (
            WITH RECURSIVE later (key) AS (
                SELECT key FROM municipality WHERE number = :municipality
                UNION SELECT successor FROM later JOIN municipality_successor
                    ON municipality = later.key),
            earlier (key) AS (
                SELECT key FROM municipality WHERE number = :municipality
                UNION SELECT s.municipality FROM earlier JOIN municipality_successor AS s
                    ON s.successor = earlier.key)
            SELECT 1 FROM agreement_party JOIN party ON party.key = party
            WHERE agreement = a.key AND party.municipality IN
                (SELECT key FROM later UNION SELECT key FROM earlier))
        """
}
