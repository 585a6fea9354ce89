#ifndef MILEPOST_TABLE_BYTES_H
#define MILEPOST_TABLE_BYTES_H

#include <stdint.h>

/// Sixty-four bytes of a table looked at together: a bit for each, the lowest for the first. In C because comparing wide vectors
/// in Swift goes byte by byte.
typedef uint8_t milepost_bytes __attribute__((ext_vector_type(16)));
typedef _Bool milepost_bits __attribute__((ext_vector_type(16)));

static inline uint64_t milepost_bits_of(milepost_bits bits, int place) {
  uint16_t word;
  __builtin_memcpy(&word, &bits, sizeof word);
  return (uint64_t)word << place;
}

/// The bytes that may end a cell: the separator, quotes, and everything below 16.
static inline uint64_t milepost_cell_ends(const void *block, uint8_t separator) {
  uint64_t found = 0;
  for (int place = 0; place < 64; place += 16) {
    milepost_bytes bytes;
    __builtin_memcpy(&bytes, (const char *)block + place, sizeof bytes);
    found |= milepost_bits_of(
        __builtin_convertvector((bytes == separator) | (bytes == '"') | (bytes < 16), milepost_bits), place);
  }
  return found;
}

/// The bytes that are neither printed characters of ASCII nor ends of lines.
static inline uint64_t milepost_others(const void *block) {
  uint64_t found = 0;
  for (int place = 0; place < 64; place += 16) {
    milepost_bytes bytes;
    __builtin_memcpy(&bytes, (const char *)block + place, sizeof bytes);
    found |= milepost_bits_of(
        __builtin_convertvector(((bytes < 0x20) | (bytes > 0x7E)) & (bytes != '\n') & (bytes != '\r'), milepost_bits),
        place);
  }
  return found;
}

#endif
