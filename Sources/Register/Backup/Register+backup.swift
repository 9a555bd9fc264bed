import Foundation
import GRDB

extension Register {
    /// Writes one state of the register to a new file, whole and verified, beside any writer.
    ///
    /// The file has its name once the disk has all of it; an existing one is never overwritten.
    package func backup(to target: String) throws(RegisterError) {
        do {
            guard !RegisterFile.exists(target) else { throw RegisterError.exists(path: target) }
            guard RegisterFile.exists(DurableFile.folder(of: target)) else {
                throw RegisterError.missingFolder(path: target)
            }
            let copy = try RegisterCopy.make(from: pool, beside: target)
            try DurableFile.give(copy, newName: target)
        } catch {
            throw RegisterError(error, path: target)
        }
    }
}
