import Hummingbird
import Logging
import NIOCore

/// What Hummingbird carries along a request.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Address of the peer without its port; nil where there is no network.
    let peer: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// A request that came by no network.
    init(logger: Logger, peer: String?) {
        coreContext = CoreRequestContextStorage(source: Origin(logger: logger))
        self.peer = peer
    }

    private struct Origin: RequestContextSource {
        let logger: Logger
    }
}
