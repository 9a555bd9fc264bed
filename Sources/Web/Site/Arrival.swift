import Agreements
import Foundation
import HTTPTypes
import Hummingbird
import Register
import Secrets

/// Makes a visit of a request: its session, its language, and what it carries.
struct Arrival {
    let site: Site
    let vocabulary: Vocabulary
    let request: Request
    let context: PageContext

    /// Throws `PageError` where what came cannot be read.
    func visit(for route: Route) async throws -> Visit {
        let now = site.surroundings.clock.now()
        let cookies = readCookies()
        let session = try session(cookies[site.cookieJar.session], at: now)
        if let session { try await touch(session, at: now) }
        let (query, form) = (try query(), try await form(route))
        return Visit(
            site: site, vocabulary: vocabulary, path: request.uri.path,
            parameters: try parameters(), query: query, form: form, session: session,
            cookies: cookies,
            language: language(session: session, cookie: cookies[site.cookieJar.language]),
            now: now, requestID: requestID, peer: peer,
            csrf: session?.csrf ?? visitorToken(cookies[site.cookieJar.visitor]),
            origin: origin)
    }

    /// A visit without what it carries, for error pages.
    ///
    /// A register that cannot be read leaves the reader unknown: the page comes all the same.
    var bareVisit: Visit {
        let cookies = readCookies()
        let now = site.surroundings.clock.now()
        var session: Session?
        do {
            session = try self.session(cookies[site.cookieJar.session], at: now)
        } catch {
            context.logger.warning(
                "A session could not be read for an error page.", metadata: ["error": "\(error)"])
        }
        return Visit(
            site: site, vocabulary: vocabulary, path: request.uri.path, parameters: [:],
            query: Form(), form: Form(), session: session, cookies: cookies,
            language: language(session: session, cookie: cookies[site.cookieJar.language]),
            now: now, requestID: requestID, peer: "", csrf: session?.csrf ?? "",
            origin: origin)
    }

    private var origin: RequestOrigin {
        RequestOrigin(
            fetchSite: request.headers[.secFetchSite], origin: request.headers[.origin],
            host: request.head.authority)
    }

    var requestID: String {
        context.logger[metadataKey: "hb.request.id"].map { "web-\($0)" } ?? "web"
    }

    /// Address that the request came from; a server in between names it last.
    private var peer: String {
        guard site.settings.signIn.isBehindProxy else { return context.peer ?? "" }
        let named = request.headers[.xForwardedFor]?.split(separator: ",").last
        return named.map { String($0).trimmed } ?? context.peer ?? ""
    }

    private func readCookies() -> [String: String] {
        var cookies: [String: String] = [:]
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1)
                guard halves.count == 2 else { continue }
                cookies[String(halves[0]).trimmed] = String(halves[1]).trimmed
            }
        }
        return cookies
    }

    private func session(_ token: String?, at now: Instant) throws -> Session? {
        try token.flatMap { try site.sessions.find(token: $0, at: now) }
    }

    /// Writes down now and then that the session is used.
    private func touch(_ session: Session, at now: Instant) async throws {
        let limits = site.settings.signIn.sessions
        guard limits.needTouch(session, at: now) else { return }
        try await PageThreads.writing.perform { [register = site.register] in
            try register.write { try SessionStore($0, limits: limits).touch(session, at: now) }
        }
    }

    /// The one that the browser has, if it can be one of ours; else a new one.
    private func visitorToken(_ cookie: String?) -> String {
        guard let cookie, cookie.utf8.count == 43 else { return SecretToken.make() }
        return cookie
    }

    private func parameters() throws -> [String: String] {
        var parameters: [String: String] = [:]
        for (name, value) in context.coreContext.parameters {
            guard let decoded = String(value).removingPercentEncoding else {
                throw PageError.notFound
            }
            parameters[String(name)] = decoded
        }
        return parameters
    }

    private func query() throws -> Form {
        guard let form = URLEncoded.read((request.uri.query ?? "").utf8) else {
            throw PageError.malformed
        }
        return form
    }

    private func form(_ route: Route) async throws -> Form {
        guard route.method == .post else { return Form() }
        let body = try await body(limit: route.bodyLimit)
        let type = request.headers[.contentType] ?? ""
        let form =
            type.lowercased().hasPrefix("multipart/form-data")
            ? Multipart(body, contentType: type)?.read() : URLEncoded.read(body)
        guard let form else { throw PageError.malformed }
        return form
    }

    private func body(limit: Int) async throws -> [UInt8] {
        if let text = request.headers[.contentLength], let length = Int(text), length > limit {
            throw PageError.tooLarge(limit: limit)
        }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= limit else {
                throw PageError.tooLarge(limit: limit)
            }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    /// The reader's own, else what was chosen in this browser, else what the browser asks for.
    private func language(session: Session?, cookie: String?) -> Language {
        if let session { return session.user.language }
        if let chosen = cookie.flatMap(Language.init(rawValue:)) { return chosen }
        return AcceptedLanguage.best(of: request.headers[.acceptLanguage] ?? "")
            ?? site.settings.language
    }
}
