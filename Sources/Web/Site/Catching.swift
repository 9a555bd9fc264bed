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
                .reply(to: error.status == .notFound ? .notFound : .malformed)
            return Finishing(site: site, request: request).response(reply)
        }
    }
}
