/// An address of this machine and a port, such as `127.0.0.1:9464`.
package struct ListenAddress: Hashable, Sendable {
    package var host: String
    /// 0 for any that is free.
    package var port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Nil for anything else; an address of IPv6 stands in brackets.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
            let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else { return nil }
        let host = text[..<colon].drop { $0 == "[" }.prefix { $0 != "]" }
        guard !host.isEmpty else { return nil }
        self.init(host: String(host), port: port)
    }
}

extension SettingsReader {
    /// Nil where the key is not set.
    mutating func listenAddress(_ key: String, such example: String) -> ListenAddress? {
        guard optionalText(key) != nil else { return nil }
        return value(key, default: nil, expected: "an address and a port such as \(example)") {
            ListenAddress($0)
        }
    }
}
