import Settings

/// An error that ends a command: a sentence for standard error, and the exit code.
package struct CommandError: Error, CustomStringConvertible {
    package let status: ExitStatus
    package let description: String

    package init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}
