import Foundation
import Settings

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension Broker {
    // MARK: Virtual hosts

    /// Makes an empty virtual host, and answers its address.
    package func virtualHost() async throws -> BrokerAddress {
        lastHost += 1
        let name = "test-\(lastHost)"
        try await call("PUT", "vhosts/\(name)", expecting: 201)
        return address(of: name)
    }

    /// Deletes everything in a virtual host, and every connection to it.
    package func empty(_ address: BrokerAddress) async throws {
        try await call("DELETE", "vhosts/\(address.virtualHost)", expecting: 204)
        try await call("PUT", "vhosts/\(address.virtualHost)", expecting: 201)
    }

    // MARK: Queues

    /// Deletes a queue with what is in it.
    package func delete(queue: String, at address: BrokerAddress) async throws {
        try await call("DELETE", path("queues", address, queue), expecting: 204)
    }

    /// Deletes an exchange, after which what is published there is not routed.
    package func delete(exchange: String, at address: BrokerAddress) async throws {
        try await call("DELETE", path("exchanges", address, exchange), expecting: 204)
    }

    /// Makes a durable queue with other arguments than the product's.
    package func declare(queue: String, at address: BrokerAddress) async throws {
        try await call(
            "PUT", path("queues", address, queue), expecting: 201,
            body: Data(#"{"durable": true, "arguments": {"x-max-length": 1}}"#.utf8))
    }

    /// How many messages of a queue, of at most 100, nobody has been given; they stay there.
    package func messages(in queue: String, at address: BrokerAddress) async throws -> Int {
        struct Message: Decodable {}
        let path = path("queues", address, queue) + "/get"
        let wish = #"{"count": 100, "ackmode": "ack_requeue_true", "encoding": "base64"}"#
        let (status, data) = try await answer(to: "POST", path, body: Data(wish.utf8))
        guard status == 200 else { throw Trouble.refused(path: path, status: status) }
        return try JSONDecoder().decode([Message].self, from: data).count
    }

    private func path(_ kind: String, _ address: BrokerAddress, _ name: String) -> String {
        let host =
            address.virtualHost.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        return "\(kind)/\(host ?? "")/\(name)"
    }

    // MARK: Connections

    /// What the broker knows of one connection.
    package struct Connection: Decodable, Sendable {
        package let name: String
        /// `tlsv1.3`; nil without TLS.
        package let tls: String?
        /// Whom the client's certificate names.
        package let client: String?

        private enum CodingKeys: String, CodingKey {
            case name
            case tls = "ssl_protocol"
            case client = "peer_cert_subject"
        }
    }

    /// The connections to a virtual host once the broker has listed so many, which it does every
    /// five seconds.
    package func connections(_ count: Int, to address: BrokerAddress) async throws
        -> [Connection]
    {
        let end = ContinuousClock.now + Self.patience
        while true {
            let data = try await answer(to: "GET", path("vhosts", address, "connections")).data
            let found = Self.decoded(data)
            guard found.count < count else { return found }
            guard ContinuousClock.now < end else {
                throw Trouble.notReady(log: "\(found.map(\.name))")
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// None where the broker has broken its answer off, as it does when a connection goes that it
    /// is just telling of.
    private static func decoded(_ answer: Data) -> [Connection] {
        do {
            return try JSONDecoder().decode([Connection].self, from: answer)
        } catch {
            return []
        }
    }

    /// Breaks every connection to a virtual host off, once the broker has listed so many.
    package func breakConnections(_ count: Int, to address: BrokerAddress) async throws {
        for connection in try await connections(count, to: address) {
            let name = connection.name.addingPercentEncoding(
                withAllowedCharacters: .alphanumerics)
            _ = try await status(of: "DELETE", "connections/\(name ?? "")")
        }
    }

    // MARK: Calls

    func call(
        _ method: String, _ path: String, expecting expected: Int, body: Data? = nil
    ) async throws {
        let status = try await answer(to: method, path, body: body).status
        guard status == expected else { throw Trouble.refused(path: path, status: status) }
    }

    func status(of method: String, _ path: String, body: Data? = nil) async throws -> Int {
        try await answer(to: method, path, body: body).status
    }

    private func answer(to method: String, _ path: String, body: Data? = nil) async throws -> (
        status: Int, data: Data
    ) {
        guard let url = URL(string: "http://127.0.0.1:\(folder.managementPort)/api/\(path)")
        else { throw Trouble.refused(path: path, status: 0) }
        var request = URLRequest(url: url, timeoutInterval: 30)
        request.httpMethod = method
        request.httpBody = body
        let login = Data("guest:guest".utf8).base64EncodedString()
        request.setValue("Basic \(login)", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, data)
    }
}
