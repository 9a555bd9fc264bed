import Agreements
import GRDB

/// A line of the list of agreements.
package struct AgreementLine: Hashable, Sendable {
    package let key: Int64
    package let id: String
    package let title: String
    package let designation: String
    package let kind: AgreementKind
    package let owner: OwningUnit
    package let status: AgreementStatus
    /// Names of the parties, in their order.
    package let parties: [String]
    package let signedOn: Day?
    package let validFrom: Day?
    /// The last day, counted.
    package let validTo: Day?
    package let endedOn: Day?
    package let responsible: Person?
    package let deputy: Person?
    /// Whether another that is not abandoned follows it.
    package let isRenewed: Bool
    /// The earliest meeting that is planned for the list's day or later.
    package let nextMeetingOn: Day?
    /// Follow-ups and measures that are open and were due before the list's day.
    package let late: Int
    let sortValue: String

    /// A user by what lists show.
    package struct Person: Hashable, Sendable {
        package let id: String
        package let name: String
    }

    init(_ row: Row) throws {
        key = row[0]
        id = row[1]
        title = row[2]
        designation = row[3]
        kind = try row.term(4)
        owner = try row.term(5)
        status = try row.term(6)
        parties = Self.names(row[7])
        signedOn = row[8]
        validFrom = row[9]
        validTo = row[10]
        endedOn = row[11]
        responsible = Self.person(id: row[12], name: row[13])
        deputy = Self.person(id: row[14], name: row[15])
        isRenewed = row[16]
        nextMeetingOn = row[17]
        late = row[18]
        sortValue = row[19]
    }

    private static func person(id: String?, name: String?) -> Person? {
        guard let id, let name else { return nil }
        return Person(id: id, name: name)
    }

    /// Between the names of parties in one text.
    static let separator: Character = "\u{1F}"

    static func names(_ text: String) -> [String] {
        text.split(separator: separator).map(String.init)
    }

    /// Columns of `agreement AS a` and `agreement_listing AS l`, judged at `:day`; the sort value
    /// follows them.
    static let columns = """
        a.key, a.id, a.title, a.designation, a.kind, a.owner, a.status, l.party_names,
        a.signed_on, a.valid_from, a.valid_to, a.ended_on, responsible.id, responsible.name,
        deputy.id, deputy.name,
        \(AgreementFilter.isRenewed),
        (SELECT min(planned_on) FROM meeting WHERE meeting.agreement = a.key
            AND status = 'planned' AND planned_on >= :day),
        (SELECT count(*) FROM followup WHERE followup.agreement = a.key
            AND status = 'open' AND due_on < :day)
        + (SELECT count(*) FROM measure WHERE measure.agreement = a.key
            AND status IN ('planned', 'in_progress') AND due_on < :day)
        """
}
