import Hummingbird

/// Answers what no route does with an error page, and every response with the security headers.
struct Catching: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            if request.uri.path.hasPrefix(APIRouting.prefix) {
                let problem =
                    error.status == .notFound
                    ? APIRouting.refusal(of: request, by: site.contract)
                    : Problem(.malformed, "The request cannot be read.")
                return APIRouting.answer(problem, site, request, context)
            }
            let reply = ErrorPage(site: site, request: request, context: context)
                .reply(to: error.status == .notFound ? refusal(of: request) : .malformed)
            return Finishing(site: site, request: request).response(reply)
        }
    }

    /// Why no route answers: there is no such address, or not with its method.
    private func refusal(of request: Request) -> PageError {
        let methods = Set(Site.routes.filter { $0.isAt(request.uri.path) }.map(\.method))
        guard !methods.isEmpty else { return .notFound }
        return .methodNotAllowed(Array(methods.contains(.get) ? methods.union([.head]) : methods))
    }
}
