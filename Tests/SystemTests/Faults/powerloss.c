/*
 * What a disk has when the power fails, kept beside a process by LD_PRELOAD.
 *
 * A file under POWERLOSS_FOLDER is on the disk as it was when fsync or fdatasync last returned for
 * it. This library copies it then to POWERLOSS_DISK, under its path with '%' for '/'. A copy is
 * written beside its place and renamed, so that a process that is killed leaves the copy before.
 * Names are taken to be on the disk at once, as a journal of the file system has them: what is
 * renamed, linked or removed is so among the copies too.
 *
 * With POWERLOSS_FULL, the disk is full for as long as the file of that name exists.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(result, name, ...) \
    static result (*real_##name)(__VA_ARGS__); \
    if (!real_##name) real_##name = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

/* The place of a path's copy; 0 where the path is of no concern. */
static int place(const char *path, char *copy) {
    const char *folder = getenv("POWERLOSS_FOLDER"), *disk = getenv("POWERLOSS_DISK");
    if (!folder || strncmp(path, folder, strlen(folder)) != 0) return 0;
    if (!disk) return 0;
    int length = snprintf(copy, PATH_MAX, "%s/", disk);
    for (const char *c = path + strlen(folder); *c && length < PATH_MAX - 1; c++)
        copy[length++] = *c == '/' ? '%' : *c;
    copy[length] = 0;
    return 1;
}

static int path_of(int descriptor, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return 1;
}

static void keep(int descriptor) {
    char path[PATH_MAX], copy[PATH_MAX], partial[PATH_MAX + 32], bytes[65536];
    if (!path_of(descriptor, path) || !place(path, copy)) return;
    int from = open(path, O_RDONLY | O_CLOEXEC);
    if (from < 0) return;
    snprintf(partial, sizeof partial, "%s.partial%d", copy, gettid());
    int to = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    ssize_t count = 0;
    while (to >= 0 && (count = read(from, bytes, sizeof bytes)) > 0)
        if (write(to, bytes, (size_t)count) != count) abort();
    close(from);
    if (to < 0) return;
    close(to);
    /* A folder's names need no copy: reading one fails. */
    if (count < 0) unlink(partial);
    else {
        REAL(int, rename, const char *, const char *);
        real_rename(partial, copy);
    }
}

int fsync(int descriptor) {
    REAL(int, fsync, int);
    int result = real_fsync(descriptor);
    if (result == 0) keep(descriptor);
    return result;
}

int fdatasync(int descriptor) {
    REAL(int, fdatasync, int);
    int result = real_fdatasync(descriptor);
    if (result == 0) keep(descriptor);
    return result;
}

int rename(const char *from, const char *to) {
    char old[PATH_MAX], new[PATH_MAX];
    REAL(int, rename, const char *, const char *);
    int result = real_rename(from, to);
    if (result == 0 && place(from, old) && place(to, new))
        if (real_rename(old, new) != 0) unlink(new);
    return result;
}

int link(const char *from, const char *to) {
    char old[PATH_MAX], new[PATH_MAX];
    REAL(int, link, const char *, const char *);
    int result = real_link(from, to);
    if (result == 0 && place(from, old) && place(to, new)) real_link(old, new);
    return result;
}

int unlink(const char *path) {
    char copy[PATH_MAX];
    REAL(int, unlink, const char *);
    int result = real_unlink(path);
    if (result == 0 && place(path, copy)) real_unlink(copy);
    return result;
}

/* Whether a write to this descriptor finds no room. */
static int is_full(int descriptor) {
    char path[PATH_MAX];
    const char *folder = getenv("POWERLOSS_FOLDER"), *full = getenv("POWERLOSS_FULL");
    if (!folder || !full || access(full, F_OK) != 0) return 0;
    return path_of(descriptor, path) && strncmp(path, folder, strlen(folder)) == 0;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    if (!is_full(descriptor)) return real_pwrite64(descriptor, bytes, count, offset);
    errno = ENOSPC;
    return -1;
}
