import Agreements

/// Why a deed is not recorded; nothing of it is written.
///
/// Every case carries the facts, so that a page can say it in its reader's language and beside
/// the field; `description` says it in English for the command line and the API.
package enum RecordRefusal: Error, Hashable, Sendable {
    case unknown(table: String, id: String)
    case exists(table: String, id: String)
    /// The state of the record does not allow it, or not any more.
    case notNow(table: String, id: String, state: String, wanted: String)
    case identityNumber(field: String)
    /// A field that must be filled is empty.
    case empty(table: String, id: String, field: String)
    /// Somebody else changed the record since the version that was expected.
    case movedOn(MovedOn)
    case toCome(what: String, table: String, id: String, on: Day, today: Day)
    /// The second day must not be before the first.
    case daysReversed(table: String, id: String, first: DayField, second: DayField)
    case contradiction(RecordContradiction)

    /// A day and the field that it stands in.
    package struct DayField: Hashable, Sendable {
        package var name: String
        package var day: Day

        package init(_ name: String, _ day: Day) {
            self.name = name
            self.day = day
        }
    }
}

extension RecordRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknown(let table, let id):
            "The register has no \(table) «\(id)». `avtalt due` lists what is open."
        case .exists(let table, let id):
            "The register has the \(table) «\(id)» already: give another id, or leave it out."
        case .notNow(let table, let id, let state, let wanted):
            "The \(table) «\(id)» is \(state) and cannot be \(wanted) any more."
        case .identityNumber:
            """
            A text holds a national identity number. Leave it out: the register never holds them.
            """
        case .empty(let table, let id, let field):
            "The \(table) «\(id)» has no \(field): give it."
        case .movedOn(let moved):
            """
            The \(moved.table) «\(moved.subject)» was changed by \
            \(moved.changes.last?.actor ?? "somebody") since it was read. Look at what changed, \
            then give the change again with version \(moved.current.seq).
            """
        case .toCome(let what, _, _, let day, let today):
            "\(what) is on \(day), and today is \(today): log it when it has happened."
        case .daysReversed(let table, let id, let first, let second):
            """
            The \(table) «\(id)» has \(second.name) on \(second.day), before \(first.name) on \
            \(first.day): correct one of them.
            """
        case .contradiction(let contradiction): contradiction.description
        }
    }
}
