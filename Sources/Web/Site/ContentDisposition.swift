/// The header that makes a file of an answer (RFC 6266).
enum ContentDisposition {
    /// Saves as `name`; a name that is not ASCII is given in both ways, control characters and
    /// slashes nowhere.
    static func attachment(name: String) -> String {
        let clean = String(
            name.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
                .map { $0 == "/" || $0 == "\\" ? "_" : Character($0) })
        let plain = String(
            clean.unicodeScalars.map { $0.isASCII && $0 != "\"" ? Character($0) : "_" })
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(LocalPath.encode(clean))"
    }
}
