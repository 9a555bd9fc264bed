/// Who changes the register, and in which request, for the audit trail.
package struct Author: Hashable, Sendable {
    /// Id of a user or a service, or the name of the account that ran a command.
    package let actor: String
    /// Identifier of the request, the command run or the task; it is in the logs too.
    package let request: String

    package init(actor: String, request: String) {
        self.actor = actor
        self.request = request
    }
}
