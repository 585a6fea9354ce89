#ifndef PROBE_KERNELS_H
#define PROBE_KERNELS_H

// The draws of the simulation's kernel from another generator, to be measured beside it; in no product.

#include "milepost_kernels.h"

// Durations of `count` triangles in whole minutes, by Philox4x32-10 with the seed as key and (block, key0, key1, key2) of
// each triangle as counter. A block's four words serve four iterations: 32 iterations with AVX2 and on the baseline,
// 64 with AVX-512, sixteen to each of `works`, at works[i] + 16 node. The words alone: of a counter (block, three words).
#define PROBE_PATH(path)                                                                                     \
  void probe_philox_##path(                                                                                  \
      const milepost_triangle *triangles, int32_t count, uint32_t block, uint64_t seed, float *const *works); \
  void probe_philox_words_##path(uint32_t block, const uint32_t *counter, uint64_t seed, uint32_t *words);
PROBE_PATH(baseline)
PROBE_PATH(avx2)
PROBE_PATH(avx512)

#endif
