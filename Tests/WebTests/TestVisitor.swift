import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Web

/// A browser as people have one: it keeps cookies, follows what it is sent to, and fills in the
/// form that a page has.
final class TestVisitor: Sendable {
    private struct Memory {
        var cookies: [String: String] = [:]
        var csrf: String?
    }

    private let site: TestSite
    private let address: String
    private let memory = Mutex(Memory())

    init(_ site: TestSite, from address: String = "192.0.2.1") {
        self.site = site
        self.address = address
    }

    var cookies: [String: String] { memory.withLock { $0.cookies } }

    func keep(_ cookie: String, _ value: String?) {
        memory.withLock { $0.cookies[cookie] = value }
    }

    @discardableResult
    func get(_ path: String, headers: [String: String] = [:]) async throws -> TestReply {
        try await send(.get, path, headers: headers, body: [])
    }

    /// Posts a form with the token of the page that was read last.
    @discardableResult
    func post(
        _ path: String, _ fields: KeyValuePairs<String, String> = [:],
        headers: [String: String] = [:]
    ) async throws -> TestReply {
        try await post(path, pairs: fields.map { ($0.key, $0.value) }, headers: headers)
    }

    func post(
        _ path: String, pairs: [(String, String)], headers: [String: String] = [:]
    ) async throws -> TestReply {
        let token = memory.withLock { $0.csrf }
        let pairs = pairs + (token.map { [("csrf", $0)] } ?? [])
        let body = pairs.map { "\(LocalPath.encode($0.0))=\(LocalPath.encode($0.1))" }
            .joined(separator: "&")
        var headers = headers
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers: headers, body: Array(body.utf8))
    }

    /// Signs in as people do.
    @discardableResult
    func signIn(
        _ name: String, _ password: String, next: String = "/"
    ) async throws -> TestReply {
        try await get("/sign-in")
        return try await post(
            "/sign-in", ["name": name, "password": password, "next": next])
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, headers: [String: String], body: [UInt8]
    ) async throws -> TestReply {
        var head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost:8080", path: path)
        let cookies = memory.withLock { $0.cookies }
        head.headerFields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }
            .joined(separator: "; ")
        for (name, value) in headers {
            head.headerFields[try #require(HTTPField.Name(name))] = value
        }
        let reply = try await site.respond(to: head, body: body, from: address)
        take(reply)
        return reply
    }

    private func take(_ reply: TestReply) {
        memory.withLock { memory in
            for header in reply.headers[values: .setCookie] {
                let pair = header.split(separator: ";")[0].split(
                    separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let isGone = header.contains("Max-Age=0")
                memory.cookies[String(pair[0])] = isGone ? nil : String(pair[1])
            }
            if let match = reply.text.firstMatch(of: #/name="csrf" value="([^"]+)"/#) {
                memory.csrf = String(match.1)
            }
        }
    }
}
