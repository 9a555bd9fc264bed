import Foundation

/// A mail server on the loopback that answers as it is told, on a thread of its own.
///
/// It takes one connection after another until it is stopped.
final class SMTPServer: Sendable {
    /// How it answers.
    enum Manner: Sendable {
        case accept
        case greylist
        case refuseRecipient
        case refuseBody
        case refuseLogin
        case refuseGreeting
        case hangUp
    }

    let port: Int
    private let socket: Int32
    private let log = Log()

    /// What it has been told, in order, one message's body a single line.
    var commands: [String] { log.lines }

    init(_ manner: Manner) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) | listen(socket, 8) | getsockname(socket, $0, &length)
            }
        }
        guard bound == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin_port))
        let log = log
        Thread.detachNewThread {
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                SMTPSession(connection: connection, manner: manner, log: log).run()
                close(connection)
            }
        }
    }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }
}

/// Lines that one thread writes and another reads.
final class Log: Sendable {
    private let lock = NSLock()
    nonisolated(unsafe) private var kept: [String] = []

    var lines: [String] { lock.withLock { kept } }

    func add(_ line: String) { lock.withLock { kept.append(line) } }
}

/// One connection to the server.
private struct SMTPSession {
    let connection: Int32
    let manner: SMTPServer.Manner
    let log: Log

    func run() {
        if manner == .hangUp { return }
        say(manner == .refuseGreeting ? "554 not today" : "220 test")
        while let line = readLine() {
            log.add(line)
            guard let reply = reply(to: line) else { return }
            say(reply)
            if line == "DATA", reply.hasPrefix("354") {
                log.add(body())
                say(manner == .refuseBody ? "554 looks like spam" : "250 taken")
            }
            if line == "QUIT" { return }
        }
    }

    private func reply(to line: String) -> String? {
        switch line.prefix(4).uppercased() {
        case "EHLO": manner == .refuseLogin ? "250-test\r\n250 AUTH PLAIN" : "250 test"
        case "AUTH": "535 wrong password"
        case "RCPT":
            switch manner {
            case .greylist: "451 come back later"
            case .refuseRecipient: "550 no such user"
            default: "250 ok"
            }
        case "DATA": "354 go on"
        case "QUIT": "221 bye"
        default: "250 ok"
        }
    }

    private func body() -> String {
        var lines: [String] = []
        while let line = readLine(), line != "." {
            lines.append(line.hasPrefix("..") ? String(line.dropFirst()) : line)
        }
        return lines.map { $0 + "\r\n" }.joined()
    }

    private func say(_ line: String) {
        let bytes = Array("\(line)\r\n".utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Without its line break; nil when the client has gone.
    private func readLine() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) == 1 {
            if byte == 0x0A { return String(decoding: bytes.dropLast(), as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }
}
