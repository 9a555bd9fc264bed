import CCurl
import Foundation

/// Asks a provider over HTTP, through libcurl.
///
/// One question is 10 seconds and a megabyte at most, follows no redirect and goes through no
/// proxy that the environment names.
struct WebClient: Sendable {
    /// What came back.
    struct Answer: Sendable {
        let status: Int
        let body: Data
    }

    /// Nothing came back; the sentence is libcurl's.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let authorities: String?
    /// Whether addresses without encryption are asked too.
    let allowsPlain: Bool
    private let queue = DispatchQueue(label: "avtalt.openid", attributes: .concurrent)

    init(authorities: String?, allowsPlain: Bool) {
        self.authorities = authorities
        self.allowsPlain = allowsPlain
    }

    func get(_ address: String) async throws(Failure) -> Answer {
        try await perform(address, form: nil, user: nil)
    }

    /// Posts a form; `user` proves the client by name and password (RFC 6749, 2.3.1).
    func post(_ form: [String: String], to address: String, user: (String, String)?)
        async throws(Failure) -> Answer
    {
        try await perform(address, form: FormText.encode(form), user: user)
    }

    private func perform(_ address: String, form: String?, user: (String, String)?)
        async throws(Failure) -> Answer
    {
        let result = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: WebTransfer(self).run(address, form: form, user: user))
            }
        }
        return try result.get()
    }
}

/// Once per process, before the first handle.
private let libcurlIsReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

/// One question and its answer, on the thread that it was begun on.
private struct WebTransfer {
    private let client: WebClient

    init(_ client: WebClient) {
        self.client = client
    }

    func run(_ address: String, form: String?, user: (String, String)?)
        -> Result<WebClient.Answer, WebClient.Failure>
    {
        guard libcurlIsReady, let handle = curl_easy_init() else {
            return .failure(WebClient.Failure(description: "libcurl could not be started"))
        }
        defer { curl_easy_cleanup(handle) }
        let headers = curl_slist_append(nil, "Accept: application/json")
        defer { curl_slist_free_all(headers) }
        let body = Body()
        return withExtendedLifetime(body) {
            var codes =
                settings(handle, address) + [
                    avtalt_curl_set_list(handle, CURLOPT_HTTPHEADER, headers),
                    avtalt_curl_set_writer(handle, collect),
                    avtalt_curl_set_pointer(
                        handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(body).toOpaque()),
                ]
            if let form {
                codes.append(avtalt_curl_set_string(handle, CURLOPT_COPYPOSTFIELDS, form))
            }
            if let user {
                codes += [
                    avtalt_curl_set_string(handle, CURLOPT_USERNAME, FormText.escape(user.0)),
                    avtalt_curl_set_string(handle, CURLOPT_PASSWORD, FormText.escape(user.1)),
                ]
            }
            let code = codes.first { $0 != CURLE_OK } ?? curl_easy_perform(handle)
            guard code == CURLE_OK else {
                let reason = String(cString: curl_easy_strerror(code))
                return .failure(WebClient.Failure(description: reason))
            }
            var status = 0
            avtalt_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
            return .success(WebClient.Answer(status: status, body: body.data))
        }
    }

    private func settings(_ handle: UnsafeMutableRawPointer, _ address: String) -> [CURLcode] {
        var codes = [
            avtalt_curl_set_string(handle, CURLOPT_URL, address),
            avtalt_curl_set_string(
                handle, CURLOPT_PROTOCOLS_STR, client.allowsPlain ? "http,https" : "https"),
            avtalt_curl_set_string(handle, CURLOPT_PROXY, ""),
            avtalt_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            avtalt_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0),
            avtalt_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, 5000),
            avtalt_curl_set_long(handle, CURLOPT_TIMEOUT_MS, 10_000),
        ]
        if let authorities = client.authorities {
            codes.append(avtalt_curl_set_string(handle, CURLOPT_CAINFO, authorities))
        }
        return codes
    }
}

/// What has come so far.
private final class Body {
    var data = Data()
    static let most = 1 << 20
}

/// Takes a piece of the body; fewer bytes than came end the transfer.
private func collect(
    _ start: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ target: UnsafeMutableRawPointer?
) -> Int {
    guard let start, let target else { return 0 }
    let body = Unmanaged<Body>.fromOpaque(target).takeUnretainedValue()
    guard body.data.count + size * count <= Body.most else { return 0 }
    body.data.append(
        UnsafeRawBufferPointer(start: start, count: size * count).bindMemory(to: UInt8.self))
    return size * count
}
