import Foundation
import Testing

extension SystemTests {
    /// Days that are run again, late, or after the register has changed.
    @Suite struct RunningTests {
        @Test func `a second run of a day repeats nothing`() async throws {
            let office = try await Office.of2013()
            let first = try await office.avtalt("run", "--on", "2013-03-01")
            let account = try Account(of: office)

            let second = try await office.avtalt("run", "--on", "2013-03-01")

            #expect(first.status == 0)
            #expect(second.status == 0)
            #expect(second.text.contains("0 tasks planned and done"))
            #expect(try Account(of: office).differences(from: account) == [])
        }

        @Test func `a first register floods nobody`() async throws {
            let office = try await Office.atWork()

            try await office.avtalt("run", "--on", "2013-12-02")

            let perPerson = try office.digests()
            #expect(!perPerson.isEmpty)
            #expect(perPerson.values.allSatisfy { $0 == 1 }, "\(perPerson)")
        }

        @Test func `after an outage each person gets one digest`() async throws {
            let office = try await Office.atWork()
            try await office.avtalt("run", "--on", "2013-03-01")
            let before = try Set(office.mails())

            let late = try await office.avtalt("run", "--on", "2013-03-15")

            let perPerson = try office.digests(without: before)
            #expect(late.status == 0)
            #expect(!perPerson.isEmpty)
            #expect(perPerson.values.allSatisfy { $0 == 1 }, "\(perPerson)")
        }

        @Test func `a due date that is moved is told of again`() async throws {
            let office = try await Office.of2013()
            let header = "id,agreement,meeting,title,by,responsible,due_on,status,done_on\n"
            let row = "NORD-2012-001/2013/9,NORD-2012-001,,Sende liste,imdi,nord.saksbehandler1,"
            try office.write("first/followups.csv", header + row + "2013-03-08,open,\n")
            try office.write("moved/followups.csv", header + row + "2013-04-12,open,\n")
            let taken = try await office.avtalt("import", "first")
            #expect(taken.status == 0, "\(taken.errors)")

            try await office.avtalt("run", "--on", "2013-03-01")
            try await office.avtalt("import", "moved")
            try await office.avtalt("run", "--on", "2013-04-05")
            let why = try await office.avtalt("why", "NORD-2012-001/2013/9", "--format", "json")

            let entries = try #require(try why.json() as? [[String: Any]])
            let sent = entries.filter { $0["state"] as? String == "sent" }
            #expect(
                sent.compactMap { $0["due_on"] as? String }.sorted() == [
                    "2013-03-08", "2013-04-12",
                ])
        }

        @Test func `a day with a paused worker ends, and says what is held`() async throws {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", "2013-03-01")
            try await office.avtalt("tasks", "pause", "reminder", "--reason", "a test")

            let held = try await office.avtalt("run", "--on", "2013-03-01")
            try await office.avtalt("tasks", "resume", "reminder")
            let again = try await office.avtalt("run", "--on", "2013-03-01")

            #expect(held.status == 75)
            #expect(held.text.contains("5 tasks that are paused"), "\(held.text)")
            #expect(again.status == 0, "\(again.text)")
            #expect(try Account(of: office).differences(from: Account(of: undisturbed)) == [])
        }

        @Test func `what a full mail folder kept back goes out when the day is run again`()
            async throws
        {
            let office = try await Office.of2013()
            try office.write("mail", "A file where the folder of mail should be.")
            let kept = try await office.avtalt("run", "--on", "2013-03-01")
            try FileManager.default.removeItem(atPath: office.path("mail"))

            let again = try await office.avtalt("run", "--on", "2013-03-01")

            #expect(kept.status == 75)
            #expect(kept.text.contains("5 tasks until later"))
            #expect(again.status == 0, "\(again.text)")
            #expect(try office.mails().count == 5)
        }
    }
}

extension Office {
    /// How many digests each address has got.
    fileprivate func digests(without earlier: Set<String> = []) throws -> [String: Int] {
        var found: [String: Int] = [:]
        for name in try mails() where !earlier.contains(name) {
            let mail = try String(contentsOfFile: path("mail/new/\(name)"), encoding: .utf8)
            let unfolded = mail.replacingOccurrences(of: "\r\n", with: "\n")
                .replacingOccurrences(of: "\n ", with: " ")
            let to = unfolded.split(separator: "\n").first { $0.hasPrefix("To:") }
            let address = to?.split(separator: "<").last?.dropLast() ?? "nobody"
            found[String(address), default: 0] += 1
        }
        return found
    }
}
