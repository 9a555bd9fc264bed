import Agreements
import CRabbitMQ
import Foundation
import Settings

/// One open connection with its one channel. It belongs to the thread that made it; each call
/// blocks for as long as the settings let it, publishing excepted, which needs a watchdog.
final class Session {
    let node: String
    let connection: amqp_connection_state_t
    private var assembly = FrameAssembly(bodyLimit: Session.bodyLimit)

    /// Larger bodies are not taken in; they are delivered without.
    static let bodyLimit = 16 * 1024 * 1024
    static let channel: amqp_channel_t = 1

    /// Connects, logs in and opens the channel.
    init(_ broker: BrokerAddress, settings: LinkSettings) throws(BrokerError) {
        node = "\(broker.host):\(broker.port)"
        guard let connection = amqp_new_connection() else {
            throw .lost(node: node, reason: "out of memory")
        }
        self.connection = connection
        var limit = timeval(settings.callLimit)
        amqp_set_handshake_timeout(connection, &limit)
        amqp_set_rpc_timeout(connection, &limit)
        let socket = try broker.usesTLS ? secureSocket(broker) : plainSocket()
        let status = amqp_socket_open_noblock(socket, broker.host, Int32(broker.port), &limit)
        if let error = BrokerError.of(status: status, node: node) {
            guard case .lost(_, let reason) = error else { throw error }
            throw .unreachable(node: node, reason: reason)
        }
        try check(
            avtalt_amqp_login(
                connection, broker.virtualHost,
                Int32(settings.heartbeat.components.seconds), settings.name, broker.user,
                broker.password.reveal()))
        amqp_channel_open(connection, Self.channel)
        try check(amqp_get_rpc_reply(connection))
    }

    deinit {
        amqp_destroy_connection(connection)
    }

    var socket: Int32 { amqp_get_sockfd(connection) }

    /// Says good-bye, which gives back what was not acknowledged; a broker that does not answer is
    /// left after the time limit of calls.
    func close() {
        amqp_connection_close(connection, AMQP_REPLY_SUCCESS)
    }

    // MARK: Setting up

    /// Opens the channel again that the broker has just closed.
    func reopenChannel() throws(BrokerError) {
        var done = amqp_channel_close_ok_t()
        try check(
            status: amqp_send_method(
                connection, Self.channel, amqp_method_number_t(AMQP_CHANNEL_CLOSE_OK_METHOD), &done)
        )
        amqp_channel_open(connection, Self.channel)
        try check(amqp_get_rpc_reply(connection))
    }

    func declare(_ topology: Topology) throws(BrokerError) {
        for exchange in topology.exchanges { try declare(exchange) }
        for queue in topology.queues { try declare(queue) }
        for binding in topology.bindings { try declare(binding) }
    }

    private func declare(_ exchange: Topology.Exchange) throws(BrokerError) {
        let arguments = ArgumentTable(
            exchange.alternate.map { ["alternate-exchange": .text($0)] } ?? [:])
        let (name, type) = (CText(exchange.name), CText(exchange.type))
        amqp_exchange_declare(
            connection, Self.channel, name.bytes, type.bytes, 0, 1, 0, 0, arguments.table)
        try check(amqp_get_rpc_reply(connection))
    }

    private func declare(_ queue: Topology.Queue) throws(BrokerError) {
        let arguments = ArgumentTable(
            queue.arguments.merging(["x-queue-type": .text("quorum")]) { own, _ in own })
        let name = CText(queue.name)
        amqp_queue_declare(connection, Self.channel, name.bytes, 0, 1, 0, 0, arguments.table)
        try check(amqp_get_rpc_reply(connection))
    }

    private func declare(_ binding: Topology.Binding) throws(BrokerError) {
        let (queue, exchange) = (CText(binding.queue), CText(binding.exchange))
        let key = CText(binding.routingKey)
        amqp_queue_bind(
            connection, Self.channel, queue.bytes, exchange.bytes, key.bytes, amqp_empty_table)
        try check(amqp_get_rpc_reply(connection))
    }

    func startConfirming() throws(BrokerError) {
        amqp_confirm_select(connection, Self.channel)
        try check(amqp_get_rpc_reply(connection))
    }

