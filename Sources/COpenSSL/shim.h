/* SHA256_Init and its fellows hash in place, without a context on the heap; OpenSSL 3 marks
   them as deprecated and keeps them. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
