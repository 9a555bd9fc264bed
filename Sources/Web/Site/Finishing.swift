import Checksum
import Foundation
import HTTPTypes
import Hummingbird

/// Turns a reply into a response: its headers, its ETag, and gzip where the browser takes it.
struct Finishing {
    let site: Site
    let request: Request

    /// Nothing from elsewhere, nothing inline, in no frame of others; forms go to the site alone.
    static let policy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
        connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    /// Below this many bytes gzip saves nothing that a packet would notice.
    private static let worthCompressing = 1000

    func response(_ reply: Reply) -> Response {
        var headers = reply.headers
        setSecurity(&headers)
        for cookie in reply.cookies {
            headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        guard let (bytes, type) = content(of: reply) else {
            headers[.cacheControl] = "no-store"
            return Response(status: reply.status, headers: headers)
        }
        headers[.contentType] = type
        if reply.isSecret {
            headers[.cacheControl] = "no-store"
            headers[.xRobotsTag] = "noindex"
            return sent(bytes, type: type, of: reply, headers: headers)
        }
        headers[.cacheControl] =
            reply.isImmutable ? "public, max-age=31536000, immutable" : "private, no-cache"
        headers[.vary] = "Accept-Encoding, Authorization, Cookie"
        if reply.status == .ok {
            let tag = headers[.eTag] ?? entityTag(of: reply, bytes)
            headers[.eTag] = tag
            if reply.cookies.isEmpty, matches(tag) {
                headers[.contentType] = nil
                return Response(status: .notModified, headers: headers)
            }
        }
        return sent(bytes, type: type, of: reply, headers: headers)
    }

    private func content(of reply: Reply) -> (bytes: [UInt8], type: String)? {
        switch reply.body {
        case .none: nil
        case .html(let text): (Array(text.utf8), "text/html; charset=utf-8")
        case .kept(let page): (page.html, "text/html; charset=utf-8")
        case .bytes(let bytes, let type): (bytes, type)
        }
    }

    private func setSecurity(_ headers: inout HTTPFields) {
        headers[.contentSecurityPolicy] = Self.policy
        headers[.xContentTypeOptions] = "nosniff"
        headers[.referrerPolicy] = "same-origin"
        headers[.xFrameOptions] = "DENY"
        headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        headers[.crossOriginOpenerPolicy] = "same-origin"
        headers[.crossOriginResourcePolicy] = "same-origin"
        if site.settings.isEncrypted {
            headers[.strictTransportSecurity] = "max-age=31536000"
        }
    }

    /// Weak, since the same content may come compressed or not.
    static func entityTag(of bytes: [UInt8]) -> String {
        "W/\"\(Checksum.hexadecimal(of: Data(bytes)).prefix(24))\""
    }

    private func entityTag(of reply: Reply, _ bytes: [UInt8]) -> String {
        if case .kept(let page) = reply.body { return page.tag }
        return Self.entityTag(of: bytes)
    }

    private func matches(_ tag: String) -> Bool {
        guard request.method == .get || request.method == .head,
            let header = request.headers[.ifNoneMatch]
        else { return false }
        return header.split(separator: ",").contains { String($0).trimmed == tag }
    }

    /// The content, through gzip where that is worth it and the browser takes it.
    private func sent(
        _ bytes: [UInt8], type: String, of reply: Reply, headers: HTTPFields
    ) -> Response {
        let status = reply.status
        var headers = headers
        let isText =
            type.hasPrefix("text/") || type.hasPrefix("application/json")
            || type == "image/svg+xml" || type.hasPrefix("application/problem+json")
        let accepted = request.headers[.acceptEncoding] ?? ""
        if isText, bytes.count >= Self.worthCompressing, Gzip.isAccepted(accepted),
            let smaller = compressed(bytes, of: reply)
        {
            headers[.contentEncoding] = "gzip"
            return Response(
                status: status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: smaller)))
        }
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func compressed(_ bytes: [UInt8], of reply: Reply) -> [UInt8]? {
        if case .kept(let page) = reply.body { return page.gzip }
        return Gzip.compress(bytes)
    }
}
