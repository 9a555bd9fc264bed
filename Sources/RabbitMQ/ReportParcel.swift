import Foundation
import Tasks

/// Reports that travel in one message: what a worker's tasks come to at about the same time.
struct ReportParcel {
    /// The type of messages that are reports.
    static let messageType = "reports"
    /// The largest body: one report of the largest size, and its brackets.
    static let bodyLimit = Envelope.bodyLimit + 2

    /// More reports, or more bytes, begin another message.
    private static let bounds = (reports: 250, bytes: 256 * 1024)

    /// How many reports are in it.
    let count: Int
    let message: Message

    /// Packs reports, in order. One that is too large for a message ends its task as rejected.
    static func packing(_ reports: [TaskReport]) -> [ReportParcel] {
        var parcels: [ReportParcel] = []
        var (count, body, first) = (0, Data(), 0)
        func close(before next: Int) {
            guard count > 0 else { return }
            parcels.append(ReportParcel(count: count, first: reports[first], reports: body))
            (count, body, first) = (0, Data(), next)
        }
        for (index, report) in reports.enumerated() {
            let next = report.body
            if count == bounds.reports || body.count + next.count > bounds.bytes {
                close(before: index)
            }
            if count > 0 { body.append(UInt8(ascii: ",")) }
            body.append(next)
            count += 1
        }
        close(before: reports.count)
        return parcels
    }

    private init(count: Int, first: TaskReport, reports: Data) {
        self.count = count
        message = Message(
            exchange: Topology.results, routingKey: Topology.results, id: first.id.text,
            type: Self.messageType, attempt: first.attempt,
            body: Data("[".utf8) + reports + Data("]".utf8))
    }
}

extension TaskReport {
    fileprivate var body: Data {
        do {
            let body = try JSONEncoder().encode(self)
            guard body.count > Envelope.bodyLimit else { return body }
            let problem = Unreadable.tooLarge(bytes: body.count, limit: Envelope.bodyLimit)
            return rejected("\(problem)").body
        } catch {
            return rejected("The report cannot be written: \(error)").body
        }
    }

    private func rejected(_ reason: String) -> TaskReport {
        var report = self
        report.event = .finished(.rejected(reason: reason))
        return report
    }
}
