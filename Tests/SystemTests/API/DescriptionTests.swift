import Agreements
import Foundation
import GRDB
import Register
import Secrets
import Support
import Testing

extension SiteTests {
    /// openapi.yaml is a description that others can read, and that the coordinator keeps to.
    @Suite struct DescriptionTests {
        private static let folder = Office.sources.appending(path: "Tests/SystemTests/API").path
        private static let document = Office.sources
            .appending(path: "Sources/Web/API/openapi.yaml").path

        @Test func `the description is one of OpenAPI 3.1`() async throws {
            let office = try Office()

            let ended = try await python(
                "python", ["-m", "openapi_spec_validator", Self.document], in: office)

            #expect(ended.status == 0, "\(ended.text)\(ended.errors)")
        }

        /// Hypothesis makes requests up, good ones and bad ones, the same for the same seed.
        @Test(arguments: [("caseworker", "nord"), ("administrator", "central")])
        func `whatever is asked, the answer is one that the description promises`(
            role: String, unit: String
        ) async throws {
            let office = try await Office.of2013()
            let token = "schemathesis-\(UUID().uuidString)"
            try give(token, role: role, unit: unit, in: office)
            let port = try Port.free()[0]
            let coordinator = try office.start(
                .coordinator, ["--embedded"],
                environment: [
                    "AVTALT_WEB_LISTEN": "127.0.0.1:\(port)",
                    "AVTALT_NOW": "2013-03-01T07:00:00",
                ])

            let ended = try await python(
                "schemathesis",
                [
                    "--config-file", "\(Self.folder)/schemathesis.toml", "run",
                    "http://127.0.0.1:\(port)/api/v1/openapi.yaml", "--wait-for-schema", "60",
                    "--header", "Authorization: Bearer \(token)", "--seed", "20130301",
                    "--max-examples", "8", "--phases", "coverage,fuzzing", "--max-time", "60",
                    "--rate-limit", "45/s", "--checks", "all", "--no-color",
                ], in: office)

            #expect(ended.status == 0, "\(ended.text)\(ended.errors)")
            withExtendedLifetime(coordinator) {}
        }

        private func python(_ program: String, _ arguments: [String], in office: Office)
            async throws -> Ended
        {
            let path = Office.sources.appending(path: ".build-python/test/bin/\(program)").path
            return try await Running(
                "/usr/bin/nice", [path] + arguments, environment: office.environment,
                in: office.folder.url
            ).end(within: .seconds(600))
        }

        private func give(_ token: String, role: String, unit: String, in office: Office) throws {
            let register = try Register.open(at: office.register, mode: .existing)
            let digest = SecretToken.digest(of: token).map { byte in
                String(Int(byte) + 0x100, radix: 16).suffix(2)
            }.joined()
            try register.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO api_token (id, name, sha256, made_by, role, unit, created_at,
                            expires_at)
                        VALUES ('test', 'Test', ?, 1, ?, ?, '2013-01-01T00:00:00.000Z',
                            '2014-01-01T00:00:00.000Z')
                        """, arguments: [digest, role, unit])
            }
            try register.close()
        }
    }
}
