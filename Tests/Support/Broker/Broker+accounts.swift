import Foundation
import Settings

/// A broker as ops/rabbitmq sets it up.
extension Broker {
    /// Takes in a file of definitions, for accounts that are made with one password.
    ///
    /// - Parameter accounts: Made before: the definitions give rights to accounts that exist.
    package func load(
        definitions: URL, accounts: [String], password: String
    ) async throws {
        for account in accounts {
            let body = #"{"password": "\#(password)", "tags": ""}"#
            let status = try await status(of: "PUT", "users/\(account)", body: Data(body.utf8))
            guard [201, 204].contains(status) else {
                throw Trouble.refused(path: "users/\(account)", status: status)
            }
        }
        try await call(
            "POST", "definitions", expecting: 204, body: try Data(contentsOf: definitions))
    }

    /// Runs a script of ops/rabbitmq on it.
    package func run(script: String, _ arguments: [String]) async throws {
        let environment = folder.environment.merging(
            ["RABBITMQCTL": "\(BrokerFolder.programs)/rabbitmqctl"]) { $1 }
        try await Tool.run(script, arguments, environment: environment)
    }
}
