import Agreements

/// Reads which language a browser asks for (RFC 9110, 12.5.4).
enum AcceptedLanguage {
    /// The one of ours that is wanted most; `no` is bokmål. Nil when none is.
    static func best(of header: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for range in header.split(separator: ",").prefix(20) {
            let parts = range.split(separator: ";").map { String($0).trimmed }
            guard let tag = parts.first?.lowercased(),
                let language = language(of: tag.split(separator: "-").first ?? "")
            else { continue }
            let weight =
                parts.dropFirst().first { $0.hasPrefix("q=") }.map {
                    Double($0.dropFirst(2)) ?? 0
                } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }

    private static func language(of tag: some StringProtocol) -> Language? {
        tag == "no" ? .nb : Language(rawValue: String(tag))
    }
}
