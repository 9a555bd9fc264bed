import Agreements
import GRDB
import Rules

/// Finds whose the records are that a path names.
struct ScopeLookup {
    let db: Database
    let parameters: [String: String]

    /// Nil for records of whatever unit.
    ///
    /// Throws `PageError.notFound` when the path names nothing.
    func subject(of scope: Scope) throws -> RightSubject? {
        switch scope {
        case .some: nil
        case .everybody: .everybody
        case .oneself: .oneself
        case .unit: try .unit(unit(named: parameters["unit"]))
        case .agreement:
            try .unit(
                unit(
                    named: String.fetchOne(
                        db.cachedStatement(sql: "SELECT owner FROM agreement WHERE id = ?"),
                        arguments: [parameters["agreement"]])))
        case .record(let table): try subject(under: table)
        }
    }

    /// An activity with a party that has no agreement is of no unit; whoever logs for some unit
    /// may log it.
    private func subject(under table: Scope.UnderAgreement) throws -> RightSubject? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT owner FROM \(table.rawValue) LEFT JOIN agreement
                    ON agreement.key = \(table.rawValue).agreement
                    WHERE \(table.rawValue).key = ?
                    """),
            arguments: [parameters["key"].flatMap(Int64.init)])
        guard let row else { throw PageError.notFound }
        guard let owner: String = row[0] else { return nil }
        return try .unit(unit(named: owner))
    }

    private func unit(named name: String?) throws -> OwningUnit {
        guard let unit = name.flatMap(OwningUnit.init(rawValue:)) else { throw PageError.notFound }
        return unit
    }
}
