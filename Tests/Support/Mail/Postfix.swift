import Foundation

/// A Postfix of the test's own on the loopback, with its configuration, queue and mailboxes in one
/// folder; Debian's programs, and none of Debian's settings. Its `master` wants to be started by
/// root.
///
/// `gone@example.no` is refused, every other address of `example.no` lands in one mailbox.
package final class Postfix: Sendable {
    /// Why there is none.
    package enum Trouble: Error, CustomStringConvertible {
        case missing(program: String)
        case silent(log: String)

        package var description: String {
            switch self {
            case .missing(let program):
                "There is no \(program): `ops/packages test` installs it."
            case .silent(let log): "Postfix does not answer: \(log)"
            }
        }
    }

    private static let program = "/usr/lib/postfix/sbin/master"

    package let port: Int
    private let folder: TemporaryFolder
    private let process: Process

    package static func start() async throws -> Postfix {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Trouble.missing(program: program)
        }
        let postfix = try Postfix(port: Port.free()[0])
        let end = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < end, postfix.process.isRunning {
            if Port.answers(postfix.port) { return postfix }
            try await Task.sleep(for: .milliseconds(50))
        }
        postfix.stop()
        throw Trouble.silent(log: postfix.log)
    }

    private init(port: Int) throws {
        self.port = port
        folder = try TemporaryFolder()
        process = Process()
        process.executableURL = URL(filePath: Self.program)
        process.arguments = ["-c", folder.path("etc"), "-d"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try prepare()
        try process.run()
    }

    /// The mails that have reached the mailbox, as they are.
    package var mails: [String] {
        get throws {
            let inbox = URL(filePath: folder.path("mail/all/new"))
            guard FileManager.default.fileExists(atPath: inbox.path) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: inbox.path).map {
                try String(contentsOf: inbox.appending(path: $0), encoding: .utf8)
            }
        }
    }

    /// What it has written of itself.
    package var log: String {
        FileManager.default.contents(atPath: folder.path("log")).map {
            String(decoding: $0, as: UTF8.self)
        } ?? "no log"
    }

    /// Ends the process that was started; those that it has started see it and end themselves.
    ///
    /// Asked politely, it signals its whole group, which may be the tests' own.
    package func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
    }

    // MARK: Its folder

    private func prepare() throws {
        for queue in [
            "active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming",
            "private", "public", "maildrop", "pid", "saved", "trace",
        ] {
            try make("queue/\(queue)", owner: queue == "pid" ? "root" : "postfix")
        }
        try make("data", owner: "postfix")
        try make("mail", owner: "nobody")
        try make("etc", owner: "root")
        // Its servers run as other users, which must be let in.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
        try Data(settings.utf8).write(to: URL(filePath: folder.path("etc/main.cf")))
        try Data(services.utf8).write(to: URL(filePath: folder.path("etc/master.cf")))
    }

    private func make(_ name: String, owner: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder.path(name), withIntermediateDirectories: true)
        try FileManager.default.setAttributes(
            [.ownerAccountName: owner], ofItemAtPath: folder.path(name))
    }

    private var settings: String {
        """
        compatibility_level = 3.6
        queue_directory = \(folder.path("queue"))
        data_directory = \(folder.path("data"))
        maillog_file = \(folder.path("log"))
        maillog_file_prefixes = \(folder.url.path)
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = localhost
        mydestination =
        mynetworks = 127.0.0.0/8
        local_recipient_maps =
        alias_maps =
        virtual_mailbox_domains = example.no
        virtual_mailbox_maps = static:all/
        virtual_mailbox_base = \(folder.path("mail"))
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        smtpd_recipient_restrictions = check_recipient_access
            inline:{ { gone@example.no = 550 5.1.1 no such user } }, permit_mynetworks, reject

        """
    }

    private var services: String {
        """
        127.0.0.1:\(port) inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        proxymap unix - - n - - proxymap
        postlog unix-dgram n - n - 1 postlogd

        """
    }
}
