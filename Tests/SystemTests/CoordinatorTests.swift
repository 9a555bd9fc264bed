import Foundation
import Testing

extension SystemTests {
    /// `avtalt-coordinator` with the embedded queue.
    @Suite struct CoordinatorTests {
        private static let morning = ["AVTALT_NOW": "2013-03-01T07:00:00"]

        @Test func `it sends the day's digests, and ends with 0 when told to`() async throws {
            let office = try await Office.of2013()

            let running = try office.start(
                .coordinator, ["--embedded"], environment: Self.morning)
            try await office.waits { try office.mails().count == 5 }
            running.send(SIGTERM)
            let ended = try await running.end(within: .seconds(25))

            #expect(!ended.wasKilled)
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(ended.text == "")
            let again = try await office.avtalt("run", "--on", "2013-03-01")
            #expect(again.status == 0)
            #expect(try office.mails().count == 5)
        }

        @Test func `what it leaves when it is told to end at once is done by the next`()
            async throws
        {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", "2013-03-01")

            let running = try office.start(
                .coordinator, ["--embedded"], environment: Self.morning)
            try await office.waits { try !office.mails().isEmpty }
            running.send(SIGTERM)
            let ended = try await running.end(within: .seconds(25))
            let next = try await office.avtalt("run", "--on", "2013-03-01")

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(next.status == 0)
            #expect(try Account(of: office).differences(from: Account(of: undisturbed)) == [])
        }

        @Test func `a second one on the same register stops and says why`() async throws {
            let office = try await Office.of2013()
            let running = try office.start(
                .coordinator, ["--embedded"], environment: Self.morning)
            try await office.waits { try !office.mails().isEmpty }

            let second = try await office.run(
                .coordinator, ["--embedded"], environment: Self.morning)
            let day = try await office.avtalt("run", "--on", "2013-03-01")
            running.send(SIGTERM)
            let ended = try await running.end(within: .seconds(25))

            #expect(second.status == 75)
            #expect(second.errors.contains("Another coordinator holds"))
            #expect(day.status == 75)
            #expect(ended.status == 0)
        }

        @Test func `a day's run that is told to end says that the day is not done`()
            async throws
        {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", "2013-03-01")

            let running = try office.start(.avtalt, ["run", "--on", "2013-03-01"])
            try await office.waits { try !office.mails().isEmpty }
            running.send(SIGTERM)
            let ended = try await running.end(within: .seconds(25))
            let next = try await office.avtalt("run", "--on", "2013-03-01")

            #expect(ended.status == 75 || ended.text.contains("48 tasks"), "\(ended.errors)")
            #expect(next.status == 0)
            #expect(try Account(of: office).differences(from: Account(of: undisturbed)) == [])
        }

        @Test func `killed while it ends, it loses nothing`() async throws {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", "2013-03-01")

            let running = try office.start(
                .coordinator, ["--embedded"], environment: Self.morning)
            try await office.waits { try !office.mails().isEmpty }
            running.send(SIGTERM)
            running.send(SIGKILL)
            let ended = try await running.end(within: .seconds(25))
            let next = try await office.avtalt("run", "--on", "2013-03-01")

            #expect(ended.wasKilled || ended.status == 0)
            #expect(next.status == 0)
            #expect(try Account(of: office).differences(from: Account(of: undisturbed)) == [])
        }
    }
}

/// Something that did not come within its time.
private struct DidNotCome: Error {}

extension Office {
    /// Looks until it is so, for as long as a process may take.
    func waits(until isSo: () throws -> Bool) async throws {
        let end = ContinuousClock.now + Office.limit
        while try !isSo() {
            guard ContinuousClock.now < end else { throw DidNotCome() }
            try await Task.sleep(for: .milliseconds(10))
        }
    }
}
