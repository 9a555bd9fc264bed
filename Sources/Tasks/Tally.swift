import Synchronization

/// Counts what a process's services do, for whoever watches it from outside.
///
/// It begins at nothing with the process. All calls are safe from any thread.
package final class Tally: Sendable {
    /// What is counted. The words are the names of metrics, which alert rules call.
    package enum Counter: String, CaseIterable, Sendable {
        case taskEvents = "avtalt_task_events_total"
        case attempts = "avtalt_attempts_total"
        case reportsRefused = "avtalt_reports_refused_total"
        case published = "avtalt_published_total"
        case returned = "avtalt_returned_total"
        case unconfirmed = "avtalt_unconfirmed_total"
        case workerTasks = "avtalt_worker_tasks_total"

        /// What it counts, for people.
        package var help: String {
            switch self {
            case .taskEvents: "Changes of tasks' states, by event."
            case .attempts: "Attempts that have ended, by kind and outcome."
            case .reportsRefused: "Reports that came late or twice."
            case .published: "Tasks that the queue has confirmed."
            case .returned: "Tasks that no worker's queue takes."
            case .unconfirmed: "Tasks that the queue has refused or not answered."
            case .workerTasks: "Tasks that this worker was at, by outcome."
            }
        }
    }

    /// One counter with its labels, in the order in which they are shown.
    package struct Series: Hashable, Sendable {
        package let counter: Counter
        package let labels: [String]
        package let values: [String]
    }

    private struct Counts {
        var series: [Series: Int] = [:]
        var publishing = Histogram()
    }

    private let counts = Mutex(Counts())

    package init() {}

    package func add(
        _ counter: Counter, _ labels: KeyValuePairs<String, String> = [:], by number: Int = 1
    ) {
        guard number > 0 else { return }
        let series = Series(
            counter: counter, labels: labels.map(\.key), values: labels.map(\.value))
        counts.withLock { $0.series[series, default: 0] += number }
    }

    /// A batch of tasks was published: the time from its first to its last answer.
    package func published(in duration: Duration) {
        counts.withLock { $0.publishing.observe(duration) }
    }

    package var series: [Series: Int] { counts.withLock { $0.series } }
    package var publishing: Histogram { counts.withLock { $0.publishing } }
}
