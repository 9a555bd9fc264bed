import Foundation
import GRDB

extension Register {
    /// Writes the whole register to a folder in the import format (import-format.md).
    ///
    /// Every file is there, if only with its header; rows come in the order of their identity, so
    /// that equal registers give equal bytes. The folder is written under another name beside its
    /// own and then renamed: it is there in full or not at all. What the format has no place for
    /// (documents, agendas, decisions, amendments, archive references, handovers, targets that were
    /// taken back, editions of the rules, accounts, the audit trail) is in backups alone. Returns
    /// the rows by file, without `.csv`. Throws `ExportError` and `RegisterError`.
    @discardableResult
    package func exportFolder(_ path: String) throws -> [String: Int] {
        let folder = try ExportFolder(path: path)
        return try folder.fill { temporary in
            try read { db in
                try db.withLargePageCache {
                    var counts: [String: Int] = [:]
                    for file in ImportFile.all {
                        counts[file.name] = try FileExport(file, db: db)
                            .write(to: "\(temporary)/\(file.fileName)")
                    }
                    return counts
                }
            }
        }
    }
}

/// The folder that an export goes to.
private struct ExportFolder {
    private let path: String
    private let temporary: String

    init(path: String) throws(ExportError) {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        self.path = url.path
        temporary = "\(url.path).partial-\(UUID().uuidString.prefix(8))"
        let files = FileManager.default
        let parent = url.deletingLastPathComponent().path
        guard files.fileExists(atPath: parent) else {
            throw ExportError.missingParent(path: path)
        }
        guard files.fileExists(atPath: self.path) else { return }
        let content: [String]
        do {
            content = try files.contentsOfDirectory(atPath: self.path)
        } catch {
            throw ExportError.occupied(path: path)
        }
        guard content.isEmpty else { throw ExportError.occupied(path: path) }
    }

    /// Lets `body` write to the folder of another name, which then takes its own or is removed.
    func fill<T>(_ body: (String) throws -> T) throws -> T {
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: temporary, withIntermediateDirectories: false)
            let result = try body(temporary)
            // rename(2) takes the place of an empty folder, and of nothing else.
            guard rename(temporary, path) == 0 else {
                throw ExportError.cannotWrite(
                    path: path, detail: String(cString: strerror(errno)))
            }
            return result
        } catch {
            let failure = error
            if files.fileExists(atPath: temporary) { try files.removeItem(atPath: temporary) }
            switch failure {
            case is RegisterError, is ExportError, is CancellationError: throw failure
            default:
                throw ExportError.cannotWrite(path: path, detail: failure.localizedDescription)
            }
        }
    }
}
