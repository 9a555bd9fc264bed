import Agreements
import Foundation
import GRDB

extension Register {
    /// Imports the CSV files of a folder (import-format.md) in one transaction: all or nothing.
    ///
    /// Every file is checked to its end whatever is wrong before it. A dry run does everything
    /// and takes it back. Throws `ImportError` for what the folder holds, and `RegisterError`.
    /// Memory grows with the number of rows by about 60 bytes each, and not with their texts.
    ///
    /// - Parameter look: Sees the register as it is with the files taken in, before it is kept or
    ///   taken back.
    @discardableResult
    package func importFolder(
        _ path: String, dryRun: Bool, author: Author, at: Instant,
        looking look: (Database) throws -> Void = { _ in }
    ) throws -> ImportSummary {
        let folder = try ImportFolder(path: path)
        var summary = ImportSummary(isDryRun: dryRun)
        do {
            try write { db in
                // A row may refer to one below it.
                try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
                summary = try db.withLargePageCache {
                    try folder.importFiles(
                        into: db, summary: summary, trail: AuditTrail(db, author: author, at: at))
                }
                try look(db)
                if dryRun { throw DryRunEnd() }
            }
        } catch is DryRunEnd {
            return summary
        }
        return summary
    }
}

/// Rolls the transaction of a dry run back.
private struct DryRunEnd: Error {}

/// The files of a folder that is to be imported.
private struct ImportFolder {
    private let path: String
    private let files: [ImportFile]
    private let unknown: [String]

    init(path: String) throws {
        self.path = path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw ImportError.missingFolder(path: path) }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw ImportError.unreadableFolder(path: path, detail: error.localizedDescription)
        }
        files = ImportFile.all.filter { names.contains($0.fileName) }
        unknown = names.filter { name in
            name.lowercased().hasSuffix(".csv") && !name.hasPrefix(".")
                && !ImportFile.ignored.contains(name)
                && !ImportFile.all.contains { $0.fileName == name }
        }.sorted()
        guard !files.isEmpty || !unknown.isEmpty else { throw ImportError.noFiles(path: path) }
    }

    func importFiles(into db: Database, summary: ImportSummary, trail: AuditTrail) throws
        -> ImportSummary
    {
        let context = try ImportContext(db)
        var summary = summary
        reportUnknown(context)
        for file in files {
            guard
                let run = try FileImport(
                    file, path: "\(path)/\(file.fileName)", context: context)
            else { continue }
            try run.run(trail: trail)
            summary.added[file.name] = run.added
            summary.changed[file.name] = run.changed
            summary.unchanged[file.name] = run.unchanged
        }
        guard context.faults.isEmpty else {
            throw ImportError.rejected(sorted(context.faults.kept), more: context.faults.more)
        }
        return summary
    }

    private func reportUnknown(_ context: ImportContext) {
        let known = ImportFile.all.map(\.fileName)
        // What such a file was meant to hold is not missing from the folder, only misnamed.
        let held = files.compactMap(\.referenced)
        for referenced in Referenced.allCases where !held.contains(referenced) {
            context.directory(of: referenced).isIncomplete = !unknown.isEmpty
        }
        for name in unknown {
            let nearest = NearestName.of(name, among: known)
            context.faults.add(
                name, line: 1, column: "file",
                "The import format has no such file. "
                    + (nearest.map { "Did you mean \($0)?" }
                        ?? "Take it out of the folder; the files are "
                        + "\(known.joined(separator: ", "))."))
        }
    }

    /// By file in the order of the format, then by line; those of one line as they were found.
    private func sorted(_ faults: [ImportFault]) -> [ImportFault] {
        let order = ImportFile.all.map(\.fileName)
        func place(_ fault: ImportFault) -> Int { order.firstIndex(of: fault.file) ?? -1 }
        return faults.enumerated().sorted { left, right in
            (place(left.element), left.element.line, left.offset)
                < (place(right.element), right.element.line, right.offset)
        }.map(\.element)
    }
}
