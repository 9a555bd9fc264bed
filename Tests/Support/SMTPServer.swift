import Foundation
import Synchronization

/// A mail server on the loopback that answers as it is told, each connection on a thread of its
/// own.
///
/// It takes connections until it is stopped.
package final class SMTPServer: Sendable {
    /// How it answers.
    package enum Manner: Sendable, Equatable {
        case accept
        case greylist
        /// As servers do in earnest: a recipient is put off the first time, and taken the second.
        case greylistOnce
        case refuseRecipient
        /// The recipients whose command holds the text.
        case refuse(String)
        /// Never answers when one of those recipients is named.
        case ignore(String)
        case refuseBody
        /// Takes a message to its end and says «later» then, the first time.
        case putOffBody
        case refuseLogin
        case refuseGreeting
        case hangUp
        /// Waits so many milliseconds before each answer.
        case slow(Int)
    }

    package let port: Int
    private let socket: Int32
    private let log = Log()

    /// What it has been told, in order, one message's body a single line.
    package var commands: [String] { log.lines }

    /// - Parameter port: That of an earlier one that was stopped; 0 for any that is free.
    package init(_ manner: Manner, port wanted: Int = 0) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var isReused: Int32 = 1
        setsockopt(
            socket, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_port = UInt16(wanted).bigEndian
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) | listen(socket, 64) | getsockname(socket, $0, &length)
            }
        }
        guard bound == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin_port))
        let log = log
        Thread.detachNewThread {
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread {
                    SMTPSession(connection: connection, manner: manner, log: log).run()
                    close(connection)
                }
            }
        }
    }

    /// Nobody listens any more; what is under way goes on.
    package func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }
}

/// Lines that one thread writes and another reads.
private final class Log: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    /// Answers how often it has been said now.
    @discardableResult
    func add(_ line: String) -> Int {
        kept.withLock { kept in
            kept.append(line)
            return kept.count { $0 == line }
        }
    }
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
            let times = log.add(line)
            guard let reply = reply(to: line, times: times) else { return }
            say(reply)
            if line == "DATA", reply.hasPrefix("354") { say(verdict(times: log.add(body()))) }
            if line == "QUIT" { return }
        }
    }

    private func verdict(times: Int) -> String {
        switch manner {
        case .refuseBody: "554 looks like spam"
        case .putOffBody where times == 1: "451 come back later"
        default: "250 taken"
        }
    }

    private func reply(to line: String, times: Int) -> String? {
        switch line.prefix(4).uppercased() {
        case "EHLO": manner == .refuseLogin ? "250-test\r\n250 AUTH PLAIN" : "250 test"
        case "AUTH": "535 wrong password"
        case "RCPT":
            switch manner {
            case .greylist: "451 come back later"
            case .greylistOnce where times == 1: "451 come back later"
            case .refuseRecipient: "550 no such user"
            case .refuse(let text) where line.contains(text): "550 no such user"
            case .ignore(let text) where line.contains(text): waitForTheEnd()
            default: "250 ok"
            }
        case "DATA": "354 go on"
        case "QUIT": "221 bye"
        default: "250 ok"
        }
    }

    /// Says nothing until the client has gone.
    private func waitForTheEnd() -> String? {
        while let line = readLine() { log.add(line) }
        return nil
    }

    private func body() -> String {
        var lines: [String] = []
        while let line = readLine(), line != "." {
            lines.append(line.hasPrefix("..") ? String(line.dropFirst()) : line)
        }
        return lines.map { $0 + "\r\n" }.joined()
    }

    private func say(_ line: String) {
        if case .slow(let milliseconds) = manner { usleep(UInt32(milliseconds) * 1000) }
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
