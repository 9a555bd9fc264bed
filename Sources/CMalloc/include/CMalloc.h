#ifndef AVTALT_CMALLOC_H
#define AVTALT_CMALLOC_H

/* Declares functions of ours alone and includes nothing. What they need of glibc is declared for GNU
 * sources only, and a module that asks for that sees other definitions than Swift's own modules. */

/// Has all threads share one arena: a process with many threads and few allocations stays smaller.
void avtalt_share_one_arena(void);

/// Gives back what is resident of the code of the program and its libraries: whatever was needed to
/// start alone. The rest comes back from the file, or rather from the cache of files, as it is used.
void avtalt_give_back_code(void);

#endif
