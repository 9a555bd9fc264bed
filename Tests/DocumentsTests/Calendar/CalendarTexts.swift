/// Texts that calendars stumble over.
enum CalendarTexts {
    static let nasty: [String] =
        [
            "", "Møte, tema: tolk; språk\\n", "Linje 1\nLinje 2\r\nLinje 3",
            "Kárášjohka – Guovdageaidnu ČĐŊŠŦŽ čđŋšŧž", "\"BEGIN:VEVENT\"", " blank først og sist ",
            "Tab\ther", String(repeating: "ø", count: 400), String(repeating: ",;\\\n", count: 60),
        ]
        // Every place of the fold falls once within the four octets of one of these.
        + (0..<10).map { String(repeating: "x", count: 58 + $0) + "👩‍👩‍👧‍👦🇳🇴 etterpå" }
}
