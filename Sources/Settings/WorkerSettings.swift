/// What a worker executable is told.
package struct WorkerSettings: Hashable, Sendable {
    /// The workers that there are an executable of.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case reminder
        case evaluation
        case report
    }

    /// Never empty.
    package var brokers = [BrokerAddress("amqp://guest:guest@localhost:5672")].compactMap { $0 }
    /// Of the reminder worker, the only one that sends mail; nil for the others.
    package var mail: MailSettings?
    /// Of the report worker, the only one that makes PDF; nil for the others.
    package var pdf: PDFSettings?
    package var limits = WorkerLimits()
    package var monitoring = MonitoringSettings()

    package init(kind: Kind) {
        mail = kind == .reminder ? MailSettings() : nil
        pdf = kind == .report ? PDFSettings() : nil
    }

    /// Reads all settings: `environment`, then the file that `config`, else `AVTALT_CONFIG`,
    /// names, then the defaults.
    package static func read(kind: Kind, config: String?, environment: [String: String])
        throws(SettingsError) -> WorkerSettings
    {
        let file = try SettingsFile.named(by: config, environment: environment)
        var reader = SettingsReader(file: file, environment: environment)
        var settings = WorkerSettings(kind: kind)
        settings.take(from: &reader)
        try reader.finish()
        return settings
    }

    mutating func take(from reader: inout SettingsReader) {
        switch reader.queue(default: .brokers(brokers)) {
        case .brokers(let addresses):
            brokers = addresses
        case .embedded:
            reader.reject(
                "queue",
                "«embedded» has no worker processes; give the URL of a broker, or run "
                    + "avtalt-coordinator --embedded, which does the work itself")
        }
        mail?.take(from: &reader)
        pdf?.take(from: &reader)
        limits.take(from: &reader)
        monitoring.take(from: &reader)
    }
}

/// How much a worker takes on at once, and for how long.
package struct WorkerLimits: Hashable, Sendable {
    /// Tasks worked on at the same time.
    package var concurrency = 4
    /// Tasks that the broker hands over before the first is finished.
    package var prefetch = 10
    /// A task that takes longer is given up and counts as an attempt.
    package var timeLimit = Duration.seconds(300)
    /// What a stopping worker gives its tasks to finish.
    package var grace = Duration.seconds(20)

    package init() {}

    mutating func take(from reader: inout SettingsReader) {
        concurrency = reader.integer("worker.concurrency", in: 1...64, default: concurrency)
        prefetch = reader.integer("worker.prefetch", in: 1...1000, default: prefetch)
        timeLimit = reader.seconds(
            "worker.time_limit_seconds", in: 1...86_400, default: timeLimit)
        grace = reader.seconds("worker.grace_seconds", in: 0...3600, default: grace)
        if prefetch < concurrency {
            reader.reject(
                "worker.prefetch",
                "\(prefetch) is less than worker.concurrency, \(concurrency); it must be at "
                    + "least as much, or some of the worker stands idle")
        }
    }
}
