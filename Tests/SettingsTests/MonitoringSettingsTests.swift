import Testing

@testable import Settings

struct MonitoringSettingsTests {
    private func listen(_ text: String) throws -> ListenAddress? {
        try WorkerSettings.read(
            kind: .report, config: nil, environment: ["AVTALT_MONITORING_LISTEN": text]
        ).monitoring.listen
    }

    @Test(arguments: [
        ("127.0.0.1:9464", "127.0.0.1", 9464), ("[::1]:9464", "::1", 9464),
        ("localhost:0", "localhost", 0),
    ])
    func `an address and a port are told apart`(text: String, host: String, port: Int) throws {
        let address = try #require(try listen(text))

        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test(arguments: ["9464", "127.0.0.1", "127.0.0.1:", ":9464", "127.0.0.1:65536", "a:b"])
    func `what is no address and port stops the start and is quoted`(text: String) {
        let error = #expect(throws: SettingsError.self) { try listen(text) }

        #expect("\(error.map { "\($0)" } ?? "")".contains("«\(text)»"))
        #expect("\(error.map { "\($0)" } ?? "")".contains("such as 127.0.0.1:9464"))
    }

    @Test func `without one nobody is answered`() throws {
        #expect(try listen("") == nil)
        #expect(AvtaltSettings().monitoring.listen == nil)
    }
}
