import Agreements
import Foundation
import Support
import Testing

@testable import Documents

/// Feeds as a parser that is not ours reads them: PyPI's `icalendar`.
struct CalendarParserTests {
    /// What the script makes of an event.
    struct ParsedEvent: Decodable, Equatable {
        var uid: String
        var summary: String
        var details: String
        var start: String
        var end: String
        var status: String
        var sequence: Int
    }

    /// What the script makes of a feed.
    struct Parsed: Decodable {
        var name: String
        var events: [ParsedEvent]
        /// Hours for which the feed's time zone is not the system's, of those tried.
        var differingHours: [String]
    }

    @Test func `a parser finds the texts, days and states that went in`() async throws {
        let events = CalendarTexts.nasty.enumerated().map { index, text in
            CalendarEvent(
                uid: "event-\(index)@avtalt.example",
                time: .days(
                    from: Day(number: 15_826 + Int32(index)),
                    through: Day(number: 15_828 + Int32(index))),
                summary: text, details: text, url: "https://avtalt.example/\(index)",
                sequence: index, isCancelled: index == 3,
                changedAt: Instant(milliseconds: 1_362_117_600_000))
        }

        let parsed = try await parse(
            CalendarFeed(name: CalendarTexts.nasty[3], events: events))

        let expected = events.enumerated().map { index, event in
            ParsedEvent(
                uid: event.uid, summary: Self.plain(event.summary),
                details: Self.plain(event.summary),
                start: Day(number: 15_826 + Int32(index)).description,
                end: Day(number: 15_829 + Int32(index)).description,
                status: index == 3 ? "CANCELLED" : "CONFIRMED", sequence: index)
        }
        #expect(parsed.name == CalendarTexts.nasty[3])
        #expect(parsed.events == expected)
    }

    @Test func `the time zone is Oslo's, summer and winter, from 1981 to 2050`() async throws {
        let parsed = try await parse(CalendarFeed(name: "Nord", events: []))

        #expect(parsed.differingHours.isEmpty)
    }

    /// A line end is a line end, however it was written.
    private static func plain(_ text: String) -> String {
        text.replacing("\r\n", with: "\n")
    }

    private func parse(_ feed: CalendarFeed) async throws -> Parsed {
        let folder = try TemporaryFolder()
        let path = folder.path("feed.ics")
        try Data(feed.write().utf8).write(to: URL(fileURLWithPath: path))
        let output = try await PythonReader.run("parse_feed.py", beside: #filePath, on: path)
        return try JSONDecoder().decode(Parsed.self, from: Data(output.utf8))
    }
}
