import CCurl
import Foundation

/// A handle of libcurl's that hands over one message after the other; it keeps the connection
/// between them where the server does. Stays on the thread that made it.
struct SMTPConnection: ~Copyable {
    private let settings: SMTPSettings
    private let handle: UnsafeMutableRawPointer?
    private let reason: UnsafeMutablePointer<CChar>

    init(_ settings: SMTPSettings) {
        self.settings = settings
        handle = libcurlIsReady ? curl_easy_init() : nil
        reason = .allocate(capacity: Int(CURL_ERROR_SIZE))
        reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    /// Says goodbye to the server.
    deinit {
        if let handle { curl_easy_cleanup(handle) }
        reason.deallocate()
    }

    /// A connection that the server has closed meanwhile, as it may after any number of mails, is
    /// made anew, once, if no word of the message was sent on it.
    borrowing func send(_ message: MailMessage) -> MailOutcome {
        guard let handle else {
            return .tryAgain("libcurl could not be started: check the memory of this machine.")
        }
        let first = transfer(message, handle, anew: false)
        guard first.isFaultOfOldConnection else { return first.verdict.outcome }
        return transfer(message, handle, anew: true).verdict.outcome
    }

    /// What one try came to.
    private struct Try {
        let verdict: SMTPVerdict
        /// Whether it went over a connection that was there before.
        let wasReused: Bool

        var isFaultOfOldConnection: Bool {
            wasReused && !verdict.hasSentBody && verdict.isConnectionEnd
        }
    }

    private borrowing func transfer(
        _ message: MailMessage, _ handle: UnsafeMutableRawPointer, anew: Bool
    ) -> Try {
        let recipients = curl_slist_append(nil, "<\(message.to.address)>")
        defer { curl_slist_free_all(recipients) }
        // Keeps the connections, and forgets whatever the last message had set.
        curl_easy_reset(handle)
        reason.pointee = 0
        var code = connect(handle)
        if code == CURLE_OK {
            avtalt_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, reason)
            avtalt_curl_set_long(handle, CURLOPT_FRESH_CONNECT, anew ? 1 : 0)
            avtalt_curl_set_string(handle, CURLOPT_MAIL_FROM, "<\(message.from.address)>")
            avtalt_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
            code = upload(message.rendered(), handle)
        }
        var connections = 0
        avtalt_curl_get_long(handle, CURLINFO_NUM_CONNECTS, &connections)
        return Try(verdict: verdict(code, handle), wasReused: connections == 0)
    }

    private borrowing func connect(_ handle: UnsafeMutableRawPointer) -> CURLcode {
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

    private borrowing func upload(_ text: String, _ handle: UnsafeMutableRawPointer) -> CURLcode {
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

    private borrowing func verdict(_ code: CURLcode, _ handle: UnsafeMutableRawPointer)
        -> SMTPVerdict
    {
        var reply = 0
        avtalt_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &reply)
        var octetsSent: curl_off_t = 0
        avtalt_curl_get_offset(handle, CURLINFO_SIZE_UPLOAD_T, &octetsSent)
        let said = String(cString: reason)
        return SMTPVerdict(
            code: code, reply: reply, hasSentBody: octetsSent > 0,
            reason: said.isEmpty ? String(cString: curl_easy_strerror(code)) : said,
            server: settings.description)
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
