import Agreements
import GRDB

/// A day is the text `2013-05-31`.
extension Day: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap { Day($0) }
    }
}

/// Read from the statement at hand, without a value in between.
extension Day: StatementColumnConvertible {
    package init?(sqliteStatement statement: SQLiteStatement, index: CInt) {
        self.init(String(sqliteStatement: statement, index: index))
    }
}
