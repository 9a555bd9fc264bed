import Foundation
import Testing
import Yams

@testable import Settings

/// The container files, as far as they can be looked at without an engine.
struct ContainerTests {
    private static let folder = OperatingFiles.folder.appending(path: "containers")

    /// What the tests look at of one service.
    private struct Service: Decodable {
        struct Build: Decodable {
            let context: String
            let dockerfile: String
            let target: String
        }

        var image: String
        var build: Build?
        var entrypoint: [String]?
        var command: [String]?
        var environment: [String: String]?
        var volumes: [String]?
        var secrets: [String]?
        var readOnly: Bool?
        var user: String?
        var capDrop: [String]?
        var networks: [String]
    }

    private struct Compose: Decodable {
        struct Secret: Decodable { let file: String }

        let services: [String: Service]
        let secrets: [String: Secret]
        let volumes: [String: [String: String]]
        let networks: [String: [String: String]]
    }

    private func compose() throws -> Compose {
        let text = try OperatingFiles.text("containers/compose.yaml")
        // Merge keys are YAML 1.1's and read as plain keys; they are resolved here.
        let tree = try #require(try Yams.load(yaml: text) as? [String: Any])
        let data = try JSONSerialization.data(withJSONObject: merged(tree))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Compose.self, from: data)
    }

    /// The same with what `<<` brings in taken in, where nothing stands against it.
    private func merged(_ value: Any) -> Any {
        if let list = value as? [Any] { return list.map(merged) }
        guard var map = value as? [String: Any] else { return value }
        if let inherited = map.removeValue(forKey: "<<") {
            let inherited = merged(inherited) as? [String: Any] ?? [:]
            map.merge(inherited) { own, _ in own }
        }
        return map.mapValues(merged)
    }

    /// The services that run a program of ours, with the program.
    private func ours(_ compose: Compose) -> [(program: String, service: Service)] {
        compose.services.filter { $0.value.image.hasPrefix("avtalt/") }.map { name, service in
            (name == "coordinator" ? "avtalt-coordinator" : name, service)
        }
    }

    @Test func `there are a broker and the coordinator and one worker of each kind`() throws {
        let compose = try compose()

        #expect(
            Set(compose.services.keys) == [
                "broker", "accounts", "coordinator", "reminder-worker", "evaluation-worker",
                "report-worker",
            ])
        #expect(ours(compose).count == 4)
    }

    @Test func `each process of ours has its program and options that it knows`() throws {
        let containerfile = try OperatingFiles.text("containers/Containerfile")
        for (program, service) in ours(try compose()) {
            let help = try OperatingFiles.help(of: program)
            let entry = service.entrypoint ?? ["/usr/bin/avtalt-coordinator"]

            #expect(entry == ["/usr/bin/\(program)"])
            #expect(containerfile.contains("/out/\(program)"))
            let options = (service.command ?? []).filter { $0.hasPrefix("--") }
            #expect(!options.isEmpty)
            for option in options { #expect(help.contains("  \(option) "), "\(option)") }
        }
    }

    @Test func `each process of ours is confined and has its password from a file`() throws {
        let compose = try compose()
        for (program, service) in ours(compose) {
            #expect(service.readOnly == true, "\(program)")
            #expect(service.capDrop == ["ALL"] && service.user == "10001:10001")
            let environment = try #require(service.environment)
            let file = try #require(environment["AVTALT_QUEUE_PASSWORD_FILE"])
            let secret = try #require(service.secrets?.first)
            #expect(file == "/run/secrets/\(secret)")
            #expect(compose.secrets[secret]?.file == "secrets.d/\(secret)")
            let address = try #require(
                environment["AVTALT_QUEUE"].flatMap { QueueAddress($0) })
            guard case .brokers(let brokers) = address else {
                Issue.record("\(program) has no broker")
                continue
            }
            #expect(brokers.map(\.user) == [secret])
            #expect(brokers.allSatisfy { compose.services[$0.host] != nil })
            #expect(!(environment.keys.contains { $0.hasSuffix("PASSWORD") }))
        }
    }

    @Test func `every path, volume and stage that is named is there`() throws {
        let compose = try compose()
        let stages = Set(
            try OperatingFiles.text("containers/Containerfile").matches(of: #/ AS ([a-z]+)/#)
                .map { String($0.1) })
        for (name, service) in compose.services {
            if let build = service.build {
                let context = Self.folder.appending(path: build.context).standardized
                #expect(context.path == packageFolder.standardized.path)
                #expect(exists(context.appending(path: build.dockerfile)))
                #expect(stages.contains(build.target), "\(name)")
            }
            for volume in service.volumes ?? [] {
                let source = String(volume.prefix { $0 != ":" })
                let isThere =
                    source.hasPrefix(".")
                    ? exists(Self.folder.appending(path: source)) : compose.volumes[source] != nil
                #expect(isThere, "\(name): \(source)")
            }
            #expect(Set(service.networks).isSubset(of: compose.networks.keys))
        }
    }

    @Test func `what the image is built from is there`() throws {
        let copies = try OperatingFiles.text("containers/Containerfile")
            .matches(of: #/COPY (?!--from)([^\n]+) [^ \n]+\n/#)
            .flatMap { $0.1.split(separator: " ") }

        #expect(copies.count >= 4)
        for copy in copies {
            #expect(exists(packageFolder.appending(path: String(copy))), "\(copy)")
        }
    }

    private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}
