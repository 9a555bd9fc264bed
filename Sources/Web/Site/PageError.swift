import HTTPTypes

/// Why a request gets no page of its own; each has an error page that says what to do.
enum PageError: Error, Hashable, Sendable {
    /// There is no such address, or no such record; which one is not told apart.
    case notFound
    /// The address is there, and is asked for in another way: with one of these methods.
    case methodNotAllowed([HTTPRequest.Method])
    /// The register's state speaks against it, and no form is there that could say so.
    case conflict
    /// The reader has not the right.
    case forbidden
    /// Somebody must sign in first; what was posted is carried along.
    case signInFirst
    /// The form was not made for this session, or came from another site.
    case foreignForm
    /// What was sent is larger than the number of bytes.
    case tooLarge(limit: Int)
    /// What was sent cannot be read as a form.
    case malformed
    /// Too many tries; again after so many seconds.
    case tooMany(after: Int)
    /// The register is held by somebody else for long.
    case busy
    /// What nobody foresaw; the logs have it under the request's id.
    case unforeseen
}
