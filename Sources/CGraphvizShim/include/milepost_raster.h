// SVG to PNG and PDF in memory, through librsvg and cairo.

#ifndef MILEPOST_RASTER_H
#define MILEPOST_RASTER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  unsigned char *bytes;  // to be released with milepost_bytes_free
  size_t count;
  char message[256];     // why it failed; empty when it did not
} milepost_bytes;

void milepost_bytes_free(milepost_bytes *bytes);

// Draws the SVG into an image of exactly width × height pixels on white.
bool milepost_png(const char *svg, size_t length, int width, int height, milepost_bytes *out);

// Draws the SVG into the given rectangle of one page; all lengths are points.
// The document carries a fixed creation date, so equal pictures make equal bytes.
bool milepost_pdf(
  const char *svg, size_t length, double page_width, double page_height,
  double x, double y, double width, double height, const char *title, milepost_bytes *out);

#endif
