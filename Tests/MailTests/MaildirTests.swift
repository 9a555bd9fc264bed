import Foundation
import Mail
import Testing

/// A folder of its own that is gone afterwards.
final class MaildirTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "maildir-\(UUID().uuidString)")

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            Issue.record("The test's folder is still there: \(error)")
        }
    }

    @Test
    func `a message lands in new, whole, and only the owner may read it`() async throws {
        let message = try message()

        let outcome = await maildir.deliver(message)

        #expect(outcome == .delivered)
        let files = try names(in: "new")
        #expect(files == ["digest-2013-03-01.nord@avtalt.example.no.eml"])
        let file = folder.appending(path: "mail/new/\(files[0])")
        #expect(try String(contentsOf: file, encoding: .utf8) == message.rendered())
        #expect(try names(in: "tmp") == [])
        for created in ["mail", "mail/tmp", "mail/new", "mail/cur"] {
            #expect(try mode(of: created) == 0o700)
        }
        #expect(try mode(of: "mail/new/\(files[0])") == 0o600)
    }

    @Test
    func `the same mail twice is one file, also when it has been read`() async throws {
        let message = try message()
        _ = await maildir.deliver(message)
        _ = await maildir.deliver(message)
        #expect(try names(in: "new").count == 1)

        let file = try names(in: "new")[0]
        try FileManager.default.moveItem(
            at: folder.appending(path: "mail/new/\(file)"),
            to: folder.appending(path: "mail/cur/\(file):2,S"))
        let outcome = await maildir.deliver(message)

        #expect(outcome == .delivered)
        #expect(try names(in: "new") == [])
        #expect(try names(in: "cur") == ["\(file):2,S"])
    }

    @Test
    func `different mails are different files, also at the same time`() async throws {
        let maildir = maildir
        await withTaskGroup { group in
            for number in 1...20 {
                group.addTask {
                    do {
                        let message = try message(messageID: "digest-\(number)@avtalt.example.no")
                        #expect(await maildir.deliver(message) == .delivered)
                    } catch {
                        Issue.record(error)
                    }
                }
            }
        }

        #expect(try names(in: "new").count == 20)
    }

    @Test
    func `a folder that cannot be made is told in a sentence`() async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: folder.appending(path: "mail"))

        let outcome = await maildir.deliver(try message())

        guard case .tryAgain(let sentence) = outcome else {
            Issue.record("\(outcome) is not an outcome to try again after")
            return
        }
        #expect(sentence.contains(folder.path()))
        #expect(sentence.contains("Not a directory"))
    }

    private var maildir: Maildir { Maildir(path: folder.appending(path: "mail").path()) }

    private func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "mail/\(name)").path()
        ).sorted()
    }

    private func mode(of name: String) throws -> Int? {
        let path = folder.appending(path: name).path()
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
