import Foundation

/// A new folder under the system's temporary one, open to its owner only.
struct PrivateFolder {
    let path: String

    init() throws(SheetError) {
        let pattern = FileManager.default.temporaryDirectory
            .appendingPathComponent("avtalt-XXXXXX").path
        var bytes = pattern.utf8CString
        let made = bytes.withUnsafeMutableBufferPointer { buffer -> String? in
            guard let start = buffer.baseAddress, let name = mkdtemp(start) else { return nil }
            return String(cString: name)
        }
        guard let made else { throw .folder(reason: String(cString: strerror(errno))) }
        path = made
    }

    func remove() {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            // Nothing depends on it; the system clears its temporary folder by itself.
            assertionFailure("\(path) was left behind: \(error)")
        }
    }
}
