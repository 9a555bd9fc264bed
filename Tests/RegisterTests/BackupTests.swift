import Foundation
import GRDB
import Support
import Testing

@testable import Register

struct BackupTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }
    private var path: String { temporary.path }
    private var backup: String { temporary.folder.appendingPathComponent("backup.sqlite").path }

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Rows.agreement, Rows.work)
    }

    @Test func `a backup is one sound file with what was committed`() throws {
        let expected = try register.check()

        try register.write { db in
            // A change that is not yet committed is not in it.
            try db.execute(sql: "UPDATE county SET name = 'x'")
            try register.backup(to: backup)
        }

        let copy = try Register.open(at: backup, mode: .readOnly)
        #expect(try copy.check() == expected)
        try copy.close()
        #expect(try names(startingWith: "backup") == ["backup.sqlite"])
    }

    @Test func `a backup overwrites nothing`() throws {
        try Data("letter".utf8).write(to: URL(fileURLWithPath: backup))

        #expect(throws: RegisterError.exists(path: backup)) { try register.backup(to: backup) }
        #expect(try String(contentsOfFile: backup, encoding: .utf8) == "letter")
    }

    @Test func `a backup needs its folder`() {
        let other = temporary.folder.appendingPathComponent("none/backup.sqlite").path

        #expect(throws: RegisterError.missingFolder(path: other)) {
            try register.backup(to: other)
        }
    }

    @Test func `a register with a broken reference is not backed up as if it were whole`() throws {
        try temporary.tamper("UPDATE plan SET agreement = 99")

        let error = #expect(throws: RegisterError.self) { try register.backup(to: backup) }

        #expect(error?.exitCode == 65)
        #expect(try names(startingWith: "backup") == [])
    }

    @Test func `restoring puts the backup in place and keeps what was there`() throws {
        try register.backup(to: backup)
        try temporary.add("INSERT INTO county (number, name, region) VALUES ('03', 'Oslo', 'ost')")
        try register.close()

        let previous = try #require(try Register.restore(from: backup, to: path))

        #expect(previous == path + ".before-restore-1")
        #expect(try counties(path) == 1)
        #expect(try counties(previous) == 2)
        #expect(try names(startingWith: "register.sqlite.partial") == [])
    }

    @Test func `restoring twice keeps both`() throws {
        try register.backup(to: backup)
        try register.close()

        _ = try Register.restore(from: backup, to: path)
        let previous = try Register.restore(from: backup, to: path)

        #expect(previous == path + ".before-restore-2")
        #expect(RegisterFile.exists(path + ".before-restore-1"))
    }

    @Test func `restoring where there is nothing creates the register`() throws {
        try register.backup(to: backup)
        let other = temporary.folder.appendingPathComponent("other.sqlite").path

        #expect(try Register.restore(from: backup, to: other) == nil)
        #expect(try counties(other) == 1)
    }

    @Test func `a register that is open is not replaced`() throws {
        try register.backup(to: backup)

        #expect(throws: RegisterError.locked(path: path)) {
            try Register.restore(from: backup, to: path)
        }
        try temporary.add("INSERT INTO county (number, name, region) VALUES ('03', 'Oslo', 'ost')")
        #expect(try counties(path) == 2)
        #expect(try names(startingWith: "register.sqlite.") == [])
    }

    @Test func `a register that another process has open is not replaced`() throws {
        try register.backup(to: backup)
        try register.close()
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        other.arguments = [path]
        let input = Pipe.apart()
        let output = Pipe.apart()
        other.standardInput = input
        other.standardOutput = output
        try other.start()
        input.fileHandleForWriting.write(Data("SELECT count(*) FROM county;\n".utf8))
        #expect(output.fileHandleForReading.availableData == Data("1\n".utf8))

        #expect(throws: RegisterError.locked(path: path)) {
            try Register.restore(from: backup, to: path)
        }
        try input.fileHandleForWriting.close()
        other.waitUntilExit()
        #expect(try Register.restore(from: backup, to: path) != nil)
    }

    @Test func `a damaged register is replaced and kept, with its side files`() throws {
        try register.backup(to: backup)
        try register.close()
        let rest = Data(try Data(contentsOf: URL(fileURLWithPath: path)).prefix(5000))
        #expect(rest.count == 5000)
        try rest.write(to: URL(fileURLWithPath: path))
        try Data("rest".utf8).write(to: URL(fileURLWithPath: path + "-wal"))

        let previous = try #require(try Register.restore(from: backup, to: path))

        #expect(try counties(path) == 1)
        #expect(try Data(contentsOf: URL(fileURLWithPath: previous)) == rest)
    }

    @Test func `a damaged backup changes nothing`() throws {
        try register.backup(to: backup)
        try register.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: backup))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: backup))

        let error = #expect(throws: RegisterError.self) {
            try Register.restore(from: backup, to: path)
        }

        #expect(error?.exitCode == 65)
        #expect(try counties(path) == 1)
        #expect(try names(startingWith: "register.sqlite.") == [])
    }

    private func counties(_ path: String) throws -> Int? {
        let register = try Register.open(at: path, mode: .existing)
        let count = try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM county") }
        try register.close()
        return count
    }

    private func names(startingWith prefix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path)
            .filter { $0.hasPrefix(prefix) }.sorted()
    }
}
