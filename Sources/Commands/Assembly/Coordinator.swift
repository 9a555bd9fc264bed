import Agreements
import Coordination
import Foundation
import Logging
import Register
import ServiceLifecycle
import Supervision
import Tasks
import Web

/// The coordinator of one register: its services and, with the embedded queue, the three kinds of
/// worker beside them in the same process.
struct Coordinator: Sendable {
    let scheduler: Scheduler
    let documents: DocumentFolder
    private var services: [any Service]
    let planner: Planner
    private let rescuer: Rescuer
    private let staff: Staff
    private let logger: Logger

    /// Takes the register for this process alone, and begins the coordinator's next term.
    ///
    /// - Parameters:
    ///   - lock: The register's, if this process holds it already.
    ///   - readyFile: Path of the file that is there while the coordinator is at work.
    init(
        _ invocation: Invocation, register: Register, holding lock: CoordinatorLock? = nil,
        readyFile: String? = nil, logger: Logger
    ) throws {
        let settings = invocation.settings
        let surroundings = Surroundings(logger: logger, clock: invocation.clock)
        let term = try CoordinatorTerm.begin(
            in: register, holder: "\(ProcessInfo.processInfo.hostName).\(getpid())",
            at: invocation.clock.now(), holding: lock)
        let staff = try Staff(settings, register: register, surroundings: surroundings)
        let queue = staff.queue
        let bell = Bell()
        let limits = TaskState.Limits(
            lease: settings.coordinator.lease, rescue: settings.coordinator.rescuePeriod)
        let rules = try invocation.rules(in: register)
        let planning = invocation.plannerSettings(rules)
        planner = Planner(
            settings: planning, register: register, term: term, bell: bell,
            surroundings: surroundings)
        scheduler = Scheduler(
            ReportPlanner(settings: planning, term: term).entries(), register: register,
            term: term, bell: bell, surroundings: surroundings)
        documents = DocumentFolder(
            register: register, path: settings.documents, surroundings: surroundings)
        rescuer = Rescuer(
            settings: Rescuer.Settings(
                batch: settings.coordinator.pruneBatch, limits: limits,
                pruneAfter: .seconds(settings.coordinator.retentionDays * 86_400)),
            register: register, term: term, queue: queue, recorder: staff.recorder, bell: bell,
            surroundings: surroundings)
        let dispatcher = Dispatcher(
            settings: Dispatcher.Settings(
                batch: settings.coordinator.dispatchBatch, limits: limits),
            register: register, term: term, queue: queue, bell: bell, surroundings: surroundings)
        let recorder = Recorder(
            settings: Recorder.Settings(
                batch: settings.coordinator.recordBatch, limits: limits,
                effects: Effects(
                    language: settings.language, rules: rules,
                    clock: invocation.clock, baseURL: settings.baseURL
                ).all),
            register: register, term: term, queue: queue, bell: bell, surroundings: surroundings)
        // A shutdown ends services in the opposite order: workers hand back what they hold while
        // the recorder still listens.
        services =
            [QueueCloser(queue: queue, recorder: recorder), rescuer, documents] + staff.workers
            + [
                dispatcher, scheduler, planner,
                staff.presence(readyFile: readyFile, logger: logger), SecondSignal(),
            ]
        services += try Self.servers(
            invocation, register: register, rules: rules, staff: staff,
            surroundings: surroundings)
        self.staff = staff
        self.logger = logger
    }

    /// What answers over HTTP: those who watch the process, and those who work with the pages.
    private static func servers(
        _ invocation: Invocation, register: Register, rules: RulebookInForce, staff: Staff,
        surroundings: Surroundings
    ) throws -> [any Service] {
        let settings = invocation.settings
        var servers: [any Service] = []
        if let address = settings.monitoring.listen {
            let metrics = CoordinatorMetrics(
                register: register, staff: staff, surroundings: surroundings)
            servers.append(
                MonitoringServer(
                    address: MonitoringServer.Address(host: address.host, port: address.port),
                    logger: surroundings.logger, isReady: staff.isReady, metrics: metrics.text))
        }
        if let address = settings.web.listen {
            let site = try Site(
                settings: SiteSettings(settings),
                register: register, rules: rules, surroundings: surroundings)
            servers.append(WebServer(site: site, host: address.host, port: address.port))
        }
        return servers
    }

    /// Takes back what an earlier process left and plans, so that nothing goes out that has been
    /// resolved meanwhile; then runs every service until a signal, or until `until` returns or
    /// throws; at a signal that is cancelled.
    ///
    /// - Parameter waitsForBroker: Whether a broker that is away is waited for.
    func run(
        waitsForBroker: Bool,
        until isOver: @escaping @Sendable (Coordinator) async throws -> Void
    ) async throws {
        try await staff.connect(waits: waitsForBroker)
        _ = try await rescuer.recover()
        _ = try await planner.runOnce()
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0) } + [
                    .init(
                        service: Ending(coordinator: self, isOver: isOver),
                        successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .gracefullyShutdownGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger))
        try await group.run()
    }

    /// Ends the group when the given work is done.
    private struct Ending: Service {
        let coordinator: Coordinator
        let isOver: @Sendable (Coordinator) async throws -> Void

        func run() async throws {
            try await cancelWhenGracefulShutdown { try await isOver(coordinator) }
        }
    }
}
