import Synchronization

/// Hands messages to a mail server through libcurl, over connections that are kept for the next.
///
/// One that the server leaves waiting for a minute holds its own connection and no other. There
/// are as many connections as mails under way, `SMTPSettings.connections` at most.
package final class SMTPDelivery: MailDelivery {
    package let settings: SMTPSettings
    private let lines: SMTPLines
    private let pace: Mutex<SMTPPace>?
    private let start = ContinuousClock.now

    package init(settings: SMTPSettings) {
        self.settings = settings
        lines = SMTPLines(settings)
        pace = settings.mailsPerMinute.map { Mutex(SMTPPace(perMinute: $0)) }
    }

    /// Connections with a mail that the server has not answered yet.
    package var underWay: Int { lines.busy }

    package func deliver(_ message: MailMessage) async -> MailOutcome {
        do {
            try await waitForTurn()
        } catch {
            return .tryAgain("The mail waited for its turn when the worker was stopped.")
        }
        return await lines.send(message)
    }

    private func waitForTurn() async throws {
        let now = start.duration(to: .now)
        guard let wait = pace?.withLock({ $0.wait(at: now) }), wait > .zero else { return }
        try await Task.sleep(for: wait)
    }
}

extension SMTPDelivery: CustomStringConvertible, CustomReflectable {
    package var description: String { "SMTP to \(settings)" }

    package var customMirror: Mirror { Mirror(self, children: ["server": settings]) }
}
