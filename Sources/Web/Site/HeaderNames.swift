import HTTPTypes

/// Headers that HTTPTypes has no name for.
extension HTTPField.Name {
    static let xForwardedFor = header("X-Forwarded-For")
    static let secFetchSite = header("Sec-Fetch-Site")
    static let xFrameOptions = header("X-Frame-Options")
    static let referrerPolicy = header("Referrer-Policy")
    static let permissionsPolicy = header("Permissions-Policy")
    static let crossOriginOpenerPolicy = header("Cross-Origin-Opener-Policy")
    static let xRobotsTag = header("X-Robots-Tag")
    static let link = header("Link")

    private static func header(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else {
            preconditionFailure("«\(name)» is no name of a header.")
        }
        return name
    }
}
