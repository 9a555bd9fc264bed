/// A worker that is killed while it sends, so many times, and started anew each time.
package struct KilledSender {
    /// What did not come about in its time.
    package struct TookTooLong: Error, CustomStringConvertible {
        let what: String
        let limit: Duration

        package var description: String { "\(what) has not come within \(limit)." }
    }

    private let server: MailServer
    private let mails: Int
    private let kills: Int
    private let deadline: Duration

    /// - Parameters:
    ///   - mails: How many are sent altogether; the kills fall evenly among them.
    ///   - deadline: For the mails before each kill.
    package init(server: MailServer, mails: Int, kills: Int, deadline: Duration) {
        self.server = server
        self.mails = mails
        self.kills = kills
        self.deadline = deadline
    }

    /// Answers the worker that was started last, which goes on.
    ///
    /// - Parameter kill: Waits until it has ended.
    package func run<Worker>(
        start: () async throws -> Worker, kill: (Worker) async throws -> Void
    ) async throws -> Worker {
        var worker = try await start()
        for turn in 1...kills {
            let enough = mails * turn / (kills + 1)
            let hasCome = try await answer(within: deadline, while: true) { () -> Bool? in
                server.count >= enough ? true : nil
            }
            if hasCome == nil { throw TookTooLong(what: "Mail \(enough)", limit: deadline) }
            try await kill(worker)
            worker = try await start()
        }
        return worker
    }
}
