/// Why a process does not start: its settings cannot be used.
package enum SettingsError: Error, Hashable, Sendable {
    /// A file named by `--config` or `AVTALT_CONFIG` is not there.
    case noSuchFile(path: String)
    case unreadable(path: String, reason: String)
    /// Everything that is wrong: the file as such, its unknown keys, then the values.
    case invalid([SettingsProblem])

    /// Of the process that stops for it: 66 for a missing file, otherwise 78.
    package var exitCode: Int32 {
        switch self {
        case .noSuchFile: 66
        case .unreadable, .invalid: 78
        }
    }
}

extension SettingsError: CustomStringConvertible {
    /// One line for each problem.
    package var description: String {
        switch self {
        case .noSuchFile(let path):
            "\(path): there is no such configuration file; name one that is there with --config "
                + "or AVTALT_CONFIG, or leave both out to use the defaults"
        case .unreadable(let path, let reason):
            "\(path): the file cannot be read (\(reason)); it must be UTF-8 text that this "
                + "process may read"
        case .invalid(let problems):
            problems.map(\.description).joined(separator: "\n")
        }
    }
}

/// One thing wrong with one setting.
package struct SettingsProblem: Hashable, Sendable {
    /// `avtalt.yaml:12`, an environment variable, or an option.
    package let place: String
    /// The setting's key, `worker.prefetch`; empty where the file as a whole is wrong.
    package let key: String
    /// What is wrong and what would be right; never a secret.
    package let message: String
}

extension SettingsProblem: CustomStringConvertible {
    package var description: String {
        key.isEmpty ? "\(place): \(message)" : "\(place): \(key): \(message)"
    }
}
