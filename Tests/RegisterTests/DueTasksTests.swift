import Agreements
import Foundation
import GRDB
import Tasks
import Testing

@testable import Register

/// What of a backlog is published, and how it is found.
struct DueTasksTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }
    private let now = Instant(milliseconds: 1_362_117_600_000)
    private let other = TaskKind(rawValue: "report.part")

    init() throws {
        temporary = try TemporaryRegister()
    }

    private func plan(_ count: Int, _ kind: TaskKind, bytes: Int = 2) throws {
        let tasks = (0..<count).map { number in
            NewTask(
                once: "\(kind)-\(number)", kind: kind, unit: .nord, subject: "\(number)",
                dueAt: now.adding(.milliseconds(number - count)), payload: Data(count: bytes))
        }
        try register.write { db in _ = try TaskStore(db).plan(tasks, at: now) }
    }

    private func publish(_ tasks: [StoredTask]) throws {
        try register.write { db in
            for var task in tasks {
                guard
                    case .changed(let event) = task.state.publish(
                        at: now, limits: TaskState.Limits())
                else { continue }
                try TaskStore(db).save(task, event)
            }
        }
    }

    private func due(_ limits: TaskStore.DueLimits) throws -> [StoredTask] {
        try register.read { db in try TaskStore(db).due(at: now, limits) }
    }

    private func counts(_ tasks: [StoredTask]) -> [TaskKind: Int] {
        Dictionary(grouping: tasks, by: \.envelope.kind).mapValues(\.count)
    }

    @Test func `a kind with a backlog leaves room for another`() throws {
        try plan(100, .reminderDigest)
        try plan(5, other)

        let tasks = try due(TaskStore.DueLimits(tasks: 20))

        #expect(counts(tasks) == [.reminderDigest: 10, other: 5])
        #expect(
            tasks.filter { $0.envelope.kind == .reminderDigest }.map(\.envelope.subject)
                == (0..<10).map { "\($0)" })
    }

    @Test func `of a kind no more is published than its workers have left to start`() throws {
        try plan(100, .reminderDigest)
        try plan(5, other)
        let limits = TaskStore.DueLimits(tasks: 50, unstarted: 30)

        try publish(try due(limits))
        let second = try due(limits)
        try publish(second)

        #expect(counts(second) == [.reminderDigest: 5])
        #expect(try due(limits).isEmpty)
        #expect(
            try register.read { db in try TaskStore(db).unstartedByKind() }
                == ["reminder.digest": 30, "report.part": 5])
    }

    @Test func `a kind with large payloads takes its share of the bytes and no more`() throws {
        try plan(10, .reminderDigest, bytes: 1000)
        try plan(10, other, bytes: 10)

        let tasks = try due(TaskStore.DueLimits(tasks: 100, bytes: 4000))

        #expect(counts(tasks) == [.reminderDigest: 2, other: 10])
    }

    @Test(arguments: ["*", "reminder", "reminder.digest"])
    func `what is paused is passed over`(scope: String) throws {
        try plan(3, .reminderDigest)
        try plan(3, other)
        try register.write { db in
            try db.execute(
                sql: "INSERT INTO pause (scope, paused_at, reason) VALUES (?, 0, 'wait')",
                arguments: [scope])
        }

        let tasks = try due(TaskStore.DueLimits(tasks: 100))

        #expect(counts(tasks) == (scope == "*" ? [:] : [other: 3]))
    }

    @Test(arguments: [
        (TaskStore.dueQuery, "SEARCH task USING INDEX task_due (kind=? AND next_at<?)"),
        (
            TaskStore.nextDueQuery,
            "SEARCH task USING COVERING INDEX task_due (kind=? AND next_at>?)"
        ),
        (TaskStore.nextKindQuery, "SEARCH task USING COVERING INDEX task_due (kind>?)"),
        (TaskStore.unstartedQuery, "SCAN task USING COVERING INDEX task_published"),
    ])
    func `a backlog is never read from end to end`(query: String, step: String) throws {
        let plan = try register.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(query)",
                arguments: StatementArguments(query.filter { $0 == "?" }.map { _ in 0 })
            ).map { $0["detail"] as String }
        }

        #expect(plan.first == step, "\(plan)")
    }

    @Test func `pruning finds what is over by its index`() throws {
        let plan = try register.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT key FROM task WHERE \(TaskTables.isOver)
                        AND next_at < 0 ORDER BY next_at LIMIT 10
                    """
            ).map { $0["detail"] as String }
        }

        #expect(plan == ["SEARCH task USING INDEX task_over (next_at<?)"])
    }
}
