import Foundation
import ServiceLifecycle

/// Lets a second SIGTERM or SIGINT end a process at once that takes its time to shut down.
///
/// The first one begins the graceful shutdown; from then on the signals have their default
/// effect again. Nothing is lost: the next start takes back whatever was under way.
package struct SecondSignal: Service {
    package init() {}

    package func run() async throws {
        try await gracefulShutdown()
        signal(SIGTERM, SIG_DFL)
        signal(SIGINT, SIG_DFL)
    }
}