    /// Begins to consume; the queue's name is the consumer's tag.
    func consume(_ queues: [String], prefetch: Int) throws(BrokerError) {
        amqp_basic_qos(connection, Self.channel, 0, UInt16(clamping: prefetch), 0)
        try check(amqp_get_rpc_reply(connection))
        for queue in queues {
            let name = CText(queue)
            amqp_basic_consume(
                connection, Self.channel, name.bytes, name.bytes, 0, 0, 0, amqp_empty_table)
            try check(amqp_get_rpc_reply(connection))
        }
    }

    /// Messages that a queue holds and has given to nobody.
    func readyCount(in queue: String) throws(BrokerError) -> Int {
        let name = CText(queue)
        let answer = amqp_queue_declare(
            connection, Self.channel, name.bytes, 1, 0, 0, 0, amqp_empty_table)
        try check(amqp_get_rpc_reply(connection))
        return answer.map { Int($0.pointee.message_count) } ?? 0
    }

    // MARK: Working

    func publish(_ message: Message) throws(BrokerError) {
        let lifetime: String? = message.lifetime.map { "\(max(0, $0.milliseconds))" }
        let status = message.body.withUnsafeBytes { body in
            avtalt_amqp_publish(
                connection, message.exchange, message.routingKey, message.id, message.type,
                Int32(clamping: message.attempt), lifetime, body.baseAddress, body.count)
        }
        try check(status: status)
    }

    func settle(_ settlement: DeliveryLedger.Settlement) throws(BrokerError) {
        switch settlement {
        case .acknowledge(let number, let multiple):
            try check(
                status: amqp_basic_ack(connection, Self.channel, number, multiple ? 1 : 0))
        case .requeue(let number):
            try check(status: amqp_basic_nack(connection, Self.channel, number, 0, 1))
        }
    }

    /// The next event of what has arrived; nil when nothing more has. It never waits, and sees to
    /// the heartbeats.
    func receive() throws(BrokerError) -> ChannelEvent? {
        while let frame = try nextFrame() {
            // After each frame: a message of 200 MB is one event of 1,600 frames.
            amqp_maybe_release_buffers(connection)
            if let event = assembly.take(frame) { return event }
        }
        return nil
    }

    /// Whether something was read that no poll of the socket will tell of.
    var hasBuffered: Bool {
        amqp_frames_enqueued(connection) != 0 || amqp_data_in_buffer(connection) != 0
    }

    private func nextFrame() throws(BrokerError) -> Frame? {
        var frame = amqp_frame_t()
        var atOnce = timeval()
        let status = amqp_simple_wait_frame_noblock(connection, &frame, &atOnce)
        guard status != AMQP_STATUS_TIMEOUT.rawValue else { return nil }
        try check(status: status)
        return Frame(frame, node: node)
    }

    private func check(_ reply: amqp_rpc_reply_t) throws(BrokerError) {
        if let error = BrokerError.of(reply, node: node) { throw error }
    }

    private func check(status: Int32) throws(BrokerError) {
        if let error = BrokerError.of(status: status, node: node) { throw error }
    }

    // MARK: Sockets

    private func plainSocket() throws(BrokerError) -> OpaquePointer {
        guard let socket = amqp_tcp_socket_new(connection) else {
            throw .lost(node: node, reason: "out of memory")
        }
        return socket
    }

    private func secureSocket(_ broker: BrokerAddress) throws(BrokerError) -> OpaquePointer {
        guard let socket = amqp_ssl_socket_new(connection) else {
            throw .untrusted(node: node, reason: "TLS is not to be had")
        }
        amqp_ssl_socket_set_verify_peer(socket, 1)
        amqp_ssl_socket_set_verify_hostname(socket, 1)
        try check(
            status: amqp_ssl_socket_set_ssl_versions(socket, AMQP_TLSv1_2, AMQP_TLSvLATEST))
        let authorities = broker.tls.caFile ?? BrokerAddress.TLSFiles.systemAuthorities
        try use(authorities, amqp_ssl_socket_set_cacert(socket, authorities))
        if let certificate = broker.tls.certificateFile, let key = broker.tls.keyFile {
            try use(certificate, amqp_ssl_socket_set_key(socket, certificate, key))
        }
        return socket
    }

    private func use(_ path: String, _ status: Int32) throws(BrokerError) {
        guard status < 0 else { return }
        throw .unusableFile(path: path, reason: String(cString: amqp_error_string2(status)))
    }
}

extension timeval {
    init(_ duration: Duration) {
        let milliseconds = Int(duration.wholeMilliseconds)
        self.init(tv_sec: milliseconds / 1000, tv_usec: (milliseconds % 1000) * 1000)
    }
}
