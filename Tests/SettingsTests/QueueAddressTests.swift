import Testing

@testable import Settings

@Suite struct QueueAddressTests {
    @Test func `a URL is taken apart, with its percent-encoding`() throws {
        let address = try #require(
            QueueAddress("amqps://a%40b:p%2Fw@rabbit.example:1234/avtalt%2F1"))

        guard case .brokers(let brokers) = address else {
            Issue.record("not brokers")
            return
        }
        #expect(brokers.count == 1)
        #expect(brokers.first?.host == "rabbit.example")
        #expect(brokers.first?.port == 1234)
        #expect(brokers.first?.user == "a@b")
        #expect(brokers.first?.password.reveal() == "p/w")
        #expect(brokers.first?.virtualHost == "avtalt/1")
        #expect(brokers.first?.usesTLS == true)
    }

    @Test(arguments: [
        ("amqp://h", 5672, "/"), ("amqps://h/", 5671, "/"), ("amqp://h/%2F", 5672, "/"),
        ("amqp://[::1]:99/x", 99, "x"),
    ])
    func `what is left out has its usual value`(text: String, port: Int, virtualHost: String) throws
    {
        let broker = try #require(BrokerAddress(text))

        #expect(broker.port == port)
        #expect(broker.virtualHost == virtualHost)
        #expect(broker.user == "guest")
        #expect(!broker.host.contains("["))
    }

    @Test func `several URLs are the nodes of one cluster`() {
        guard case .brokers(let brokers) = QueueAddress("amqp://a/v, amqp://b/v,amqp://c/v") else {
            Issue.record("not brokers")
            return
        }
        #expect(brokers.map(\.host) == ["a", "b", "c"])
    }

    @Test(arguments: [
        "", "Embedded", "http://h", "amqp://", "amqp://h/a/b", "amqp://h:70000",
        "amqp://a,,amqp://b",
        "amqp://a/x,amqp://b/y", "embedded,amqp://a", "amqp://h?heartbeat=1",
    ])
    func `anything else is no queue`(text: String) {
        #expect(QueueAddress(text) == nil)
    }

    @Test func `a password is never printed`() throws {
        let address = try #require(QueueAddress("amqp://avtalt:hemmelig@h/v"))
        var dumped = ""
        dump(address, to: &dumped)

        #expect("\(address)" == "amqp://avtalt:••••@h:5672/v")
        #expect(!dumped.contains("hemmelig"))
        #expect(
            problems(in: "queue: amqp://avtalt:hemmelig@h:x/v\n").allSatisfy {
                !$0.contains("hemmelig") && $0.contains("amqp://••••@h:x/v")
            })
        #expect(problems(in: "queue: amqp://avtalt:hemmelig@h:x/v\n").count == 1)
    }

    @Test func `a password file stands in for the URL's password`() throws {
        let scratch = try Scratch()
        let secret = try scratch.file("password", "hemmelig\n")
        let config = try scratch.file(
            "a.yaml", "queue: amqp://avtalt@a,amqp://avtalt@b\nqueue_password_file: \(secret)\n")

        let settings = try AvtaltSettings.read(config: config, environment: [:])

        guard case .brokers(let brokers) = settings.queue else {
            Issue.record("not brokers")
            return
        }
        #expect(brokers.map { $0.password.reveal() } == ["hemmelig", "hemmelig"])
    }
}
