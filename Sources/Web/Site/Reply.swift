import HTTPTypes

/// What a handler answers; `Answering` turns it into a response with its headers.
struct Reply: Sendable {
    enum Body: Sendable {
        case none
        case html(String)
        /// A page that is kept as it goes out.
        case kept(KeptPage)
        /// With its media type.
        case bytes([UInt8], type: String)
    }

    var status: HTTPResponse.Status
    var body: Body
    var headers = HTTPFields()
    /// Whole `Set-Cookie` values.
    var cookies: [String] = []
    /// Whether a browser may keep it without asking again; only what has its content in its name.
    var isImmutable = false
    /// Whether its address or its content is a secret: nobody on the way keeps it, and no search
    /// engine lists it.
    var isSecret = false

    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(status: status, body: .html(text))
    }

    /// Sends the browser on with GET; `path` is one of ours and begins with one slash.
    static func redirect(to path: String) -> Reply {
        Reply(status: .seeOther, body: .none, headers: [.location: LocalPath.safe(path)])
    }

    /// What is shown in the browser or read by a program.
    static func bytes(_ bytes: [UInt8], type: String) -> Reply {
        Reply(status: .ok, body: .bytes(bytes, type: type))
    }

    /// What is saved as a file and never shown, whatever it holds.
    static func attachment(_ bytes: [UInt8], type: String, name: String) -> Reply {
        var reply = Reply(status: .ok, body: .bytes(bytes, type: type))
        reply.headers[.contentDisposition] = ContentDisposition.attachment(name: name)
        return reply
    }
}
