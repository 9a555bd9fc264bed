import Agreements
import Documents
import Register
import Tasks

/// The list of tasks with the queues' health, as its template shows it.
struct TasksView: Sendable {
    struct Queue: Sendable {
        let name: String
        let depth: String
        let oldest: String?
    }

    struct Tab: Sendable {
        let name: String
        let path: String
        let isCurrent: Bool
        let count: String?
    }

    struct PauseLine: Sendable {
        let scope: String
        let name: String
        let since: String
        let reason: String
        let label: String
    }

    let well: String?
    let unwell: String?
    let coordinator: String?
    let due: String
    let oldestDue: String?
    let running: String
    let queues: [Queue]
    let pauses: [PauseLine]
    let pauseForm: FormView?
    let tabs: [Tab]
    /// Which part of the list is shown, for the filter's form.
    let tab: String
    let kinds: [FormField.Option]
    let tasks: [TaskRow]
    let next: String?
    let maySteer: Bool

    init(
        _ answer: TasksQuery.Answer, query: TasksQuery, pauseForm: FormView?, visit: Visit
    ) {
        let words = visit.words
        let figures = answer.figures
        let stopped = (figures.byPhase[.dead] ?? 0) + (figures.byPhase[.quarantined] ?? 0)
        well = stopped == 0 ? words["well"] : nil
        unwell =
            switch stopped {
            case 0: nil
            case 1: words["unwell_one"]
            default: words["unwell", words.texts.number(stopped)]
            }
        coordinator = answer.coordinator.map {
            words["since", $0.holder, words.exactly($0.begunAt)]
        }
        due = words.texts.number(figures.due)
        oldestDue = figures.oldestDueAt.map { words["oldest_due", words.exactly($0)] }
        running = words.texts.number(figures.running)
        queues = figures.lines.sorted { $0.key < $1.key }.map { worker, line in
            Queue(
                name: words.kind(worker), depth: words.texts.number(line.depth),
                oldest: line.oldestAt.map(words.exactly))
        }
        pauses = answer.pauses.map { pause in
            let scope = pause.scope == "*" ? "all" : pause.scope
            let name = words.kind(scope)
            return PauseLine(
                scope: scope, name: name, since: words.exactly(pause.pausedAt),
                reason: pause.reason, label: words["resume_what", name])
        }
        self.pauseForm = pauseForm
        tab = query.tab.rawValue
        tabs = TasksTab.allCases.map { tab in
            Tab(
                name: words["tab_\(tab.rawValue)"], path: Self.path(tab, query.kind),
                isCurrent: tab == query.tab, count: Self.count(tab, figures, words))
        }
        kinds =
            [FormField.Option(value: "", label: words["all_kinds"], isChosen: query.kind == nil)]
            + TaskKind.known.map {
                FormField.Option(
                    value: $0.rawValue, label: words.kind($0.rawValue), isChosen: $0 == query.kind)
            }
        tasks = answer.tasks.map { TaskRow($0, words) }
        next = answer.next.map { "\(Self.path(query.tab, query.kind))&before=\($0)" }
        maySteer = visit.may(.steer, .task, of: .everybody)
    }

    private static func path(_ tab: TasksTab, _ kind: TaskKind?) -> String {
        let kind = kind.map { "&kind=\(LocalPath.encode($0.rawValue))" } ?? ""
        return "/tasks?show=\(tab.rawValue)\(kind)"
    }

    /// Nil for tasks that are over: there may be millions, and nobody counts them.
    private static func count(_ tab: TasksTab, _ figures: TaskFigures, _ words: Words) -> String? {
        guard tab != .over, tab != .all else { return nil }
        let count = tab.phases.reduce(0) { $0 + (figures.byPhase[$1] ?? 0) }
        return words.texts.number(count)
    }
}

/// A line of the list.
struct TaskRow: Sendable {
    let path: String
    let kind: String
    let subject: String
    let unit: String
    let state: String
    let stateClass: String
    let due: String
    let attempt: String
    let reason: String?

    init(_ task: StoredTask, _ words: Words) {
        path = "/tasks/\(LocalPath.encode(task.id.text))"
        kind = words.kind(task.envelope.kind.rawValue)
        subject = task.envelope.subject
        unit = words.texts[task.envelope.unit.text]
        state = words["state_\(task.state.phase.rawValue)"]
        stateClass = task.state.phase.lookClass
        due = words.exactly(task.envelope.dueAt)
        attempt = words.texts.number(task.state.attempt)
        reason = task.state.lastError
    }
}

extension TaskState.Phase {
    /// How the state is marked, beside its word.
    var lookClass: String {
        switch self {
        case .done: "good"
        case .dead, .quarantined: "bad"
        case .retrying: "warn"
        case .cancelled, .expired: "off"
        case .planned, .published: ""
        }
    }
}

extension Words {
    /// A kind or a worker; its own name where it is not one of those that have been given a text.
    func kind(_ name: String) -> String {
        known("kind_\(name.replacing(".", with: "_"))") ?? name
    }

    /// `03.05.2026 14:30:05`: what happened to a task happens within seconds.
    func exactly(_ instant: Instant) -> String {
        let (hour, minute) = Oslo.time(at: instant)
        // Offsets of Europe/Oslo are whole minutes since 1895.
        let parts = [hour, minute, Int(instant.milliseconds / 1000 % 60)].map { part in
            part < 10 ? "0\(part)" : "\(part)"
        }
        return "\(date(Oslo.day(at: instant))) \(parts.joined(separator: ":"))"
    }
}
