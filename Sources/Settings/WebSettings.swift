/// Where the coordinator serves the pages.
package struct WebSettings: Hashable, Sendable {
    /// Nil for nowhere.
    package var listen: ListenAddress?

    package init() {}

    mutating func take(from reader: inout SettingsReader) {
        listen = reader.listenAddress("web.listen", such: "127.0.0.1:8080")
    }
}
