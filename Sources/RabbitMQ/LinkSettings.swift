import Settings

/// How connections are made and watched.
package struct LinkSettings: Sendable {
    /// The nodes of one cluster: any will do. Never empty.
    package var nodes: [BrokerAddress]
    /// What operators see of the connection: the process.
    package var name: String
    /// How often both ends show that they are there; a silent broker is noticed after 2.5 times.
    package var heartbeat = Duration.seconds(10)
    /// Of connecting, of logging in and of each remote call.
    package var callLimit = Duration.seconds(8)
    /// A single call that takes longer has its socket shut down.
    package var stuckLimit = Duration.seconds(20)
    /// Published messages that may be without an answer at a time.
    package var confirmWindow = 1000
    /// Published messages that are not answered within this are unknown.
    package var confirmLimit = Duration.seconds(30)

    package init(nodes: [BrokerAddress], name: String) {
        precondition(!nodes.isEmpty, "A connection needs a node to connect to.")
        self.nodes = nodes
        self.name = name
    }
}

extension Duration {
    /// Whole milliseconds, rounded up, for the C functions that count in them.
    var wholeMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        let milliseconds =
            seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(0, milliseconds))
    }
}
