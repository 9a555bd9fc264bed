#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

static inline int avtalt_give_back_object(struct dl_phdr_info *object, size_t size, void *data) {
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

/// Gives back what is resident of the code of the program and its libraries: whatever was needed to
/// start alone. The rest comes back from the file, or rather from the cache of files, as it is used.
static inline void avtalt_give_back_code(void) {
    dl_iterate_phdr(avtalt_give_back_object, NULL);
}
