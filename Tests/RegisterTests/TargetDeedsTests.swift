import Agreements
import Foundation
import GRDB
import Rules
import Testing

@testable import Register

/// Targets that are taken back, and what no longer sees them.
struct TargetDeedsTests {
    private static let target = Target(
        unit: "nord", year: 2013, indicator: "plan_coverage", value: 0.9)

    private let temporary: TemporaryRegister

    init() throws {
        temporary = try TemporaryRegister()
    }

    private var register: Register { temporary.register }

    private func perform<T>(_ body: (TargetDeeds) throws -> T) throws -> T {
        try register.write { db in
            try body(TargetDeeds(db, author: TemporaryRegister.author, at: TemporaryRegister.at))
        }
    }

    /// The targets of the year as deeds, reports, lists and views have them, one of each.
    private func seen() throws -> [Int] {
        try register.read { db in
            [
                try TargetDeeds.all(of: 2013, in: db).count,
                try Facts(for: .report(Period(year: 2013)), in: db).targets.count,
                try RecordList("targets").page([], limit: 10, in: db).records.count,
                try Int.fetchOne(db, sql: "SELECT count(*) FROM v_target") ?? 0,
            ]
        }
    }

    private func export() throws -> (folder: String, targets: String) {
        let path = temporary.folder.appendingPathComponent(UUID().uuidString).path
        try register.exportFolder(path)
        return (path, try String(contentsOfFile: "\(path)/targets.csv", encoding: .utf8))
    }

    @Test func `what is taken back is seen nowhere, and kept with its reason`() throws {
        let key = try perform { try $0.add(Self.target) }
        let before = try seen()

        try perform { try $0.withdraw(key, because: "Feil år", expecting: nil) }

        #expect(before == [1, 1, 1, 1])
        #expect(try seen() == [0, 0, 0, 0])
        #expect(try export().targets == "unit,year,indicator,value\n")
        let trail = try register.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT action, subject FROM audit WHERE entity = 'target_withdrawal'
                    """)
        }
        #expect(trail?[0] == "add")
        #expect(trail?[1] == "nord/2013/plan_coverage/2013-03-01")
        #expect(try register.check().problems == [])
    }

    @Test func `it can be set again, and taken back again`() throws {
        let key = try perform { try $0.add(Self.target) }
        for reason in ["Feil år", "Feil tall"] {
            try perform { try $0.withdraw(key, because: reason, expecting: nil) }
            #expect(try perform { try $0.set(Self.target) })
            #expect(try seen() == [1, 1, 1, 1])
        }

        #expect(
            throws: RecordRefusal.exists(table: "target", id: "nord/2013/plan_coverage")
        ) {
            try perform { try $0.add(Self.target) }
        }
        #expect(try register.check().problems == [])
    }

    @Test func `an import that has it lets it stand again`() throws {
        let key = try perform { try $0.add(Self.target) }
        let exported = try export()
        try perform { try $0.withdraw(key, because: "Feil år", expecting: nil) }

        let summary = try register.importFolder(
            exported.folder, dryRun: false, author: TemporaryRegister.author,
            at: TemporaryRegister.at)
        let again = try register.importFolder(
            exported.folder, dryRun: false, author: TemporaryRegister.author,
            at: TemporaryRegister.at)

        #expect(summary.changed["targets"] == 1)
        #expect(again.unchanged["targets"] == 1)
        #expect(try seen() == [1, 1, 1, 1])
        #expect(try export().targets == exported.targets)
        #expect(try register.check().problems == [])
    }

    @Test func `what is not there, has moved on or has no reason is refused`() throws {
        let key = try perform { try $0.add(Self.target) }
        let version = try register.read { try RecordVersion.of("target", key: key, in: $0) }
        try perform { try $0.change(key, to: 0.8, expecting: version) }

        #expect(throws: RecordRefusal.self) {
            try perform { try $0.withdraw(key, because: "Feil", expecting: version) }
        }
        #expect(throws: RecordRefusal.self) {
            try perform { try $0.withdraw(key, because: " ", expecting: nil) }
        }
        #expect(try seen() == [1, 1, 1, 1])
        try perform { try $0.withdraw(key, because: "Feil", expecting: nil) }
        #expect(throws: RecordRefusal.unknown(table: "target", id: String(key))) {
            try perform { try $0.withdraw(key, because: "Feil", expecting: nil) }
        }
        #expect(throws: RecordRefusal.unknown(table: "target", id: String(key))) {
            try perform { try $0.change(key, to: 0.7, expecting: nil) }
        }
    }
}
