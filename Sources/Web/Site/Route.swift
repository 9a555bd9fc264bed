import HTTPTypes

/// One address of the site: who may use it, and what answers.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// With parameters such as `/agreements/:agreement`.
    let path: String
    let access: Access
    /// The most that a request may carry, in bytes.
    let bodyLimit: Int
    /// Whether its page depends on nothing but the register, the reader, the address, the day and
    /// the rules, and may be sent again until one of them changes. It must not write.
    var isKept = false
    let answer: @Sendable (Visit) async throws -> Reply

    /// What forms without files need.
    static let formLimit = 512 * 1024

    /// Whether a path is one of the route's.
    func isAt(_ other: String) -> Bool {
        let parts = path.split(separator: "/")
        let others = other.split(separator: "/")
        return parts.count == others.count
            && zip(parts, others).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }

    static func get(
        _ path: String, _ access: Access,
        _ answer: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: .get, path: path, access: access, bodyLimit: 0, answer: answer)
    }

    /// A page that is kept until the register changes.
    static func page(
        _ path: String, _ access: Access,
        _ answer: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(
            method: .get, path: path, access: access, bodyLimit: 0, isKept: true, answer: answer)
    }

    static func post(
        _ path: String, _ access: Access, bodyLimit: Int = formLimit,
        _ answer: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: .post, path: path, access: access, bodyLimit: bodyLimit, answer: answer)
    }
}
