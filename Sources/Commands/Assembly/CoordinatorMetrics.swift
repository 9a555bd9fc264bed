import Agreements
import Foundation
import Register
import Settings
import Staffing
import Supervision
import Tasks

/// What a coordinator shows to Prometheus.
struct CoordinatorMetrics: Sendable {
    let register: Register
    let staff: Staff
    let surroundings: Surroundings

    func text() async throws -> String {
        let now = surroundings.clock.now()
        let figures = try register.read { db in try TaskFigures(in: db, at: now) }
        var page = Exposition()
        page.build(Version.text)
        page.gauge("avtalt_term", "The coordinator's term.", Double(figures.term))
        add(figures, at: now, to: &page)
        addFiles(to: &page)
        page.counters(surroundings.tally)
        page.histogram(
            "avtalt_publish_seconds", "From handing a batch of tasks over to its confirmation.",
            surroundings.tally.publishing)
        page.broker(await staff.links())
        return page.text
    }

    private func add(_ figures: TaskFigures, at now: Instant, to page: inout Exposition) {
        func age(_ instant: Instant?) -> Double {
            instant.map { max(0, now.duration(since: $0).seconds) } ?? 0
        }
        page.gauge(
            "avtalt_tasks", "Tasks that are not over, by state.",
            figures.byPhase.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                ([("state", $0.key.rawValue)], Double($0.value))
            })
        page.gauge("avtalt_tasks_due", "Tasks due and not published.", Double(figures.due))
        page.gauge(
            "avtalt_oldest_due_age_seconds", "For how long the first of them has been due.",
            age(figures.oldestDueAt))
        page.gauge("avtalt_tasks_running", "Tasks that a worker is at.", Double(figures.running))
        let workers = WorkerSettings.Kind.allCases.map(\.rawValue)
        let lines = workers.map { ($0, figures.lines[$0] ?? TaskFigures.Line()) }
        page.gauge(
            "avtalt_queue_depth", "Tasks published and not started, by worker.",
            lines.map { ([("worker", $0.0)], Double($0.1.depth)) })
        page.gauge(
            "avtalt_queue_age_seconds", "For how long the first of them has waited.",
            lines.map { ([("worker", $0.0)], age($0.1.oldestAt)) })
    }

    private func addFiles(to page: inout Exposition) {
        for (name, help, path) in [
            ("avtalt_register_bytes", "Size of the register's file.", register.path),
            ("avtalt_wal_bytes", "Size of its write-ahead log.", register.path + "-wal"),
        ] {
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            page.gauge(name, help, Double(status.st_size))
        }
    }
}
