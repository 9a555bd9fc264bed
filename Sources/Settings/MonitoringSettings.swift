/// Where a process answers those who watch it.
package struct MonitoringSettings: Hashable, Sendable {
    /// Nil for nowhere.
    package var listen: ListenAddress?

    package init() {}

    mutating func take(from reader: inout SettingsReader) {
        listen = reader.listenAddress("monitoring.listen", such: "127.0.0.1:9464")
    }
}
