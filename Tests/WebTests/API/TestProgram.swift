import Agreements
import Foundation
import GRDB
import HTTPTypes
import Register
import Secrets
import Testing

@testable import Web

/// Asks the API as a program that holds a token.
struct TestProgram {
    let site: TestSite
    /// Nil for one without a token.
    let token: String?

    func get(_ path: String, headers: [String: String] = [:]) async throws -> TestAnswer {
        try await send(.get, path, headers: headers)
    }

    /// Sends JSON as it is written here.
    func post(_ path: String, _ body: String? = nil, headers: [String: String] = [:]) async throws
        -> TestAnswer
    {
        try await send(.post, path, body: body, headers: headers)
    }

    func patch(_ path: String, _ body: String, headers: [String: String] = [:]) async throws
        -> TestAnswer
    {
        try await send(.patch, path, body: body, headers: headers)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> TestAnswer {
        var fields = HTTPFields()
        if body != nil { fields[.contentType] = "application/json" }
        if let token { fields[.authorization] = "Bearer \(token)" }
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost:8080", path: "/api/v1\(path)",
            headerFields: fields)
        let reply = try await site.respond(to: head, body: Array((body ?? "").utf8))
        return TestAnswer(reply: reply)
    }
}

/// What the API answered.
struct TestAnswer {
    let reply: TestReply

    var status: Int { reply.status }
    var tag: String? { reply.headers[.eTag] }

    func json() throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(reply.body))
    }

    /// The last part of a problem's type.
    func problem() throws -> String? {
        #expect(reply.headers[.contentType] == "application/problem+json")
        return try json()["type"]?.text?.split(separator: "/").last.map(String.init)
    }

    /// The fields that a problem names.
    func fields() throws -> [String] {
        guard case .list(let errors)? = try json()["errors"] else { return [] }
        return errors.compactMap { $0["field"]?.text }
    }
}

extension TestSite {
    /// A program with a token of this role and unit.
    func program(
        _ role: Role, of unit: OwningUnit, expiresAt: Instant? = nil, isRevoked: Bool = false
    ) throws -> TestProgram {
        let token = SecretToken.make()
        let digest = SecretToken.digest(of: token).map { byte in
            String(Int(byte) + 0x100, radix: 16).suffix(2)
        }.joined()
        let expiresAt =
            expiresAt ?? Instant(milliseconds: now.milliseconds + 86_400_000)
        try register.write { db in
            let number = try Int.fetchOne(db, sql: "SELECT count(*) FROM api_token") ?? 0
            try db.execute(
                sql: """
                    INSERT INTO api_token (id, name, sha256, made_by, role, unit, created_at,
                        expires_at, revoked_at)
                    VALUES (?, 'Program', ?, (SELECT key FROM user WHERE id = 'c.admin'), ?, ?,
                        '2012-01-01T00:00:00.000Z', ?, ?)
                    """,
                arguments: [
                    "t\(number)", digest, role.rawValue, unit.rawValue,
                    expiresAt.description, isRevoked ? now.description : nil,
                ])
        }
        return TestProgram(site: self, token: token)
    }
}
