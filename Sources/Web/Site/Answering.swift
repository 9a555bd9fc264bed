import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Register

/// Answers one route's requests: reads what came, asks the gate, lets the handler answer, and
/// makes an error page of what it throws.
struct Answering: Sendable {
    let site: Site
    let route: Route
    let vocabulary: Vocabulary

    func respond(to request: Request, context: PageContext) async throws -> Response {
        let visit: Visit
        do {
            visit = try await Arrival(
                site: site, vocabulary: vocabulary, request: request, context: context
            ).visit(for: route)
        } catch let error as PageError {
            return answer(
                ErrorPage(site: site, request: request, context: context).reply(to: error), request)
        }
        var reply: Reply
        do {
            try admit(visit)
            reply = try await answer(visit)
        } catch {
            reply = ErrorPage(visit: visit).reply(to: pageError(error, visit, context.logger))
        }
        if case .secret = route.access { reply.isSecret = true }
        // Only a page may hold a form; a program that fetches a feed keeps no cookies, and would
        // never be told that nothing has changed.
        if visit.session == nil, case .html = reply.body,
            visit.cookies[site.cookieJar.visitor] != visit.csrf
        {
            reply.cookies.append(site.cookieJar.set(site.cookieJar.visitor, to: visit.csrf))
        }
        return answer(reply, request)
    }

    /// What the handler answers; of a page that is kept, what it answered before.
    private func answer(_ visit: Visit) async throws -> Reply {
        guard route.isKept, let session = visit.session else {
            return try await route.answer(visit)
        }
        let key = PageShelf.Key(
            session: session.key, address: visit.pathAndQuery, day: visit.today,
            rules: site.rules.edition)
        return try await site.pages.page(key) { try await route.answer(visit) }
    }

    /// Throws what speaks against letting the request in.
    private func admit(_ visit: Visit) throws {
        let gate = Gate(access: route.access, method: route.method, session: visit.session)
        if let refusal = gate.refusal(
            token: visit.form["csrf"], expected: visit.csrf, origin: visit.origin)
        {
            throw refusal
        }
        guard case .right(_, _, let scope) = route.access else { return }
        let subject = try visit.read { db in
            try ScopeLookup(db: db, parameters: visit.parameters).subject(of: scope)
        }
        guard gate.allows(subject) else { throw PageError.forbidden }
    }

    /// What the reader is told of an error; what nobody foresaw is logged with the request's id.
    private func pageError(_ error: any Error, _ visit: Visit, _ logger: Logger) -> PageError {
        if let error = error as? PageError { return error }
        if error is RecordRefusal { return .conflict }
        logger.error(
            "A page could not be made.",
            metadata: [
                // Without the values of its parameters, which may be secrets.
                "request.id": "\(visit.requestID)", "http.route": "\(route.path)",
                "error": "\(error)",
            ])
        if let error = error as? RegisterError, error.isTransient { return .busy }
        return .unforeseen
    }

    private func answer(_ reply: Reply, _ request: Request) -> Response {
        Finishing(site: site, request: request).response(reply)
    }
}
