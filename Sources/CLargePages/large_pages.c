#define _GNU_SOURCE
#include "large_pages.h"

#include <stdlib.h>

#if defined(__GLIBC__)

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

void milepost_use_large_pages(void) {
  const int room = 64 << 20;
  const uintptr_t large = 2 << 20;
  mallopt(M_ARENA_MAX, 1);               // threads share what one of them has given back
  mallopt(M_MMAP_THRESHOLD, 32 << 20);   // the most there is; what is smaller is used again
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  // Addresses, not memory: pages come when they are touched.
  mallopt(M_TOP_PAD, room);
  void *volatile grown = malloc(1 << 20);
  free(grown);
  mallopt(M_TOP_PAD, 1 << 20);
  const uintptr_t end = (uintptr_t)sbrk(0);
  if (grown == NULL || (uintptr_t)grown >= end || end - (uintptr_t)grown < (uintptr_t)room) return;
  const uintptr_t start = ((uintptr_t)grown + large - 1) & ~(large - 1);
  madvise((void *)start, (end - start) & ~(large - 1), MADV_HUGEPAGE);
}

#else

void milepost_use_large_pages(void) {}

#endif
