import CCurl
import Foundation

/// Hands messages to a mail server through libcurl, each over a connection and on a thread of its
/// own: one that the server leaves waiting for a minute holds no other up.
///
/// There are as many at once as its worker does at the same time.
package struct SMTPDelivery: MailDelivery {
    package let settings: SMTPSettings
    private let queue = DispatchQueue(label: "avtalt.smtp", attributes: .concurrent)

    package init(settings: SMTPSettings) {
        self.settings = settings
    }

    package func deliver(_ message: MailMessage) async -> MailOutcome {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: SMTPTransfer(settings).send(message)) }
        }
    }
}

/// One connection that hands over one message.
private struct SMTPTransfer {
    private let settings: SMTPSettings

    init(_ settings: SMTPSettings) {
        self.settings = settings
    }

    func send(_ message: MailMessage) -> MailOutcome {
        guard libcurlIsReady, let handle = curl_easy_init() else {
            return .tryAgain("libcurl could not be started: check the memory of this machine.")
        }
        defer { curl_easy_cleanup(handle) }
        let recipients = curl_slist_append(nil, "<\(message.to.address)>")
        defer { curl_slist_free_all(recipients) }
        let reason = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        defer { reason.deallocate() }

        var code = connect(handle)
        guard code == CURLE_OK else { return verdict(code, handle, reason) }
        avtalt_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, reason)
        avtalt_curl_set_string(handle, CURLOPT_MAIL_FROM, "<\(message.from.address)>")
        avtalt_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        code = upload(message.rendered(), handle)
        return verdict(code, handle, reason)
    }

    private func connect(_ handle: UnsafeMutableRawPointer) -> CURLcode {
        let useSSL =
            switch settings.encryption {
            case .implicit, .required: CURLUSESSL_ALL
            case .optional: CURLUSESSL_TRY
            case .never: CURLUSESSL_NONE
            }
        var codes = [
            avtalt_curl_set_string(handle, CURLOPT_URL, settings.url),
            avtalt_curl_set_string(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            avtalt_curl_set_string(handle, CURLOPT_PROXY, ""),
            avtalt_curl_set_long(handle, CURLOPT_USE_SSL, Int(useSSL.rawValue)),
            avtalt_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            avtalt_curl_set_long(
                handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeout.wholeMilliseconds),
            avtalt_curl_set_long(handle, CURLOPT_TIMEOUT_MS, settings.timeout.wholeMilliseconds),
        ]
        if let authorities = settings.authorities {
            codes.append(avtalt_curl_set_string(handle, CURLOPT_CAINFO, authorities))
        }
        if let user = settings.user {
            codes.append(avtalt_curl_set_string(handle, CURLOPT_USERNAME, user))
            codes.append(
                avtalt_curl_set_string(handle, CURLOPT_PASSWORD, settings.password ?? ""))
        }
        return codes.first { $0 != CURLE_OK } ?? CURLE_OK
    }

    private func upload(_ text: String, _ handle: UnsafeMutableRawPointer) -> CURLcode {
        var bytes = Array(text.utf8)
        let count = bytes.count
        return bytes.withUnsafeMutableBytes { buffer in
            // Without a reader of its own libcurl reads a FILE.
            guard let file = fmemopen(buffer.baseAddress, count, "r") else {
                return CURLE_OUT_OF_MEMORY
            }
            defer { fclose(file) }
            avtalt_curl_set_pointer(handle, CURLOPT_READDATA, file)
            avtalt_curl_set_long(handle, CURLOPT_UPLOAD, 1)
            return curl_easy_perform(handle)
        }
    }

    private func verdict(
        _ code: CURLcode, _ handle: UnsafeMutableRawPointer, _ reason: UnsafePointer<CChar>
    ) -> MailOutcome {
        var reply = 0
        avtalt_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &reply)
        var octetsSent: curl_off_t = 0
        avtalt_curl_get_offset(handle, CURLINFO_SIZE_UPLOAD_T, &octetsSent)
        let said = String(cString: reason)
        return SMTPVerdict(
            code: code, reply: reply, hasSentBody: octetsSent > 0,
            reason: said.isEmpty ? String(cString: curl_easy_strerror(code)) : said,
            server: settings.description
        ).outcome
    }
}

/// Once per process, before the first handle.
private let libcurlIsReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

extension Duration {
    /// At least 1, because libcurl reads 0 as its own default.
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
