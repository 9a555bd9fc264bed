import Tasks

/// One attempt of one task, wherever it is.
struct Flight: Hashable, Sendable {
    let id: TaskID
    let attempt: Int

    init(id: TaskID, attempt: Int) {
        self.id = id
        self.attempt = attempt
    }

    init(_ report: TaskReport) {
        self.init(id: report.id, attempt: report.attempt)
    }
}

/// What one worker has to say of one attempt.
struct Testimony: Hashable, Sendable {
    let flight: Flight
    let worker: String
}

/// What passed through the broker, for the checker.
struct BrokerLog: Sendable {
    /// How many publications of a task it has confirmed.
    var confirmed: [TaskID: Int] = [:]
    /// How often an attempt could be delivered.
    var copies: [Flight: Int] = [:]
    /// Attempts of which the coordinator may hear the same twice.
    var repeated: Set<Flight> = []
    /// What was published since the checker last looked.
    var published: [Publication] = []
    /// Attempts whose success the coordinator has heard of since somebody last looked.
    var done: [Flight] = []
    /// When a worker was last heard to be at an attempt.
    private(set) var heard: [Testimony: Duration] = [:]
    /// Attempts whose outcome the coordinator has taken from a worker.
    private(set) var settled: Set<Testimony> = []

    /// A message that was published.
    struct Publication: Sendable {
        let flight: Flight
        /// How often the attempt could be delivered before.
        let copiesBefore: Int
    }

    mutating func hear(_ report: TaskReport, at now: Duration) {
        let testimony = Testimony(flight: Flight(report), worker: report.worker)
        switch report.event {
        case .started, .alive: heard[testimony] = now
        case .finished(let outcome):
            settled.insert(testimony)
            if case .done = outcome { done.append(Flight(report)) }
        case .handedBack: settled.insert(testimony)
        case .kept, .expired, .crashed: break
        }
    }
}
