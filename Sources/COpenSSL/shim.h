/* SHA256_Init and its fellows hash in place, without a context on the heap; OpenSSL 3 marks
   them as deprecated and keeps them. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

/* A macro made of macros, which Swift does not see. */
static const int avtalt_public_key = EVP_PKEY_PUBLIC_KEY;
