/// What is known of a message after publishing it.
package enum Publication: Hashable, Sendable {
    /// The queue has it and there is a worker's queue for it.
    case confirmed
    /// There is no queue for its worker.
    case returned(reason: String)
    /// The queue has refused it, for instance because it is full.
    case refused(reason: String)
    /// No answer came: it may be there or not.
    case unknown(reason: String)
}
