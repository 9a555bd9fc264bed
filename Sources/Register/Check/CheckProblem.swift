/// Something in a register that the program did not put there, or that is gone.
package enum CheckProblem: Hashable, Sendable {
    case damaged(detail: String)
    case brokenReference(table: String, key: Int64?, to: String)
    /// A meeting's planned day is not what its postponements make it.
    case plannedDayAltered(subject: String)
    /// A document's content is not what its hash says.
    case documentAltered(sha256: String)
    /// A report's or an evaluation's file is not what its checksum says.
    case fileAltered(path: String)
    /// An issued report's figures are not what its checksum says.
    case figuresAltered(report: String)
    case entryAltered(seq: Int64)
    case entriesMissing(first: Int64, last: Int64)
    /// An entry's row had another content before than the entry before it left.
    case changeOutOfLine(table: String, subject: String, seq: Int64)
    /// Two entries claim to have added the same rows.
    case addedTwice(table: String, seq: Int64)
    /// Rows of one entry are not what was added; which of them cannot be told.
    case rowsAltered(table: String, first: Int64, last: Int64, seq: Int64)
    /// A row is not what its last recorded change left.
    case rowAltered(table: String, subject: String, seq: Int64)
    case rowsMissing(table: String, first: Int64, last: Int64, seq: Int64)
    case rowUnrecorded(table: String, subject: String)
}

extension CheckProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .damaged(let detail):
            "The file is damaged: \(detail)."
        case .brokenReference(let table, let key, let to):
            "Row \(key.map(String.init) ?? "without a key") of \(table) refers to a row of \(to) "
                + "that does not exist."
        case .plannedDayAltered(let subject):
            "The planned day of meeting \(subject) is not what its postponements make it."
        case .documentAltered(let sha256):
            "The document \(sha256) is not what it was when it was added."
        case .fileAltered(let path):
            "The file \(path) is not what was written."
        case .figuresAltered(let report):
            "The figures of the report \(report) are not what was issued."
        case .entryAltered(let seq):
            "Entry \(seq) of the audit trail was altered."
        case .entriesMissing(let first, let last):
            first == last
                ? "Entry \(first) of the audit trail is missing."
                : "Entries \(first) to \(last) of the audit trail are missing."
        case .changeOutOfLine(let table, let subject, let seq):
            "Between the changes of \(table) \(subject) there was one that is not recorded, "
                + "before entry \(seq) of the audit trail."
        case .addedTwice(let table, let seq):
            "Entry \(seq) of the audit trail adds rows of \(table) that another entry had added."
        case .rowsAltered(let table, let first, let last, let seq):
            (first == last
                ? "Row \(first) of \(table) is not what entry \(seq) of the audit trail added: "
                : "Of rows \(first) to \(last) of \(table), which entry \(seq) of the audit trail "
                    + "added, at least one is not what was added: ")
                + "it was altered without a record."
        case .rowAltered(let table, let subject, let seq):
            "\(table) \(subject) is not what its last change, entry \(seq) of the audit trail, "
                + "left: it was altered without a record."
        case .rowsMissing(let table, let first, let last, let seq):
            (first == last
                ? "Row \(first) of \(table) is gone"
                : "Rows \(first) to \(last) of \(table) are gone")
                + "; entry \(seq) of the audit trail added it."
        case .rowUnrecorded(let table, let subject):
            "\(table) \(subject) is in no entry of the audit trail: it was added without a record."
        }
    }
}
