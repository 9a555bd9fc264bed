#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CMalloc.h"

#include <link.h>
#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

void avtalt_share_one_arena(void) {
    mallopt(M_ARENA_MAX, 1);
}

static int give_back(struct dl_phdr_info *object, size_t size, void *data) {
    (void)size;
    (void)data;
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int number = 0; number < object->dlpi_phnum; number += 1) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[number];
        if (part->p_type != PT_LOAD || (part->p_flags & PF_W) != 0) continue;
        const uintptr_t start = (uintptr_t)(object->dlpi_addr + part->p_vaddr);
        const uintptr_t first = (start + page - 1) / page * page;
        const uintptr_t end = (start + part->p_filesz) / page * page;
        if (end > first) madvise((void *)first, end - first, MADV_DONTNEED);
    }
    return 0;
}

void avtalt_give_back_code(void) {
    dl_iterate_phdr(give_back, NULL);
}
