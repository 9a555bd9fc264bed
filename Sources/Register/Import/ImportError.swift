/// Why a folder was not imported; the register is as it was.
package enum ImportError: Error, Hashable, Sendable {
    /// Faults in the order of files and lines, at most 200, and how many more there are.
    case rejected([ImportFault], more: Int)
    case missingFolder(path: String)
    case unreadableFolder(path: String, detail: String)
    /// The folder has no file of the import format.
    case noFiles(path: String)

    /// Code of sysexits.h that a command ends with (interfaces.md).
    package var exitCode: Int32 {
        switch self {
        case .rejected: 65
        case .missingFolder, .noFiles: 66
        case .unreadableFolder: 74
        }
    }
}

extension ImportError: CustomStringConvertible {
    /// One line for each fault, and one for the count of the rest.
    package var description: String {
        switch self {
        case .rejected(let faults, let more):
            (faults.map(\.description) + (more == 0 ? [] : ["… and \(more) more."]))
                .joined(separator: "\n")
        case .missingFolder(let path):
            "There is no folder «\(path)». Name a folder with the CSV files to import."
        case .unreadableFolder(let path, let detail):
            "The folder «\(path)» cannot be read (\(detail)). Check who may read it."
        case .noFiles(let path):
            "The folder «\(path)» has no file of the import format. "
                + "Put one or more of these in it: "
                + ImportFile.all.map(\.fileName).joined(separator: ", ") + "."
        }
    }
}
