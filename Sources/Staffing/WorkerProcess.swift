import Agreements
import Foundation
import Logging
import RabbitMQ
import ServiceLifecycle
import Settings
import Supervision
import Tasks
import UnixSignals

/// One process of one worker: it takes tasks from the broker until it is told to stop.
struct WorkerProcess: Sendable {
    private let kind: WorkerSettings.Kind
    private let options: WorkerOptions
    private let worker: Worker
    private let queue: RabbitMQQueue
    private let activity: Activity
    private let monitoring: MonitoringSettings
    private let surroundings: Surroundings
    private var logger: Logger { surroundings.logger }

    init(
        kind: WorkerSettings.Kind, settings: WorkerSettings, handlers: [any TaskHandler],
        options: WorkerOptions, surroundings: Surroundings
    ) throws {
        let identity = "\(kind.rawValue)@\(ProcessInfo.processInfo.hostName).\(getpid())"
        let limits = settings.limits
        let activity = Activity(surroundings.tally)
        queue = RabbitMQQueue(
            settings: LinkSettings(nodes: settings.brokers, name: identity), unit: options.unit,
            surroundings: surroundings)
        worker = Worker(
            settings: Worker.Settings(
                name: kind.rawValue,
                identity: "\(identity).\(surroundings.clock.now().milliseconds)",
                concurrency: limits.concurrency, prefetch: limits.prefetch, grace: limits.grace,
                announceAfter: .zero),
            handlers: handlers.map { activity.counting($0) }, queue: queue,
            recorder: try options.flightFile.map { try FlightRecorder(path: $0) },
            surroundings: surroundings)
        self.kind = kind
        self.options = options
        self.activity = activity
        self.surroundings = surroundings
        monitoring = settings.monitoring
    }

    /// Returns once it has stopped as it should.
    func run() async throws {
        try await connect()
        let presence = Presence(readyFile: options.readyFile, logger: logger) {
            let isConnected = await queue.health?.isOpen ?? false
            return Presence.Sight(
                isReady: isConnected,
                status: isConnected ? "takes tasks" : "waits for the broker")
        }
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: presence),
            .init(service: worker, successTerminationBehavior: .gracefullyShutdownGroup),
        ]
        if let server = monitoringServer() { services.append(.init(service: server)) }
        if options.once {
            services.append(
                .init(
                    service: Closing(activity: activity),
                    successTerminationBehavior: .gracefullyShutdownGroup))
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: services, logger: logger))
        // Trapped before anything shows that the worker is there: whoever tells it to end at once
        // must not meet a process that a signal kills.
        let trapped = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let signals = Task { await obey(trapped, group) }
        defer { signals.cancel() }
        try await group.run()
        await queue.close()
    }

    private func monitoringServer() -> MonitoringServer? {
        guard let address = monitoring.listen else { return nil }
        return MonitoringServer(
            address: MonitoringServer.Address(host: address.host, port: address.port),
            logger: logger, isReady: { await queue.health?.isOpen ?? false },
            metrics: metrics)
    }

    /// What a worker shows to Prometheus.
    private func metrics() async -> String {
        var page = Exposition()
        page.build(Version.text)
        page.gauge("avtalt_worker_running", "Tasks that it is at.", Double(activity.running))
        page.counters(surroundings.tally)
        page.broker(await queue.links)
        return page.text
    }

    /// What nobody can mend by waiting ends the process; with `--once` a broker that is away does
    /// so too.
    private func connect() async throws {
        do throws(BrokerError) {
            try await queue.connect()
        } catch {
            guard error.isTransient, !options.once else { throw error }
        }
    }

    /// The first signal drains; a second ends the process, whose tasks begin again elsewhere.
    private func obey(_ signals: UnixSignalsSequence, _ group: ServiceGroup) async {
        var isFirst = true
        for await signal in signals {
            guard isFirst else {
                logger.warning("Worker is ended at once", metadata: ["signal": "\(signal)"])
                exit(ExitStatus.tryAgain.rawValue)
            }
            isFirst = false
            logger.info("Worker drains", metadata: ["signal": "\(signal)"])
            await group.triggerGracefulShutdown()
        }
    }

    /// Ends once nothing has come for a while.
    private struct Closing: Service {
        let activity: Activity

        func run() async throws {
            try await cancelWhenGracefulShutdown { try await activity.lull(of: .seconds(1)) }
        }
    }

    /// The documented exit code of what ended the process.
    static func exitStatus(of error: any Error) -> Int32 {
        switch error {
        case let error as BrokerError: error.exitCode
        case let error as SettingsError: error.exitCode
        case let error as SingleTask.Error: error.exitStatus.rawValue
        case is WallClock.Error: ExitStatus.badConfiguration.rawValue
        case is Worker.Error: ExitStatus.tryAgain.rawValue
        case is FlightRecorder.Error, is MonitoringServer.Error: ExitStatus.cannotCreate.rawValue
        default: ExitStatus.inputOutput.rawValue
        }
    }
}
