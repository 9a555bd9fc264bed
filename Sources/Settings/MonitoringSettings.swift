/// Where a process answers those who watch it.
package struct MonitoringSettings: Hashable, Sendable {
    /// An address of this machine and a port.
    package struct Address: Hashable, Sendable {
        package var host: String
        /// 0 for any that is free.
        package var port: Int
    }

    /// Nil for nowhere.
    package var listen: Address?

    package init() {}

    mutating func take(from reader: inout SettingsReader) {
        guard reader.optionalText("monitoring.listen") != nil else { return }
        listen = reader.value(
            "monitoring.listen", default: nil,
            expected: "an address and a port such as 127.0.0.1:9464"
        ) { Self.address($0) }
    }

    private static func address(_ text: String) -> Address?? {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
            let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else { return nil }
        let host = text[..<colon].drop { $0 == "[" }.prefix { $0 != "]" }
        return host.isEmpty ? nil : .some(Address(host: String(host), port: port))
    }
}
