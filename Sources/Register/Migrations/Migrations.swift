import GRDB

/// The steps that bring a register from an empty file to what this program expects.
///
/// They go forward only. A step that has been released is never altered: whatever is needed later
/// is a step of its own at the end of the list, in a file of its own.
enum Migrations {
    /// One step: its name, which is kept in the register for ever, and what it does.
    struct Step: Sendable {
        let name: String
        let apply: @Sendable (Database) throws -> Void
    }

    /// "AVTL" in the header of the file, by which a register is told from other SQLite files.
    static let applicationID = 0x4156_544C

    static let steps = [
        Step(name: "1-agreements", apply: AgreementTables.create),
        Step(name: "2-audit", apply: AuditTable.create),
        Step(name: "3-facts-indexes", apply: FactsIndexes.create),
        Step(name: "4-tasks", apply: TaskTables.create),
        Step(name: "5-ledger", apply: LedgerTables.create),
        Step(name: "6-views", apply: Views.create),
        Step(name: "7-dispatch", apply: DispatchIndexes.create),
        Step(name: "8-records", apply: RecordTables.create),
        Step(name: "9-accounts", apply: AccountTables.create),
        Step(name: "10-search", apply: SearchTables.create),
        Step(name: "11-day", apply: DayTables.create),
        Step(name: "12-evaluations", apply: EvaluationTables.create),
        Step(name: "13-editions", apply: EditionTables.create),
        Step(name: "14-reminders", apply: ReminderTables.create),
        Step(name: "15-day-indexes", apply: DayIndexes.create),
        Step(name: "16-targets", apply: TargetTables.create),
        Step(name: "17-evaluation-view", apply: EvaluationView.create),
    ]

    static let names = steps.map(\.name)

    /// Each step with its mark in the header is one transaction.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, step) in steps.enumerated() {
            // Deferred checks would look through every row of the register at each step.
            migrator.registerMigration(step.name, foreignKeyChecks: .immediate) { db in
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try step.apply(db)
                try db.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }
}
