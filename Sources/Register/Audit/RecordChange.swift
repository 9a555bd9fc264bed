/// One entry of the audit trail about a record, as people read it.
package struct RecordChange: Hashable, Sendable {
    package var seq: Int64
    /// ISO 8601 in UTC with milliseconds.
    package var at: String
    package var actor: String
    package var row: RecordRow
    /// The identifier that people use; nil for rows that were added many at a time.
    package var subject: String?
    package var isAddition: Bool
    /// In the order of the columns; empty for an addition.
    package var fields: [FieldChange]
}

/// What one field of a row was and became, with references as the identifiers that people use.
package struct FieldChange: Hashable, Sendable, Codable {
    /// The column, or the name of a list such as `parties`.
    package var field: String
    package var before: String?
    package var after: String?

    package init(field: String, before: String?, after: String?) {
        self.field = field
        self.before = before
        self.after = after
    }
}

/// A record has changed since the version that somebody edited.
package struct MovedOn: Hashable, Sendable {
    package var table: String
    package var subject: String
    /// The version to expect after the changes have been looked at.
    package var current: RecordVersion
    /// What was recorded since, oldest first.
    package var changes: [RecordChange]
}
