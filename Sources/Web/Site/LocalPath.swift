import Documents

/// Addresses within the site, so that nobody is sent elsewhere.
enum LocalPath {
    /// The path with its query, or `/` for what might lead to another site or hold control
    /// characters.
    ///
    /// Browsers take `//host`, `/\host` and a tab between slashes as addresses of other sites.
    static func safe(_ path: String) -> String {
        let isLocal =
            path.hasPrefix("/") && !path.hasPrefix("//")
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }
        return isLocal ? path : "/"
    }

    /// A value as it stands in a path's segment or in a query.
    static func encode(_ value: String) -> String { value.percentEncoded }
}
