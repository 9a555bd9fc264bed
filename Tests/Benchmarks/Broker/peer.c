/* The plain C program beside which our publisher and consumer are measured: librabbitmq, one
   connection, one channel, nothing else. Its messages are the same: a broker has more to do for one
   with properties than for one without. It prints messages per second.

   peer publish HOST PORT VHOST QUEUE COUNT WINDOW
   peer consume HOST PORT VHOST QUEUE COUNT PREFETCH */
#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void fail(const char *what) {
    fprintf(stderr, "peer: %s\n", what);
    exit(1);
}

static void check(amqp_rpc_reply_t reply, const char *what) {
    if (reply.reply_type != AMQP_RESPONSE_NORMAL) fail(what);
}

static void publish(amqp_connection_state_t c, const char *queue, long count, long window) {
    static char body[1024];
    amqp_basic_properties_t properties;
    memset(body, 'x', sizeof body);
    memset(&properties, 0, sizeof properties);
    properties._flags = AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_DELIVERY_MODE_FLAG |
                        AMQP_BASIC_MESSAGE_ID_FLAG | AMQP_BASIC_TYPE_FLAG |
                        AMQP_BASIC_HEADERS_FLAG;
    properties.content_type = amqp_cstring_bytes("application/json");
    properties.delivery_mode = AMQP_DELIVERY_PERSISTENT;
    properties.message_id = amqp_cstring_bytes("m");
    properties.type = amqp_cstring_bytes("benchmark");
    amqp_table_entry_t header;
    memset(&header, 0, sizeof header);
    header.key = amqp_cstring_bytes("attempt");
    header.value.kind = AMQP_FIELD_KIND_I32;
    header.value.value.i32 = 1;
    properties.headers.num_entries = 1;
    properties.headers.entries = &header;
    amqp_confirm_select(c, 1);
    check(amqp_get_rpc_reply(c), "no confirms");
    amqp_bytes_t bytes = {sizeof body, body};
    long sent = 0, confirmed = 0;
    while (confirmed < count) {
        while (sent < count && sent - confirmed < window) {
            if (amqp_basic_publish(c, 1, amqp_empty_bytes, amqp_cstring_bytes(queue), 1, 0,
                                   &properties, bytes) < 0)
                fail("cannot publish");
            sent++;
        }
        amqp_frame_t frame;
        if (amqp_simple_wait_frame(c, &frame) < 0) fail("no frame");
        if (frame.frame_type != AMQP_FRAME_METHOD ||
            frame.payload.method.id != AMQP_BASIC_ACK_METHOD)
            fail("not confirmed");
        amqp_basic_ack_t *ack = frame.payload.method.decoded;
        confirmed = ack->multiple ? (long)ack->delivery_tag : confirmed + 1;
        amqp_maybe_release_buffers(c);
    }
}

static void consume(amqp_connection_state_t c, const char *queue, long count, long prefetch) {
    amqp_basic_qos(c, 1, 0, prefetch, 0);
    check(amqp_get_rpc_reply(c), "no prefetch");
    amqp_basic_consume(c, 1, amqp_cstring_bytes(queue), amqp_empty_bytes, 0, 0, 0,
                       amqp_empty_table);
    check(amqp_get_rpc_reply(c), "cannot consume");
    for (long i = 0; i < count; i++) {
        amqp_envelope_t envelope;
        amqp_maybe_release_buffers(c);
        check(amqp_consume_message(c, &envelope, NULL, 0), "no message");
        if (amqp_basic_ack(c, 1, envelope.delivery_tag, 0) < 0) fail("cannot acknowledge");
        amqp_destroy_envelope(&envelope);
    }
}

int main(int argc, char **argv) {
    if (argc != 8) fail("publish|consume HOST PORT VHOST QUEUE COUNT WINDOW|PREFETCH");
    amqp_connection_state_t c = amqp_new_connection();
    amqp_socket_t *socket = amqp_tcp_socket_new(c);
    if (amqp_socket_open(socket, argv[2], atoi(argv[3]))) fail("no broker");
    check(amqp_login(c, argv[4], 0, AMQP_DEFAULT_FRAME_SIZE, 0, AMQP_SASL_METHOD_PLAIN, "guest",
                     "guest"), "no login");
    amqp_channel_open(c, 1);
    check(amqp_get_rpc_reply(c), "no channel");
    long count = atol(argv[6]);
    double start = now();
    (argv[1][0] == 'p' ? publish : consume)(c, argv[5], count, atol(argv[7]));
    printf("%.0f\n", count / (now() - start));
    amqp_connection_close(c, AMQP_REPLY_SUCCESS);
    amqp_destroy_connection(c);
    return 0;
}
