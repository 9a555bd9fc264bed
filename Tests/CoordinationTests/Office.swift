import Agreements
import EvaluationWorker
import Foundation
import GRDB
import Mail
import Register
import ReminderWorker
import ReportWorker
import Rules
import Support
import Tasks
import Testing

@testable import Coordination

/// One office's coordinator and workers, stepped by hand on a register of their own, with mail
/// that is kept.
final class Office {
    let coordinator: Coordinator
    let mailbox = Mailbox()
    var settings: PlannerSettings
    private let queue = HandQueue()

    static let author = Author(actor: "nord.saksbehandler1", request: "test")

    /// - Parameter rules: Those that tell of anything; all if left out.
    init(rules: Set<NoticeRule> = Set(NoticeRule.allCases), _ statements: String...) throws {
        var rulebook = Rulebook.domain
        rulebook.notices = rulebook.notices.filter { rules.contains($0.key) }
        let inForce = RulebookInForce(always: rulebook)
        settings = PlannerSettings(
            rules: inForce, hour: 7, minute: 0, baseURL: "https://avtalt.example",
            language: .nb)
        coordinator = try Coordinator(queue)
        coordinator.effects =
            Effects(language: .nb, rules: inForce, clock: coordinator.clock.wallClock).all
        try add(OfficeRows.references)
        for statement in statements { try add(statement) }
    }

    var register: Register { coordinator.register }
    var now: Instant { coordinator.clock.now() }

    // MARK: The day

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static func period(_ from: String, _ to: String) throws -> Period {
        let (from, to) = (try day(from), try day(to))
        return try #require(Period(from: from, to: to))
    }

    /// Sets the clock, in Europe/Oslo.
    func set(_ day: String, _ hour: Int = 7, _ minute: Int = 0) throws {
        coordinator.clock.set(
            Oslo.instant(of: try Self.day(day), hour: hour, minute: minute))
    }

    @discardableResult
    func plan() async throws -> Planner.Counts {
        try await planner().runOnce()
    }

    /// One that remembers what it has seen, unlike `plan`.
    func planner() throws -> Planner {
        Planner(
            settings: settings, register: register, term: try term(), bell: coordinator.bell,
            surroundings: coordinator.surroundings)
    }

    /// Plans and works at seven o'clock of a day.
    @discardableResult
    func run(_ day: String) async throws -> Planner.Counts {
        try set(day)
        let counts = try await plan()
        try await work()
        return counts
    }

    @discardableResult
    func schedule() async throws -> Scheduler.Counts {
        try await Scheduler(
            ReportPlanner(settings: settings, term: try term()).entries(), register: register,
            term: try term(), bell: coordinator.bell, surroundings: coordinator.surroundings
        ).runOnce()
    }

    /// Publishes, does and records until nothing is due any more.
    func work() async throws {
        while try await coordinator.dispatch().published > 0 {
            for task in await queue.take() {
                let outcome = try await handler(of: task.kind).handle(task)
                await queue.report(
                    TaskReport(
                        id: task.id, attempt: task.attempt, worker: "test", startedAt: now,
                        reportedAt: now, event: .finished(outcome)))
            }
            try await coordinator.record()
        }
    }

    private func handler(of kind: TaskKind) throws -> any TaskHandler {
        let postman = Postman(delivery: mailbox, sender: try MailAddress("avtalt@example.no"))
        let handlers: [any TaskHandler] = [
            DigestHandler(postman: postman, timeLimit: .seconds(60)),
            LetterHandler(postman: postman, timeLimit: .seconds(60)),
            EvaluationHandler(kind: .evaluationOpen, timeLimit: .seconds(60)),
            EvaluationHandler(kind: .evaluationAssess, timeLimit: .seconds(60)),
            ReportPartHandler(timeLimit: .seconds(60)),
            ReportHandler(timeLimit: .seconds(60), printer: nil),
        ]
        return try #require(handlers.first { $0.kind == kind })
    }

    func term() throws -> CoordinatorTerm { try #require(coordinator.term) }

    // MARK: The register

    /// Inserts by SQL, with entries in the audit trail.
    func add(_ sql: String) throws {
        try register.write { db in
            func last(_ table: String) throws -> Int64 {
                try Int64.fetchOne(db, sql: "SELECT coalesce(max(key), 0) FROM \"\(table)\"") ?? 0
            }
            let tables = RowContent.all.map(\.table)
            let before = try tables.map(last)
            try db.execute(sql: sql)
            let trail = AuditTrail(db, author: Self.author, at: now)
            for (table, first) in zip(tables, before) where try last(table) > first {
                try trail.recordAddition(table: table, keys: first + 1...last(table))
            }
        }
    }

    func log(_ body: (WorkLog) throws -> Void) throws {
        try register.write { db in try body(WorkLog(db, author: Self.author, at: now)) }
    }

    /// Changes the register behind the audit trail's back.
    func execute(_ sql: String) throws {
        try register.write { db in try db.execute(sql: sql) }
    }

    func rows(_ sql: String) throws -> [String] {
        try register.read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.map { "\($0.1.storage.value ?? "-")" }.joined(separator: " ")
            }
        }
    }

    /// What the ledger says, a line for each: `06-07 followup.due 1 nord.saksbehandler1 sent`.
    func history(of subject: String? = nil) throws -> [String] {
        try register.read { db in
            try NoticeLedger.history(of: subject, person: nil, on: nil, in: db)
        }.map { entry in
            "\(entry.on.description.dropFirst(5)) \(entry.rule) \(entry.stage) "
                + "\(entry.recipient ?? "nobody") \(entry.state)"
        }
    }

    func digest(of user: String, on day: String) throws -> StoredTask? {
        try coordinator.task(TaskID(uniqueKey: "digest/\(user)/\(day)"))
    }

    /// Deletes every ended task.
    func prune() throws {
        _ = try register.write { db in
            try TaskStore(db).prune(endedBefore: now.adding(.seconds(1)), limit: .max)
        }
    }
}
