import Foundation
import Testing

@testable import Demonstration

/// What each of the seven units has to show in the figures of domain.md, 9, in both years.
@Suite struct RegionTests {
    private static let units = ["ost", "indre_ost", "sor", "vest", "midt", "nord", "central"]
    private static let cutOffs = ["2012-12-31", "2013-06-30", "2013-12-31"]

    @Test(arguments: cutOffs)
    func `every unit has agreements, plans, evaluations and scores`(cutOff: String) throws {
        let written = try Written(seed: 1)
        let register = written.register
        let before = "\(Int(cutOff.prefix(4))! - 1)"

        let inForce = try register.agreements(inForceOn: cutOff)
        let owners = try RegionTests.owners(register)
        let plans = try register.rows("plans", key: ["agreement", "year"]).filter {
            $0["year"]! == cutOff.prefix(4) && !$0["adopted_on"]!.isEmpty
                && $0["adopted_on"]! <= cutOff
        }
        let evaluations = try register.rows("evaluations", key: ["agreement", "year"]).filter {
            $0["year"] == before && $0["status"] == "approved" && $0["approved_on"]! <= cutOff
        }
        let scores = try register.rows("scores", key: ["agreement", "year", "side", "dimension"])
        for unit in RegionTests.units {
            let approved = Set(
                evaluations.compactMap { $0["agreement"] }.filter { owners[$0] == unit })
            let sides = Set(
                scores.filter { $0["year"] == before && approved.contains($0["agreement"]!) }
                    .compactMap { $0["side"] })
            #expect(inForce.contains { $0["owner"] == unit }, "\(unit)")
            #expect(plans.contains { owners[$0["agreement"]!] == unit }, "\(unit)")
            #expect(sides == ["imdi", "counterpart"], "\(unit)")
        }
    }

    @Test(arguments: cutOffs)
    func `every unit has meetings held and put off, and something overdue`(cutOff: String) throws {
        let written = try Written(seed: 1)
        let register = written.register
        let year = String(cutOff.prefix(4))

        let owners = try RegionTests.owners(register)
        let meetings = try register.rows("meetings").filter {
            $0["first_planned_on"]!.hasPrefix(year) && $0["first_planned_on"]! <= cutOff
        }
        let postponed = Set(
            try register.rows("postponements", key: ["meeting", "to"]).compactMap { $0["meeting"] })
        let due = try (register.rows("followups") + register.rows("measures"))
            .filter { $0["due_on"]! < cutOff }
        for unit in RegionTests.units {
            let own = meetings.filter { owners[$0["agreement"]!] == unit }
            #expect(own.contains { $0["status"] == "held" }, "\(unit)")
            #expect(own.contains { postponed.contains($0["id"]!) }, "\(unit)")
            let overdue = due.filter {
                owners[$0["agreement"]!] == unit && $0["done_on"]!.isEmpty
                    && $0["cancelled_on"]!.isEmpty
            }
            #expect(!overdue.isEmpty, "\(unit)")
        }
    }

    @Test(arguments: ["2012", "2013"])
    func `every unit has activities of every kind, grants and targets`(year: String) throws {
        let written = try Written(seed: 1)
        let register = written.register

        let activities = try register.rows("activities").filter { $0["on"]!.hasPrefix(year) }
        let kinds = Dictionary(grouping: activities) { $0["id"]!.prefix { $0 != "/" } }
            .mapValues { Set($0.compactMap { $0["kind"] }).count }
        let owners = try RegionTests.owners(register)
        let grants =
            try register
            .rows("grants", key: ["municipality_number", "agreement", "scheme", "year", "amount"])
            .filter { $0["year"] == year }
        let targets = try register.rows("targets", key: ["unit", "year", "indicator"])
            .filter { $0["year"] == year }

        #expect(
            kinds == [
                "OST": 9, "INDREOST": 9, "SOR": 9, "VEST": 9, "MIDT": 9, "NORD": 9, "CENTRAL": 8,
            ])
        #expect(Set(grants.compactMap { owners[$0["agreement"]!] }) == Set(RegionTests.units))
        #expect(Set(targets.compactMap { $0["unit"] }) == Set(RegionTests.units))
    }

    @Test func `the coverage matrix of every region has hits and holes`() throws {
        let written = try Written(seed: 1)
        let register = written.register

        let reference = try DemonstrationReference.shipped()
        let sector = try register.agreements(inForceOn: "2013-12-31", kind: "sector")
        for region in ["ost", "indre_ost", "sor", "vest", "midt", "nord"] {
            let cells = reference.authorities(of: .init(rawValue: region)!).map(\.id)
            let covered = Set(
                sector.filter { $0["owner"] == region }.flatMap { $0.list("parties") })
            #expect(cells.contains { covered.contains($0) }, "\(region)")
            #expect(cells.contains { !covered.contains($0) }, "\(region)")
        }
    }

    @Test func `some expire, one is renewed, one ended and some fall below the standard`() throws {
        let written = try Written(seed: 1)
        let register = written.register

        let agreements = try register.agreements(inForceOn: "2013-06-30", kind: "municipal")
        #expect(agreements.contains { $0["valid_to"] == "2013-12-31" })
        #expect(agreements.contains { $0["purpose"]!.isEmpty && $0["deputy"]!.isEmpty })
        #expect(try register.rows("agreements").count { !$0["renews"]!.isEmpty } == 1)
        #expect(try register.rows("agreements").count { $0["status"] == "ended" } == 1)
        #expect(try register.rows("agreements").contains { $0["status"] == "negotiating" })
    }

    @Test func `people are the functional accounts that ship`() throws {
        let written = try Written(seed: 1)
        let register = written.register

        let users = Set(try register.rows("users").compactMap { $0["id"] })
        for name in ["agreements", "measures", "followups"] {
            for row in try register.rows(name) {
                for column in ["responsible", "deputy"] {
                    guard let person = row.optional(column) else { continue }
                    #expect(users.contains(person), "\(name): \(row["id"] ?? "")")
                }
            }
        }
    }

    private static func owners(_ register: Register) throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try register.rows("agreements").map { ($0["id"]!, $0["owner"]!) })
    }
}
