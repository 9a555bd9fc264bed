import Agreements
import Foundation
import Secrets

/// Keeps uploaded files between their preview and their import, in a folder that only this
/// process's account can read.
struct ImportShelf: Sendable {
    private let root = FileManager.default.temporaryDirectory
        .appending(path: "avtalt-imports-\(getuid())")

    /// Whether a file may be kept under the name: no path, and of the import format's kind.
    static func isName(_ name: String) -> Bool {
        name.wholeMatch(of: #/[a-z][a-z_]{0,40}\.csv/#) != nil
    }

    /// Keeps the files, and answers the name that they are found by again.
    func keep(_ files: [Upload], of user: String, at now: Instant) throws -> String {
        let parcel = SecretToken.make()
        let folder = folder(of: parcel)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        for file in files {
            precondition(Self.isName(file.name), "Only checked names become files.")
            try Data(file.content).write(to: folder.appending(path: file.name))
        }
        try Data("\(user)\n\(now.milliseconds)".utf8).write(to: note(in: folder))
        return parcel
    }

    /// Whether the files are there, and are this user's.
    func holds(_ parcel: String, of user: String) throws -> Bool {
        let note = note(in: folder(of: parcel))
        guard parcel.utf8.count == 43, parcel.allSatisfy({ Self.signs.contains($0) }),
            FileManager.default.fileExists(atPath: note.path)
        else { return false }
        let text = try String(contentsOf: note, encoding: .utf8)
        return text.split(separator: "\n").first.map(String.init) == user
    }

    func folder(of parcel: String) -> URL { root.appending(path: parcel) }

    func remove(_ parcel: String) throws {
        try FileManager.default.removeItem(at: folder(of: parcel))
    }

    /// Removes what was kept before the instant and never taken in.
    func clear(before limit: Instant) throws {
        guard FileManager.default.fileExists(atPath: root.path) else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: root.path) {
            let folder = root.appending(path: name)
            let note = note(in: folder)
            let text =
                FileManager.default.fileExists(atPath: note.path)
                ? try String(contentsOf: note, encoding: .utf8) : ""
            let keptAt = text.split(separator: "\n").last.flatMap { Int64($0) } ?? 0
            if keptAt < limit.milliseconds { try FileManager.default.removeItem(at: folder) }
        }
    }

    private static let signs = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

    /// Whose the files are and since when; the import passes over names with a point in front.
    private func note(in folder: URL) -> URL { folder.appending(path: ".kept") }
}
