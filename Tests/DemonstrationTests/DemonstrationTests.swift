import Agreements
import Foundation
import Testing

@testable import Demonstration

@Suite struct DemonstrationTests {
    static let seeds: [UInt64] = [1, .max]

    @Test func `the same seed gives the same bytes`() throws {
        let first = try Written(seed: 7)
        let second = try Written(seed: 7)

        #expect(try first.bytes() == second.bytes())
        #expect(try first.bytes().count == 15)
    }

    @Test func `another seed gives other bytes`() throws {
        let first = try Written(seed: 7)
        let second = try Written(seed: 8)

        let (left, right) = (try first.bytes(), try second.bytes())
        for name in left.keys where name != "targets.csv" {
            #expect(left[name] != right[name], "\(name)")
        }
    }

    @Test func `the generator gives the numbers of its published reference`() {
        var random = SplitMix64(seed: 1_234_567)

        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
    }

    @Test(arguments: seeds)
    func `agreements are as many by region as the source counts`(seed: UInt64) throws {
        let written = try Written(seed: seed)
        let register = written.register

        let june = try register.agreements(inForceOn: "2012-06-30", kind: "municipal")
        let byOwner = Dictionary(grouping: june) { $0["owner"] ?? "" }.mapValues(\.count)

        #expect(byOwner == ["midt": 9, "indre_ost": 2, "ost": 8, "nord": 5, "vest": 9])
        let ost = june.filter { $0["owner"] == "ost" }.flatMap { $0.list("parties") }
        #expect(Set(ost).count == 12)
        #expect(try register.agreements(inForceOn: "2012-12-31", kind: "municipal").count == 35)
        #expect(try register.agreements(inForceOn: "2013-06-30", kind: "municipal").count == 57)
    }

    @Test(arguments: seeds)
    func `made-up agreements say so, and no party has two in force`(seed: UInt64) throws {
        let written = try Written(seed: seed)

        for row in try table("agreements", in: written.folder) {
            #expect(row["title"]?.hasSuffix("(demonstrasjon)") == true, "\(row["id"] ?? "")")
        }
        let parties = try written.register
            .agreements(inForceOn: "2013-06-30", kind: "municipal").flatMap { $0.list("parties") }
        #expect(Set(parties).count == parties.count)
    }

    @Test(arguments: seeds, ["2012", "2013"])
    func `a year has 223 meetings with municipalities`(seed: UInt64, year: String) throws {
        let written = try Written(seed: seed)
        let register = written.register
        let municipal = Set(
            try register.rows("agreements").filter { $0["kind"] == "municipal" }
                .compactMap { $0["id"] })
        let towns = Set(
            try register.rows("parties").filter { $0["level"] == "municipal" }
                .compactMap { $0["id"] })

        let held = try register.rows("meetings").count {
            municipal.contains($0["agreement"]!) && $0["held_on"]!.hasPrefix(year)
        }
        let visits = try register.rows("activities").count {
            $0["kind"] == "visit" && $0["on"]!.hasPrefix(year)
                && (municipal.contains($0["agreement"]!) || towns.contains($0["party"]!))
        }

        #expect(held + visits == 223)
        #expect(held > 50)
        #expect(visits > 20)
    }

    @Test(arguments: seeds)
    func `settlement by October 2013 is the source's`(seed: UInt64) throws {
        let written = try Written(seed: seed)
        let register = written.register
        let regions = Dictionary(
            uniqueKeysWithValues: try register.rows("municipalities", key: ["number"])
                .map { ($0["number"]!, $0["region"]!) })
        let partyNumbers = Dictionary(
            uniqueKeysWithValues: try register.rows("parties")
                .map { ($0["id"]!, $0["municipality_number"]!) })
        let covered = Set(
            try register.agreements(inForceOn: "2013-10-31", kind: "municipal")
                .flatMap { $0.list("parties") }.compactMap { partyNumbers[$0] })

        let rows = try register.rows("settlement", key: ["municipality_number", "year", "month"])
            .filter { $0["year"] == "2013" }
        let october = rows.filter { $0["month"] == "10" }
        let settled = october.reduce(into: [String: Int]()) { sums, row in
            sums[regions[row["municipality_number"]!]!, default: 0] += row.number("settled")!
        }
        let decided = october.filter { covered.contains($0["municipality_number"]!) }
            .reduce(0) { $0 + $1.number("decided")! }

        #expect(
            settled == [
                "ost": 1071, "vest": 1016, "nord": 876, "midt": 755, "indre_ost": 740, "sor": 693,
            ])
        #expect(decided == 2396)
        #expect(
            rows.allSatisfy {
                ["10", "9", "8", "7", "6", "5", "4", "3", "2", "1"].contains($0["month"])
            })
        let asked = Set(
            rows.filter { $0.number("requested")! > 0 }.map { $0["municipality_number"]! })
        #expect(asked.count == 428)
    }

    @Test(arguments: seeds)
    func `settled grows from month to month and never beyond the places`(seed: UInt64) throws {
        let written = try Written(seed: seed)
        let rows = try table("settlement", in: written.folder)

        for group in Dictionary(
            grouping: rows, by: { "\($0["municipality_number"]!)\($0["year"]!)" }
        )
        .values {
            let months = group.sorted { $0.number("month")! < $1.number("month")! }
            let settled = months.compactMap { $0.number("settled") }
            #expect(settled == settled.sorted())
            #expect(settled.last! <= months.last!.number("decided")!)
        }
    }

    @Test func `a register of a day knows nothing of what came later`() throws {
        let reference = try DemonstrationReference.shipped()
        let day = try #require(Day("2013-03-01"))

        let whole = try Demonstration(reference: reference).rows(seed: 7)
        let rows = whole.until(day)

        let happened: [[Day]] = [
            rows.meetings.compactMap { $0.heldOn ?? $0.cancelledOn },
            rows.followUps.compactMap { $0.doneOn ?? $0.cancelledOn },
            rows.measures.compactMap { $0.doneOn ?? $0.cancelledOn },
            rows.activities.map(\.on), rows.plans.compactMap(\.adoptedOn),
            rows.evaluations.compactMap(\.approvedOn),
        ]
        #expect(happened.joined().allSatisfy { $0 <= day })
        #expect(rows.meetings.contains { $0.status == .planned && $0.firstPlannedOn > day })
        #expect(rows.followUps.contains { $0.status == .open })
        #expect(rows.meetings.filter { $0.firstPlannedOn.year == 2012 }.count > 100)
        #expect(whole.until(Day.last(of: 2020)) == whole)
    }
}
