import Foundation

/// How a benchmark ends that cannot go on.
enum Ending {
    /// Says why and ends the process.
    static func now(_ text: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
        exit(code)
    }
}
