import HTTPTypes
import Hummingbird

/// Gives the operations of openapi.yaml their addresses below `/api/v1`.
struct APIRouting: Sendable {
    static let prefix = "/api/v1"
    static let noAddress = Problem(
        .notFound, "There is no such address; see /api/v1/openapi.yaml.")

    private let site: Site
    /// More than a program needs that works with lists of a hundred, and less than would keep
    /// people waiting.
    private let pace = RequestPace(burst: 200, perSecond: 50)

    private static let methods: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
    ]

    init(site: Site) {
        self.site = site
    }

    func add(to router: Router<PageContext>) {
        for (path, operations) in Dictionary(grouping: site.contract.operations, by: \.path) {
            add(operations, at: RouterPath(Self.prefix + path), to: router)
        }
        for method in Self.methods {
            for path in [Self.prefix, "\(Self.prefix)/**"] {
                router.on(RouterPath(path), method: method) { [site] request, context in
                    Self.answer(Self.noAddress, site, request, context)
                }
            }
        }
    }

    private func add(
        _ operations: [Contract.Operation], at path: RouterPath, to router: Router<PageContext>
    ) {
        for operation in operations {
            let own = APIOperation.all.first { $0.id == operation.id }
            let answering = APIAnswering(
                site: site, operation: operation, own: own, pace: pace)
            router.on(path, method: operation.method) { request, context in
                await answering.respond(to: request, context: context)
            }
        }
        let known = Set(operations.map(\.method))
        let allowed = (known.contains(.get) ? known.union([.head]) : known).map(\.rawValue).sorted()
        for method in Self.methods where !allowed.contains(method.rawValue) {
            router.on(path, method: method) { [site] request, context in
                var problem = Problem(
                    .methodNotAllowed,
                    "\(request.method.rawValue) is not known here: use "
                        + "\(allowed.joined(separator: ", ")).")
                problem.headers[.allow] = allowed.joined(separator: ", ")
                return Self.answer(problem, site, request, context)
            }
        }
    }

    static func answer(
        _ problem: Problem, _ site: Site, _ request: Request, _ context: PageContext
    ) -> Response {
        Finishing(site: site, request: request).response(
            problem.reply(requestID: APIAnswering.requestID(context)))
    }
}
