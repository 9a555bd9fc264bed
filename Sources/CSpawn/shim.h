#include <spawn.h>

/* glibc 2.34 and later; <spawn.h> declares it for GNU sources alone, which Swift does not ask for. */
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

static inline int avtalt_spawn_close_from(posix_spawn_file_actions_t *actions, int from) {
    return posix_spawn_file_actions_addclosefrom_np(actions, from);
}
