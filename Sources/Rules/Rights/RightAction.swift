/// What somebody may do with a record.
package enum RightAction: String, CaseIterable, Hashable, Sendable, Codable {
    case read
    /// To add, change, cancel and end; nothing is deleted.
    case write
    /// To adopt a plan or to approve an evaluation.
    case approve
    /// To retry, cancel, pause and resume what the coordinator does, and to have it remind people.
    case steer
    /// To take over what somebody hands over.
    case accept
}
