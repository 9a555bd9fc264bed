import Foundation

/// What a test does to a broker of its own.
extension Broker {
    // MARK: Death

    /// Kills it, and returns once nobody answers there any more.
    package func kill() async throws {
        try supervisor.send(SIGKILL)
        let end = ContinuousClock.now + Self.patience
        while Port.answers(port) {
            guard ContinuousClock.now < end else { throw Trouble.stillThere }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Starts it again after `kill`; it has what it had, unless that was wiped.
    package func restart() async throws {
        try supervisor.start()
        try await becomeReady()
    }

    /// Deletes all its data, while it is not running.
    package func wipe() throws {
        try FileManager.default.removeItem(atPath: folder.data)
    }

    /// Ends it for good, which happens by itself when nobody has it any more.
    package func end() throws {
        try supervisor.end()
    }

    // MARK: Standstill

    /// Stops it where it is: its connections stay open and are silent.
    package func freeze() throws {
        try supervisor.send(SIGSTOP)
    }

    /// Lets it go on.
    package func thaw() throws {
        try supervisor.send(SIGCONT)
    }

    // MARK: Alarms

    /// What a broker runs short of.
    package enum Shortage: Sendable, CaseIterable {
        case memory
        case disk
    }

    /// Raises an alarm, and returns once it is on.
    package func raise(_ shortage: Shortage) async throws {
        switch shortage {
        case .memory: try await control("set_vm_memory_high_watermark", "absolute", "1MB")
        case .disk: try await control("set_disk_free_limit", "100000GB")
        }
        try await wait(forAlarm: true)
    }

    /// Ends an alarm, and returns once it is over.
    package func clear(_ shortage: Shortage) async throws {
        switch shortage {
        case .memory: try await control("set_vm_memory_high_watermark", "0.4")
        case .disk: try await control("set_disk_free_limit", "50MB")
        }
        try await wait(forAlarm: false)
    }

    private func wait(forAlarm isRaised: Bool) async throws {
        let end = ContinuousClock.now + Self.patience
        while try await (status(of: "GET", "health/checks/local-alarms") == 503) != isRaised {
            guard ContinuousClock.now < end else {
                throw Trouble.notReady(log: "An alarm is not as it should be.")
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private func control(_ arguments: String...) async throws {
        try await Tool.run(
            "\(BrokerFolder.programs)/rabbitmqctl", arguments, environment: folder.environment)
    }
}
