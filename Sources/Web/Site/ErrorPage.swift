import Agreements
import HTTPTypes
import Hummingbird

/// The page that says what went wrong and what to do about it.
struct ErrorPage {
    private let visit: Visit

    init(visit: Visit) {
        self.visit = visit
    }

    /// For a request of which no more is known than where it went.
    init(site: Site, request: Request, context: PageContext) {
        let arrival = Arrival(
            site: site, vocabulary: ShellSection.vocabulary, request: request, context: context)
        visit = arrival.bareVisit
    }

    func reply(to error: PageError) -> Reply {
        if error == .signInFirst { return SignIn.first(visit) }
        let words = ShellSection.vocabulary[visit.language]
        let model = Model(
            what: words["\(error.key)_what"], todo: words["\(error.key)_do", error.argument],
            request: error == .unforeseen ? words["error_request", visit.requestID] : nil)
        var reply = visit.withVocabulary(ShellSection.vocabulary).page(
            "error", .init(title: words["\(error.key)_title"], help: "errors"), model,
            status: error.status)
        switch error {
        case .tooMany(let seconds): reply.headers[.retryAfter] = String(seconds)
        case .methodNotAllowed(let methods):
            reply.headers[.allow] = methods.map(\.rawValue).sorted().joined(separator: ", ")
        default: break
        }
        return reply
    }

    struct Model: Sendable {
        let what: String
        let todo: String
        let request: String?
    }
}

extension PageError {
    /// Beginning of the keys of its texts.
    var key: String {
        switch self {
        case .notFound: "e404"
        case .methodNotAllowed: "e405"
        case .conflict: "e409"
        case .forbidden: "e403"
        case .signInFirst: "e401"
        case .foreignForm: "eform"
        case .tooLarge: "e413"
        case .malformed: "e400"
        case .tooMany: "e429"
        case .busy: "e503"
        case .unforeseen: "e500"
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .conflict: .conflict
        case .forbidden, .foreignForm: .forbidden
        case .signInFirst: .unauthorized
        case .tooLarge: .contentTooLarge
        case .malformed: .badRequest
        case .tooMany: .tooManyRequests
        case .busy: .serviceUnavailable
        case .unforeseen: .internalServerError
        }
    }

    var argument: String {
        switch self {
        case .tooLarge(let limit): String(limit / 1_048_576)
        case .tooMany(let seconds): String(max(1, (seconds + 59) / 60))
        default: ""
        }
    }
}
