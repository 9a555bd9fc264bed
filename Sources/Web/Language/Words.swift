import Agreements
import Documents
import Mustache

/// The texts, dates and numbers of one section in one language; `{{w.key}}` in templates.
struct Words: Sendable, MustacheParent {
    let language: Language
    /// Numbers, long dates, and the names of what the register and the rules know.
    let texts: Texts
    /// The site's templates with these words in them.
    let templates: WordedTemplates
    private let table: [String: String]

    init(_ language: Language, _ table: [String: String]) {
        self.language = language
        self.table = table
        templates = WordedTemplates(table)
        texts = Texts(language)
    }

    /// The text of a key, with `{0}`, `{1}` … replaced by the arguments.
    ///
    /// A key that is not there is a programmer's error, shown as itself outside of debug builds.
    subscript(key: String, arguments: String...) -> String {
        guard let pattern = table[key] else {
            assertionFailure("No text «\(key)» in \(language.rawValue).")
            return key
        }
        guard !arguments.isEmpty else { return pattern }
        return Self.fill(pattern, with: arguments)
    }

    /// The text of a key that may have come from outside; nil where there is none.
    func known(_ key: String) -> String? { table[key] }

    func child(named key: String) -> Any? { self[key] }

    /// In one pass, so that an argument that reads `{1}` stays as it is.
    static func fill(_ pattern: String, with arguments: [String]) -> String {
        var result = ""
        var rest = Substring(pattern)
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            result += rest[..<start]
            let index = Int(rest[rest.index(after: start)..<end])
            result += index.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil } ?? ""
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}

extension Words {
    /// `03.05.2026`, in English `3 May 2026`.
    func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        guard language != .en else { return texts.date(day) }
        return "\(Self.two(number)).\(Self.two(month)).\(year)"
    }

    /// `søndag 3. mai 2026`.
    func longDate(_ day: Day) -> String {
        "\(weekday(day)) \(texts.date(day))"
    }

    /// `03.05.2026 14:30`, as clocks in Oslo showed it.
    func moment(_ instant: Instant) -> String {
        let (hour, minute) = Oslo.time(at: instant)
        return "\(date(Oslo.day(at: instant))) \(Self.two(hour)):\(Self.two(minute))"
    }

    /// `januar 2013`.
    func month(of day: Day) -> String {
        texts.date(day).split(separator: "\u{A0}").dropFirst().joined(separator: " ")
    }

    /// `uke 18`, by ISO 8601.
    func week(of day: Day) -> String { self["week", String(day.isoWeek.week)] }

    func weekday(_ day: Day) -> String { self["weekday\(day.weekday)"] }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
