#include "milepost_kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The default generator on vectors; PlanSimulation/Random/DrawKey.swift has it in Swift. What both sides of an exclusive or
// have in common is taken once: `lane` is the iteration i as i ^ i >> 17, and so is key0.
#define MILEPOST_FOLDED(word) ((word) ^ (word) >> 17)
#define MILEPOST_EACH for (int v = 0; v < VECTORS; v++)

// One triangle, drawn by inversion, in whole minutes; step by step for all vectors, so that none waits for the one before.
// Below 2^22, rounding is what adding and taking off 3 * 2^22 gives.
#define MILEPOST_TRIANGLE(out, lane, t)                                                                          \
  {                                                                                                              \
    W h[VECTORS];                                                                                                \
    F u[VECTORS], root[VECTORS];                                                                                 \
    MILEPOST_EACH h[v] = lane[v] ^ MILEPOST_FOLDED(t->key0);                                                     \
    MILEPOST_EACH h[v] *= 0xed5ad4bbu;                                                                           \
    MILEPOST_EACH h[v] = (h[v] ^ h[v] >> 11) + t->key1;                                                          \
    MILEPOST_EACH h[v] *= 0xac4c1b51u;                                                                           \
    MILEPOST_EACH h[v] = (h[v] ^ h[v] >> 15) + t->key2;                                                          \
    MILEPOST_EACH h[v] *= 0x31848babu;                                                                           \
    MILEPOST_EACH h[v] ^= h[v] >> 14;                                                                            \
    MILEPOST_EACH u[v] = (F)((h[v] >> 9) | 0x3f800000u) - 0x1.fffffep-1f;                                        \
    MILEPOST_EACH root[v] =                                                                                      \
        __builtin_elementwise_sqrt(u[v] < t->split ? u[v] * t->rising : (1.0f - u[v]) * t->falling);             \
    MILEPOST_EACH out[v] =                                                                                       \
        __builtin_elementwise_roundeven(u[v] < t->split ? t->low + root[v] : t->high - root[v]);                 \
  }

#if defined(__x86_64__)

int milepost_widest_path(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return 2;
  if (__builtin_cpu_supports("x86-64-v3")) return 1;
  return 0;
}

#define WIDTH 8
#define VECTORS 2
#define NAME(x) x##_avx2
#define TARGET __attribute__((target("arch=x86-64-v3")))
#define MILEPOST_BITS uint8_t
#define MILEPOST_GATHER(base, index) (I) _mm256_i32gather_epi32((base), (__m256i)(index), 4)
#include "wide.inc"
#undef WIDTH
#undef VECTORS
#undef NAME
#undef TARGET
#undef MILEPOST_BITS
#undef MILEPOST_GATHER

#define WIDTH 16
#define VECTORS 1
#define NAME(x) x##_avx512
#define TARGET __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define MILEPOST_BITS uint16_t
#define MILEPOST_GATHER(base, index) (I) _mm512_i32gather_epi32((__m512i)(index), (base), 4)
#include "wide.inc"

#else

int milepost_widest_path(void) { return 0; }

// Never called: the widest path is 0.
#define MILEPOST_NOTHING(path)                                                                                   \
  void milepost_triangles_##path(const milepost_triangle *t, int32_t c, uint32_t i, float *w) {}                 \
  int32_t milepost_forward_##path(                                                                               \
      const int32_t *a, const milepost_link *l, const float *f, float *w, float *r, int32_t m, int32_t n,        \
      const milepost_conversion *c, int32_t k, const int32_t *x, const milepost_triangle *t, int32_t d,          \
      uint32_t i) { return 1; }                                   \
  void milepost_driving_##path(                                                                                  \
      const int32_t *a, const milepost_link *l, const int32_t *s, const float *w, const float *r, uint16_t *m,   \
      int32_t *c, int32_t n) {}                                                                                  \
  void milepost_moments_##path(                                                                                  \
      const float *const *r, int32_t c, const float *f, const double *q, int32_t k, double *s) {}
MILEPOST_NOTHING(avx2)
MILEPOST_NOTHING(avx512)

#endif
