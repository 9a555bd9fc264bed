/// Why the register was not exported; nothing is left behind.
package enum ExportError: Error, Hashable, Sendable {
    /// There is a file, or a folder with something in it.
    case occupied(path: String)
    case missingParent(path: String)
    case cannotWrite(path: String, detail: String)

    /// Code of sysexits.h that a command ends with (interfaces.md).
    package var exitCode: Int32 {
        switch self {
        case .occupied, .missingParent: 73
        case .cannotWrite: 74
        }
    }
}

extension ExportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .occupied(let path):
            "«\(path)» exists and is not an empty folder. Name a new one."
        case .missingParent(let path):
            "The folder that «\(path)» is to be in does not exist. Create it first."
        case .cannotWrite(let path, let detail):
            "Writing «\(path)» failed (\(detail)). Check the disk, and who may write there."
        }
    }
}
