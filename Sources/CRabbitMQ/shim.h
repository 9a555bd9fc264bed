#include <string.h>
#include <sys/eventfd.h>
#include <sys/time.h>
#include <amqp.h>
#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>

/* Logs in. The variadic login cannot be called from Swift; without the two capabilities a deleted
   queue and an alarm of the broker give no sign at all. `name` is what operators see. */
static inline amqp_rpc_reply_t avtalt_amqp_login(
    amqp_connection_state_t connection, const char *virtual_host, int heartbeat_seconds,
    const char *name, const char *user, const char *password) {
    amqp_table_entry_t capabilities[2];
    memset(capabilities, 0, sizeof capabilities);
    capabilities[0].key = amqp_cstring_bytes("consumer_cancel_notify");
    capabilities[1].key = amqp_cstring_bytes("connection.blocked");
    for (int i = 0; i < 2; i++) {
        capabilities[i].value.kind = AMQP_FIELD_KIND_BOOLEAN;
        capabilities[i].value.value.boolean = 1;
    }
    amqp_table_entry_t entries[2];
    memset(entries, 0, sizeof entries);
    entries[0].key = amqp_cstring_bytes("capabilities");
    entries[0].value.kind = AMQP_FIELD_KIND_TABLE;
    entries[0].value.value.table.num_entries = 2;
    entries[0].value.value.table.entries = capabilities;
    entries[1].key = amqp_cstring_bytes("connection_name");
    entries[1].value.kind = AMQP_FIELD_KIND_UTF8;
    entries[1].value.value.bytes = amqp_cstring_bytes(name);
    amqp_table_t properties = {2, entries};
    return amqp_login_with_properties(
        connection, virtual_host, 0, AMQP_DEFAULT_FRAME_SIZE, heartbeat_seconds, &properties,
        AMQP_SASL_METHOD_PLAIN, user, password);
}

/* Publishes a persistent message that must be routed; `lifetime_milliseconds` is
   null for one that is never too old. Its many C structures live on this stack. */
static inline int avtalt_amqp_publish(
    amqp_connection_state_t connection, const char *exchange, const char *routing_key,
    const char *message_id, const char *type, int32_t attempt, const char *lifetime_milliseconds,
    const void *body, size_t length) {
    amqp_table_entry_t header;
    memset(&header, 0, sizeof header);
    header.key = amqp_cstring_bytes("attempt");
    header.value.kind = AMQP_FIELD_KIND_I32;
    header.value.value.i32 = attempt;
    amqp_basic_properties_t properties;
    memset(&properties, 0, sizeof properties);
    properties._flags = AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_DELIVERY_MODE_FLAG |
                        AMQP_BASIC_MESSAGE_ID_FLAG | AMQP_BASIC_TYPE_FLAG |
                        AMQP_BASIC_HEADERS_FLAG;
    properties.content_type = amqp_cstring_bytes("application/json");
    properties.delivery_mode = AMQP_DELIVERY_PERSISTENT;
    properties.message_id = amqp_cstring_bytes(message_id);
    properties.type = amqp_cstring_bytes(type);
    if (lifetime_milliseconds) {
        properties._flags |= AMQP_BASIC_EXPIRATION_FLAG;
        properties.expiration = amqp_cstring_bytes(lifetime_milliseconds);
    }
    properties.headers.num_entries = 1;
    properties.headers.entries = &header;
    amqp_bytes_t content = {length, (void *)body};
    return amqp_basic_publish(
        connection, 1, amqp_cstring_bytes(exchange), amqp_cstring_bytes(routing_key), 1, 0,
        &properties, content);
}
