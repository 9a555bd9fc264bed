import GRDB

/// Why the register could not be opened, read or written.
package enum RegisterError: Error, Hashable, Sendable {
    /// There is no file at the path, and none was to be created.
    case missing(path: String)
    /// The folder that the register was to be created in does not exist.
    case missingFolder(path: String)
    /// The file is there and is something else.
    case notARegister(path: String)
    /// The file holds a migration that this program does not know.
    case newer(path: String, migration: String)
    /// The file holds fewer migrations than this program, and was opened for reading only.
    case older(path: String, migration: String)
    /// Another connection has kept the lock for longer than the busy timeout.
    case locked(path: String)
    case corrupt(path: String, detail: String)
    case readOnly(path: String)
    case diskFull(path: String)
    case cannotOpen(path: String, detail: String)
    /// Where something is to be written there is something already.
    case exists(path: String)
    case inputOutput(path: String, detail: String)
    /// The input or the program asked for what the schema refuses.
    case refused(path: String, detail: String)

    /// Code of sysexits.h that a command ends with (interfaces.md).
    package var exitCode: Int32 {
        switch self {
        case .missing: 66
        case .missingFolder, .cannotOpen, .exists: 73
        case .notARegister, .newer, .older, .corrupt, .refused: 65
        case .readOnly, .diskFull, .inputOutput: 74
        case .locked: 75
        }
    }

    /// Whether the same request may succeed later, when others are done or room has been made.
    package var isTransient: Bool {
        switch self {
        case .locked, .diskFull: true
        default: false
        }
    }
}

extension RegisterError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "There is no register at «\(path)». Check the path, or create one with avtalt import."
        case .missingFolder(let path):
            "The folder of «\(path)» does not exist. Create it first."
        case .notARegister(let path):
            "«\(path)» is not a register of Avtalt, and was left as it is. Name another file."
        case .newer(let path, let migration):
            "«\(path)» was written by a newer Avtalt (migration \(migration)). "
                + "Install that version or newer."
        case .older(let path, let migration):
            "«\(path)» was written by an older Avtalt (migration \(migration) is missing). "
                + "Open it once for writing, which brings it up to date."
        case .locked(let path):
            "«\(path)» is being written to by another process. Try again when it has finished."
        case .corrupt(let path, let detail):
            "«\(path)» is damaged (\(detail)), and was left as it is. "
                + "Restore the latest backup with avtalt restore."
        case .readOnly(let path):
            "«\(path)» cannot be written to. Check the permissions of the file, "
                + "of its folder and of the disk."
        case .diskFull(let path):
            "The disk of «\(path)» is full; nothing was changed. Make room and try again."
        case .cannotOpen(let path, let detail):
            "«\(path)» cannot be opened (\(detail)). Check that it is a file, and who may use it."
        case .exists(let path):
            "«\(path)» exists already and is not overwritten. Name another file."
        case .inputOutput(let path, let detail):
            "Reading or writing «\(path)» failed (\(detail)). Check the disk."
        case .refused(let path, let detail):
            "«\(path)» refused a change, and none was made: \(detail)."
        }
    }
}

extension RegisterError {
    /// Translates SQLite's result codes, here and nowhere else.
    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "SQLite result code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: detail)
        case .SQLITE_NOTADB: self = .notARegister(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .cannotOpen(path: path, detail: detail)
        case .SQLITE_IOERR: self = .inputOutput(path: path, detail: detail)
        default: self = .refused(path: path, detail: detail)
        }
    }

    /// Any failure of an operation on the file as a sentence about the file.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as RegisterError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        default: self = .inputOutput(path: path, detail: "\(error)")
        }
    }
}
