/// Why a PDF could not be written.
package enum PrintError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(program: String)
    case switchedOff
    case tookTooLong(seconds: Int)
    case notWritten(reason: String)

    package var description: String {
        switch self {
        case .missing(let program):
            """
            PDF needs the program \(program), which is not here. Install Debian's weasyprint, name \
            another place in pdf.program, or take another format.
            """
        case .switchedOff:
            "PDF is switched off by pdf.program in the settings. Take another format."
        case .tookTooLong(let seconds):
            """
            The PDF was not ready after \(seconds) seconds. Choose a shorter period or one unit, \
            or take another format.
            """
        case .notWritten(let reason): "The PDF could not be written: \(reason)."
        }
    }
}
