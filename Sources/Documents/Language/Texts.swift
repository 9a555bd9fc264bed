import Agreements
import Rules

/// The texts, numbers and dates of one language.
package struct Texts: Sendable {
    package let language: Language
    private let table: [Text: String]

    package init(_ language: Language) {
        self.language = language
        table = Self.table(of: language)
    }

    /// The text, with `{0}`, `{1}` … replaced by the arguments.
    package subscript(text: Text, arguments: String...) -> String {
        guard let pattern = table[text] else {
            preconditionFailure("«\(text.rawValue)» has no text in \(language.rawValue).")
        }
        guard !arguments.isEmpty else { return pattern }
        return Self.fill(pattern, with: arguments)
    }

    static func table(of language: Language) -> [Text: String] {
        tables[language] ?? [:]
    }

    /// Put together once: the table of each language with the parts that stand in files of their
    /// own.
    private static let tables: [Language: [Text: String]] = {
        let tables: [Language: [Text: String]] = [
            .nb: BokmaalTexts.table, .nn: NynorskTexts.table, .en: EnglishTexts.table,
        ]
        return Dictionary(
            uniqueKeysWithValues: tables.map { language, table in
                let parts = [LetterTexts.table(of: language), ReportTexts.table(of: language)]
                let all = parts.reduce(table) { $0.merging($1) { first, _ in first } }
                return (language, all)
            })
    }()

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

extension Texts {
    /// `1 234 567` with U+00A0, in English `1,234,567`; a minus sign where it is negative.
    package func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) {
                grouped += language == .en ? "," : "\u{A0}"
            }
            grouped.append(digit)
        }
        return (value < 0 ? "\u{2212}" : "") + grouped
    }

    /// One decimal, half away from zero: `12,5`.
    package func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
        let sign = tenths < 0 ? "\u{2212}" : ""
        let whole = number(Int(tenths.magnitude / 10))
        return "\(sign)\(whole)\(language == .en ? "." : ",")\(tenths.magnitude % 10)"
    }

    /// A share of 1 in per cent with one decimal: `12,5 %` with U+00A0, in English `12.5%`.
    package func percent(_ share: Double) -> String {
        decimal(share * 100) + (language == .en ? "%" : "\u{A0}%")
    }

    /// `3. mai 2013`, in English `3 May 2013`.
    package func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        let dot = language == .en ? "" : "."
        return "\(number)\(dot)\u{A0}\(months[month - 1])\u{A0}\(year)"
    }

    /// `3. mai 2013–31. mai 2013` with a dash between spaces.
    package func period(_ period: Period) -> String {
        "\(date(period.from)) – \(date(period.to))"
    }

    private var months: [String] {
        language == .en
            ? [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ]
            : [
                "januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
                "september", "oktober", "november", "desember",
            ]
    }
}
