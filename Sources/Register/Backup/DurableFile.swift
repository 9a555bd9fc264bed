import Foundation

/// What survives a power cut: a file's bytes, and the names in its folder.
enum DurableFile {
    /// Waits until the disk has the file, or the names in a folder.
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// Gives the file the name `target` at once, in place of what had it, and waits for the disk.
    static func move(_ path: String, over target: String) throws {
        guard rename(path, target) == 0 else { throw failure(target) }
        try sync(folder(of: target))
    }

    /// Gives the file the name `target`, which nothing may have yet, and waits for the disk.
    static func give(_ path: String, newName target: String) throws {
        guard link(path, target) == 0 else {
            throw errno == EEXIST ? RegisterError.exists(path: target) : failure(target)
        }
        guard unlink(path) == 0 else { throw failure(path) }
        try sync(folder(of: target))
    }

    /// Gives the file the second name `other`, which nothing may have yet.
    static func keep(_ path: String, as other: String) throws {
        guard link(path, other) == 0 else { throw failure(other) }
    }

    static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    /// The last failure of the C library as a sentence about the file.
    private static func failure(_ path: String) -> RegisterError {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EROFS, EACCES, EPERM: .readOnly(path: path)
        default: .inputOutput(path: path, detail: String(cString: strerror(errno)))
        }
    }
}
