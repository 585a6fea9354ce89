#include "probe_kernels.h"

#define WIDTH 8
#define NAME(x) x##_baseline
#define TARGET
#include "philox.inc"
#undef WIDTH
#undef NAME
#undef TARGET

#if defined(__x86_64__)

#define WIDTH 8
#define NAME(x) x##_avx2
#define TARGET __attribute__((target("arch=x86-64-v3")))
#include "philox.inc"
#undef WIDTH
#undef NAME
#undef TARGET

#define WIDTH 16
#define NAME(x) x##_avx512
#define TARGET __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#include "philox.inc"

#else

// Never called: there is no wide path.
#define PROBE_NOTHING(path)                                                                              \
  void probe_philox_##path(const milepost_triangle *t, int32_t c, uint32_t b, uint64_t s, float *const *w) {} \
  void probe_philox_words_##path(uint32_t b, const uint32_t *c, uint64_t s, uint32_t *w) {}
PROBE_NOTHING(avx2)
PROBE_NOTHING(avx512)

#endif
