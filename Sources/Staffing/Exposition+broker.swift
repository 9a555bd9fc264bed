import RabbitMQ
import Supervision
import Tasks

extension Exposition {
    /// How a process's connections to the broker are.
    package mutating func broker(_ links: [(name: String, health: LinkHealth)]) {
        func samples(
            _ value: (LinkHealth) -> Double?
        ) -> [(labels: [(String, String)], value: Double)] {
            links.compactMap { link in value(link.health).map { ([("link", link.name)], $0) } }
        }
        gauge(
            "avtalt_broker_connected", "Whether the connection is there.",
            samples { $0.isOpen ? 1 : 0 })
        counter(
            "avtalt_broker_connections_total", "Attempts to connect.",
            samples { Double($0.generation) })
        counter(
            "avtalt_broker_blocked_seconds_total", "Time for which the broker was in alarm.",
            samples { $0.blocked.seconds })
        gauge(
            "avtalt_broker_last_frame_age_seconds", "Time since the broker was last heard.",
            samples { $0.silence?.seconds })
        guard let publishing = links.first(where: { $0.name == "publish" })?.health else { return }
        gauge(
            "avtalt_broker_unconfirmed", "Messages sent and neither confirmed nor refused.",
            Double(publishing.unconfirmed))
        histogram(
            "avtalt_confirm_seconds", "From sending a message to its confirmation.",
            publishing.confirmTimes)
    }

    /// Which version runs.
    package mutating func build(_ version: String) {
        gauge("avtalt_build_info", "The program's version.", [([("version", version)], 1)])
    }
}

extension Duration {
    /// In seconds.
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
