import HTTPTypes

/// Headers that HTTPTypes has no name for.
extension HTTPField.Name {
    static let secFetchSite = header("Sec-Fetch-Site")
    static let contentSecurityPolicy = header("Content-Security-Policy")
    static let xContentTypeOptions = header("X-Content-Type-Options")
    static let xFrameOptions = header("X-Frame-Options")
    static let referrerPolicy = header("Referrer-Policy")
    static let permissionsPolicy = header("Permissions-Policy")
    static let crossOriginOpenerPolicy = header("Cross-Origin-Opener-Policy")
    static let crossOriginResourcePolicy = header("Cross-Origin-Resource-Policy")
    static let strictTransportSecurity = header("Strict-Transport-Security")

    private static func header(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else {
            preconditionFailure("«\(name)» is no name of a header.")
        }
        return name
    }
}
