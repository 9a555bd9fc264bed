import HTTPTypes
import Hummingbird

/// Gives the operations of openapi.yaml their addresses below `/api/v1`.
struct APIRouting: Sendable {
    static let prefix = "/api/v1"

    private let site: Site
    /// More than a program needs that works with lists of a hundred, and less than would keep
    /// people waiting.
    private let pace = RequestPace(burst: 200, perSecond: 50)

    init(site: Site) {
        self.site = site
    }

    func add(to router: Router<PageContext>) {
        for operation in site.contract.operations {
            let answering = APIAnswering(
                site: site, operation: operation,
                own: APIOperation.all.first { $0.id == operation.id }, pace: pace)
            router.on(RouterPath(Self.prefix + operation.path), method: operation.method) {
                request, context in
                await answering.respond(to: request, context: context)
            }
        }
    }

    /// Why no operation answers the request: there is no such address, or not with its method.
    static func refusal(of request: Request, by contract: Contract) -> Problem {
        let path = request.uri.path.dropFirst(prefix.count)
        let methods = Set(contract.operations.filter { $0.isAt(path) }.map(\.method))
        guard !methods.isEmpty else {
            return Problem(.notFound, "There is no such address; see /api/v1/openapi.yaml.")
        }
        let allowed = (methods.contains(.get) ? methods.union([.head]) : methods)
            .map(\.rawValue).sorted().joined(separator: ", ")
        var problem = Problem(
            .methodNotAllowed, "\(request.method.rawValue) is not known here: use \(allowed).")
        problem.headers[.allow] = allowed
        return problem
    }

    static func answer(
        _ problem: Problem, _ site: Site, _ request: Request, _ context: PageContext
    ) -> Response {
        Finishing(site: site, request: request).response(
            problem.reply(requestID: APIAnswering.requestID(context)))
    }
}

extension Contract.Operation {
    /// Whether the path, below `/api/v1`, is one of the operation's.
    fileprivate func isAt(_ other: some StringProtocol) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let others = other.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == others.count
            && zip(parts, others).allSatisfy { part, other in
                part.hasPrefix("{") ? !other.isEmpty : part == other
            }
    }
}
