import Tasks

/// A part of the list of tasks: those in some states.
enum TasksTab: String, CaseIterable, Sendable {
    case attention
    case waiting
    case queued
    case over
    case all

    var phases: Set<TaskState.Phase> {
        switch self {
        case .attention: [.dead, .quarantined, .retrying]
        case .waiting: [.planned]
        case .queued: [.published]
        case .over: [.done, .cancelled, .expired]
        case .all: Set(TaskState.Phase.allCases)
        }
    }
}
