/// Europe/Oslo with its rules since 1980, the year in which Norway took up summer time again.
///
/// Older days have no timed events. From 1980 to 1995 summer time ended in September, since
/// 1996 it ends in October (directive 94/21/EC, and tzdata's Europe/Oslo).
enum OsloTimeZone {
    static let name = "Europe/Oslo"

    /// The component's lines, in order.
    static let lines: [(name: String, value: String)] =
        [("BEGIN", "VTIMEZONE"), ("TZID", name)]
        + part("STANDARD", from: "+0100", to: "+0100", start: "19700101T000000", rule: nil)
        + part("DAYLIGHT", from: "+0100", to: "+0200", start: "19800406T020000", rule: nil)
        + part(
            "DAYLIGHT", from: "+0100", to: "+0200", start: "19810329T020000",
            rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        + part(
            "STANDARD", from: "+0200", to: "+0100", start: "19800928T030000",
            rule: "FREQ=YEARLY;UNTIL=19950930T010000Z;BYMONTH=9;BYDAY=-1SU")
        + part(
            "STANDARD", from: "+0200", to: "+0100", start: "19961027T030000",
            rule: "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
        + [("END", "VTIMEZONE")]

    private static func part(
        _ kind: String, from: String, to: String, start: String, rule: String?
    ) -> [(name: String, value: String)] {
        [
            ("BEGIN", kind), ("TZNAME", to == "+0100" ? "CET" : "CEST"), ("TZOFFSETFROM", from),
            ("TZOFFSETTO", to), ("DTSTART", start),
        ] + (rule.map { [("RRULE", $0)] } ?? []) + [("END", kind)]
    }
}
