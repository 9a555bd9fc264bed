import Agreements
import HTTPTypes
import Hummingbird
import Register
import Tasks

/// Answers one operation's requests: who asks, what is sent, the answer, and a problem for
/// whatever is thrown.
///
/// Cookies are not looked at, so no other site can make a browser ask for its user.
struct APIAnswering: Sendable {
    let site: Site
    let operation: Contract.Operation
    /// Nil for what the API says of itself.
    let own: APIOperation?
    let pace: RequestPace

    func respond(to request: Request, context: PageContext) async -> Response {
        let requestID = Self.requestID(context)
        var reply: Reply
        do {
            reply = try await answer(request, context, requestID)
        } catch {
            reply = problem(error, request, context, requestID).reply(requestID: requestID)
        }
        return Finishing(site: site, request: request).response(reply)
    }

    static func requestID(_ context: PageContext) -> String {
        context.logger[metadataKey: "hb.request.id"].map { "api-\($0)" } ?? "api"
    }

    private func answer(_ request: Request, _ context: PageContext, _ requestID: String)
        async throws -> Reply
    {
        let now = site.surroundings.clock.now()
        let sent = APIRequest(request: request, context: context, operation: operation)
        guard let own else {
            try Self.admit("peer \(context.peer ?? "")", pace, at: now)
            return try APIAbout.answer(operation.id, path: try sent.path(), contract: site.contract)
        }
        let token = try token(of: request, context, at: now)
        try Self.admit("token \(token.id)", pace, at: now)
        let call = APICall(
            site: site, token: token, now: now, requestID: requestID, path: try sent.path(),
            query: try sent.query(), body: try await sent.body(), version: try sent.version())
        try own.access.admit(call)
        return try own.answer(call)
    }

    private static func admit(_ holder: String, _ pace: RequestPace, at now: Instant) throws {
        guard let seconds = pace.take(holder, at: now) else { return }
        var problem = Problem(.tooMany, "Ask again in \(seconds) s.")
        problem.headers[.retryAfter] = String(seconds)
        throw problem
    }

    /// Guessing is as slow as asking: a wrong token takes a request of the peer's.
    private func token(of request: Request, _ context: PageContext, at now: Instant) throws
        -> APIToken
    {
        let header = request.headers[.authorization] ?? ""
        let parts = header.split(separator: " ", maxSplits: 1).map(String.init)
        if parts.count == 2, parts[0].lowercased() == "bearer",
            let token = try site.register.read({
                try APIToken.find(parts[1].trimmed, at: now, in: $0)
            })
        {
            return token
        }
        try Self.admit("peer \(context.peer ?? "")", pace, at: now)
        var problem = Problem(
            .unauthorized,
            header.isEmpty
                ? "Send «Authorization: Bearer …» with a token." : "The token is not valid.")
        problem.headers[.wwwAuthenticate] =
            header.isEmpty ? "Bearer" : "Bearer error=\"invalid_token\""
        throw problem
    }

    private func problem(
        _ error: any Error, _ request: Request, _ context: PageContext, _ requestID: String
    ) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let refusal as RecordRefusal: return Problem(refusal)
        case PageError.notFound: return APICall.nothing
        case let error as RegisterError where error.isTransient:
            return Problem(.busy, error.description)
        default:
            context.logger.error(
                "A request to the API could not be answered.",
                metadata: [
                    "request.id": "\(requestID)", "http.path": "\(request.uri.path)",
                    "error": "\(error)",
                ])
            return Problem(.unforeseen, "The logs have it as \(requestID).")
        }
    }
}
