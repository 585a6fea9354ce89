#include "milepost_raster.h"

#include "drawing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void milepost_bytes_free(milepost_bytes *bytes) {
  free(bytes->bytes);
  bytes->bytes = NULL;
  bytes->count = 0;
}

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length) {
  milepost_bytes *out = closure;
  // Grows by doubling: the capacity is the smallest power of two that holds the bytes.
  size_t needed = out->count + length;
  size_t capacity = 4096;
  while (capacity < out->count) capacity *= 2;
  if (!out->bytes || needed > capacity) {
    while (capacity < needed) capacity *= 2;
    unsigned char *larger = realloc(out->bytes, capacity);
    if (!larger) return CAIRO_STATUS_NO_MEMORY;
    out->bytes = larger;
  }
  memcpy(out->bytes + out->count, data, length);
  out->count = needed;
  return CAIRO_STATUS_SUCCESS;
}

static void say(milepost_bytes *out, const char *text) { snprintf(out->message, sizeof out->message, "%s", text); }

static RsvgHandle *open_svg(const milepost_drawing *call, const char *svg, size_t length, milepost_bytes *out) {
  GError *error = NULL;
  RsvgHandle *handle = call->rsvg_handle_new_from_data((const unsigned char *)svg, length, &error);
  if (!handle) say(out, error ? error->message : "unreadable SVG");
  if (error) call->g_error_free(error);
  if (handle) call->rsvg_handle_set_dpi(handle, 96);
  return handle;
}

// Draws, checks, finishes; takes ownership of nothing.
static bool draw(
  const milepost_drawing *call, RsvgHandle *handle, cairo_t *cairo, RsvgRectangle area, milepost_bytes *out) {
  GError *error = NULL;
  if (!call->rsvg_handle_render_document(handle, cairo, &area, &error)) {
    say(out, error ? error->message : "drawing failed");
    if (error) call->g_error_free(error);
    return false;
  }
  cairo_status_t status = call->cairo_status(cairo);
  if (status != CAIRO_STATUS_SUCCESS) say(out, call->cairo_status_to_string(status));
  return status == CAIRO_STATUS_SUCCESS;
}

bool milepost_png(const char *svg, size_t length, int width, int height, milepost_bytes *out) {
  memset(out, 0, sizeof *out);
  const milepost_drawing *call = milepost_drawing_library(out->message, sizeof out->message);
  if (!call) return false;
  RsvgHandle *handle = open_svg(call, svg, length, out);
  if (!handle) return false;
  cairo_surface_t *surface = call->cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = call->cairo_create(surface);
  call->cairo_set_source_rgb(cairo, 1, 1, 1);
  call->cairo_paint(cairo);
  bool fine = draw(call, handle, cairo, (RsvgRectangle){0, 0, width, height}, out);
  if (fine) {
    cairo_status_t status = call->cairo_surface_write_to_png_stream(surface, append, out);
    fine = status == CAIRO_STATUS_SUCCESS;
    if (!fine) say(out, call->cairo_status_to_string(status));
  }
  call->cairo_destroy(cairo);
  call->cairo_surface_destroy(surface);
  call->g_object_unref(handle);
  if (!fine) milepost_bytes_free(out);
  return fine;
}

bool milepost_pdf(
  const char *svg, size_t length, double page_width, double page_height,
  double x, double y, double width, double height, const char *title, milepost_bytes *out) {
  memset(out, 0, sizeof *out);
  const milepost_drawing *call = milepost_drawing_library(out->message, sizeof out->message);
  if (!call) return false;
  RsvgHandle *handle = open_svg(call, svg, length, out);
  if (!handle) return false;
  cairo_surface_t *surface = call->cairo_pdf_surface_create_for_stream(append, out, page_width, page_height);
  call->cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  call->cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, "2000-01-01T00:00:00Z");
  call->cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_t *cairo = call->cairo_create(surface);
  bool fine = draw(call, handle, cairo, (RsvgRectangle){x, y, width, height}, out);
  call->cairo_show_page(cairo);
  call->cairo_destroy(cairo);
  call->cairo_surface_finish(surface);
  cairo_status_t status = call->cairo_surface_status(surface);
  if (fine && status != CAIRO_STATUS_SUCCESS) {
    say(out, call->cairo_status_to_string(status));
    fine = false;
  }
  call->cairo_surface_destroy(surface);
  call->g_object_unref(handle);
  if (!fine) milepost_bytes_free(out);
  return fine;
}
