import Foundation
import HTTPTypes

@testable import Web

/// Asks a site as somebody, with their session's cookie and token.
struct TestBrowser {
    let site: TestSite
    let token: String?
    let csrf: String?

    func get(_ path: String, headers: [String: String] = [:]) async throws -> TestReply {
        try await send(.get, path, headers: headers, body: [])
    }

    /// Posts a form with the session's token.
    func post(
        _ path: String, _ fields: KeyValuePairs<String, String>,
        headers: [String: String] = [:]
    ) async throws -> TestReply {
        let pairs = fields.map { ($0.key, $0.value) } + (csrf.map { [("csrf", $0)] } ?? [])
        let body = pairs.map { "\(LocalPath.encode($0.0))=\(LocalPath.encode($0.1))" }
            .joined(separator: "&")
        var headers = headers
        headers["Content-Type", default: "application/x-www-form-urlencoded"] += ""
        return try await send(.post, path, headers: headers, body: Array(body.utf8))
    }

    /// Posts a form with a file, as browsers do.
    func post(
        _ path: String, _ fields: KeyValuePairs<String, String>, file field: String,
        named name: String, content: [UInt8]
    ) async throws -> TestReply {
        let boundary = "----avtalt-tests-boundary"
        var body: [UInt8] = []
        let pairs = fields.map { ($0.key, $0.value) } + (csrf.map { [("csrf", $0)] } ?? [])
        for (name, value) in pairs {
            body += Array(
                """
                --\(boundary)\r\nContent-Disposition: form-data; name="\(name)"\r\n\r\n\
                \(value)\r\n
                """.utf8)
        }
        body += Array(
            """
            --\(boundary)\r\nContent-Disposition: form-data; name="\(field)"; filename="\(name)"\
            \r\nContent-Type: application/octet-stream\r\n\r\n
            """.utf8)
        body += content + Array("\r\n--\(boundary)--\r\n".utf8)
        return try await send(
            .post, path, headers: ["Content-Type": "multipart/form-data; boundary=\(boundary)"],
            body: body)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: [String: String], body: [UInt8]
    ) async throws -> TestReply {
        var head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost:8080", path: path)
        if let token { head.headerFields[.cookie] = "\(site.site.cookieJar.session)=\(token)" }
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            if name == .cookie, let own = head.headerFields[.cookie] {
                head.headerFields[.cookie] = "\(own); \(value)"
            } else {
                head.headerFields[name] = value
            }
        }
        return try await site.respond(to: head, body: body)
    }
}

/// What the site answered.
struct TestReply {
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    var location: String? { headers[.location] }
}
