import Logging
import Register

/// Runs a step of a service that goes on after trouble that may pass: the register locked or
/// full. Nil then, once it is logged; any other error ends the service.
func attempt<Result>(
    _ trouble: Logger.Message, _ logger: Logger, _ step: () async throws -> Result
) async throws -> Result? {
    do {
        return try await step()
    } catch let error as RegisterError where error.isTransient {
        logger.warning(trouble, metadata: ["problem": "\(error)"])
        return nil
    }
}
