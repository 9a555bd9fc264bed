import Agreements
import Foundation
import Support
import Testing

@testable import Documents

struct CalendarFeedTests {
    private static let changedAt = Instant(milliseconds: 1_362_117_600_123)

    private static func event(_ summary: String, _ time: CalendarEvent.Time) -> CalendarEvent {
        CalendarEvent(
            uid: "meeting-7@avtalt.example", time: time, summary: summary, changedAt: changedAt)
    }

    private static let wholeDay = CalendarEvent.Time.days(
        from: Day(number: 15_826), through: Day(number: 15_826))

    @Test func `a whole day ends before the next one begins`() {
        let text = CalendarFeed(name: "Nord", events: [Self.event("Møte", Self.wholeDay)]).write()

        #expect(text.contains("\r\nDTSTART;VALUE=DATE:20130501\r\nDTEND;VALUE=DATE:20130502\r\n"))
        #expect(text.contains("\r\nDTSTAMP:20130301T060000Z\r\n"))
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test func `a clock time is Oslo's`() {
        let time = CalendarEvent.Time.clock(
            Day(number: 15_826), hour: 9, minute: 5, minutes: 90)

        let text = CalendarFeed(name: "Nord", events: [Self.event("Møte", time)]).write()

        #expect(text.contains("\r\nDTSTART;TZID=Europe/Oslo:20130501T090500\r\nDURATION:PT90M\r\n"))
    }

    @Test func `what is cancelled stays in the feed and says so`() {
        var event = Self.event("Møte", Self.wholeDay)
        event.isCancelled = true
        event.sequence = 3

        let text = CalendarFeed(name: "Nord", events: [event]).write()

        #expect(text.contains("\r\nSEQUENCE:3\r\nSTATUS:CANCELLED\r\n"))
    }

    @Test func `an unchanged feed has unchanged bytes`() {
        let feed = CalendarFeed(name: "Nord", events: [Self.event("Møte", Self.wholeDay)])

        #expect(feed.write() == feed.write())
    }

    @Test(arguments: CalendarTexts.nasty)
    func `no line is longer than 75 octets or cut within a letter`(text: String) {
        let written = CalendarFeed(name: text, events: [Self.event(text, Self.wholeDay)]).write()

        let lines = Data(written.utf8).split(separator: UInt8(ascii: "\n"))
        for line in lines {
            #expect(line.count <= 76)
            #expect(line.last == UInt8(ascii: "\r"))
            #expect(String(validating: line, as: UTF8.self) != nil)
        }
    }

    @Test func `no text begins a line of its own`() {
        var event = Self.event("a\r\nBEGIN:VEVENT\rb\u{2028}c", Self.wholeDay)
        event.url = "https://avtalt.example/\r\nATTENDEE:x"

        let text = CalendarFeed(name: "Nord", events: [event]).write()

        #expect(text.contains("SUMMARY:a\\nBEGIN:VEVENT\\nb\\nc\r\n"))
        #expect(text.contains("URL:https://avtalt.example/ATTENDEE:x\r\n"))
        #expect(text.split(separator: "\r\n").filter { $0 == "BEGIN:VEVENT" }.count == 1)
    }
}
