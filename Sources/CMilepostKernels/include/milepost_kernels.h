#ifndef MILEPOST_KERNELS_H
#define MILEPOST_KERNELS_H

// The wide paths of the simulation's inner loops. Plain pointers, no allocation. Each function gives the same bits as the
// Swift baseline in PlanSimulation/Kernel, which is always there.
//
// Sixteen iterations ("lanes") run side by side; row r is the sixteen floats from rows + 16 r. Times are whole minutes below
// 2^24, so that sums and maxima are exact. All row pointers are aligned to 64 bytes.

#include <stdint.h>

/// A link: the row that it leaves from, and its lag in minutes.
typedef struct {
  int32_t row;
  float lag;
} milepost_link;

/// A row in the minutes of another calendar. The minutes row + shift lie in cells of equal length; a cell holds twice the
/// other calendar's minutes at its beginning, and 1 where they run on in it.
typedef struct {
  /// The node after which it is made, the row to convert and where it goes.
  int32_t node, from, to;
  /// The first cell, and how many there are.
  int32_t cells, count;
  /// What to add to a row; 1 for what ends a minute, 0 for what begins one; the length of a cell and its inverse.
  float shift, ends, length, inverse;
} milepost_conversion;

/// What is drawn for one activity: a triangle of one minute or more and less than 2^22, by inversion.
typedef struct {
  int32_t node;
  uint32_t key0, key1, key2;
  /// The probability below the mode, and the ends.
  float split, low, high;
  /// (high - low) (mode - low) and (high - low) (high - mode).
  float rising, falling;
} milepost_triangle;

/// 0: no wide path on this processor, 1: AVX2, 2: AVX2 and AVX-512.
int milepost_widest_path(void);

// For each path:
//
// triangles: durations of sixteen iterations from `iteration` on, in whole minutes, into work + 16 node.
//
// forward: places the nodes from `from` until `to`, predecessors first. Links ranges[2j] until ranges[2j+1] bound the start
// of node j, those until ranges[2j+2] its finish; rows 2j and 2j+1 get its start and finish. The conversions, in order of
// their nodes, are made on the way. Gives 0 where all of them lay in their cells; else the rows are not to be used. The
// triangles, in order of their nodes, are drawn on the way as well, none where there are none.
//
// driving: marks what driving links lead from, back from the nodes marked in `marks` (one bit for each iteration), and adds
// the marks to `counts`. `sources` holds the node that each link leaves from.
//
// moments: takes sixteen values from each row, less its reference, and adds them, their squares, and their products with
// sixteen values of each quantity to eight partial sums each: 2 + several times 8 numbers for each row.
#define MILEPOST_PATH(path)                                                                                      \
  void milepost_triangles_##path(                                                                                \
      const milepost_triangle *triangles, int32_t count, uint32_t iteration, float *work);                       \
  int32_t milepost_forward_##path(                                                                               \
      const int32_t *ranges, const milepost_link *links, const float *floors, float *work, float *rows,          \
      int32_t from, int32_t to, const milepost_conversion *conversions, int32_t converted, const int32_t *cells, \
      const milepost_triangle *triangles, int32_t count, uint32_t iteration);                                    \
  void milepost_driving_##path(                                                                                  \
      const int32_t *ranges, const milepost_link *links, const int32_t *sources, const float *work,              \
      const float *rows, uint16_t *marks, int32_t *counts, int32_t count);                                       \
  void milepost_moments_##path(                                                                                  \
      const float *const *rows, int32_t count, const float *references, const double *quantities,                \
      int32_t several, double *sums);
MILEPOST_PATH(avx2)
MILEPOST_PATH(avx512)

typedef float milepost_float8 __attribute__((ext_vector_type(8)));

/// Eight square roots without the call for each that the language's own makes.
static inline __attribute__((always_inline)) milepost_float8 milepost_sqrt8(milepost_float8 x) {
  return __builtin_elementwise_sqrt(x);
}

#endif
