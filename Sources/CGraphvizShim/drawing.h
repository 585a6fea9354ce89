// librsvg and cairo, loaded when the first picture is drawn and not when the program starts: they bring forty libraries.
//
// What is used of them is declared here as their headers of API versions 2.0 and 1.0 have it, so that building needs neither.

#ifndef MILEPOST_DRAWING_H
#define MILEPOST_DRAWING_H

#include <stddef.h>

typedef struct RsvgHandle RsvgHandle;
typedef struct cairo_t cairo_t;
typedef struct cairo_surface_t cairo_surface_t;
typedef struct {
  double x, y, width, height;
} RsvgRectangle;
typedef struct {
  unsigned domain;
  int code;
  char *message;
} GError;

typedef int cairo_status_t;
typedef cairo_status_t (*cairo_write_func_t)(void *closure, const unsigned char *data, unsigned length);

enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_NO_MEMORY = 1 };
enum { CAIRO_FORMAT_RGB24 = 1 };
enum { CAIRO_PDF_METADATA_TITLE = 0, CAIRO_PDF_METADATA_CREATE_DATE = 5, CAIRO_PDF_METADATA_MOD_DATE = 6 };

// Result, name, parameters.
#define MILEPOST_DRAWING_CALLS(call)                                                                            \
  call(RsvgHandle *, rsvg_handle_new_from_data, (const unsigned char *, size_t, GError **))                      \
  call(void, rsvg_handle_set_dpi, (RsvgHandle *, double))                                                        \
  call(int, rsvg_handle_render_document, (RsvgHandle *, cairo_t *, const RsvgRectangle *, GError **))            \
  call(void, g_error_free, (GError *))                                                                           \
  call(void, g_object_unref, (void *))                                                                           \
  call(cairo_t *, cairo_create, (cairo_surface_t *))                                                             \
  call(void, cairo_destroy, (cairo_t *))                                                                         \
  call(void, cairo_paint, (cairo_t *))                                                                           \
  call(void, cairo_set_source_rgb, (cairo_t *, double, double, double))                                          \
  call(void, cairo_show_page, (cairo_t *))                                                                       \
  call(cairo_status_t, cairo_status, (cairo_t *))                                                                \
  call(const char *, cairo_status_to_string, (cairo_status_t))                                                   \
  call(void, cairo_surface_destroy, (cairo_surface_t *))                                                         \
  call(void, cairo_surface_finish, (cairo_surface_t *))                                                          \
  call(cairo_status_t, cairo_surface_status, (cairo_surface_t *))                                                \
  call(cairo_status_t, cairo_surface_write_to_png_stream, (cairo_surface_t *, cairo_write_func_t, void *))       \
  call(cairo_surface_t *, cairo_image_surface_create, (int, int, int))                                           \
  call(cairo_surface_t *, cairo_pdf_surface_create_for_stream, (cairo_write_func_t, void *, double, double))     \
  call(void, cairo_pdf_surface_set_metadata, (cairo_surface_t *, int, const char *))

typedef struct {
#define MILEPOST_DRAWING_FIELD(result, name, parameters) result(*name) parameters;
  MILEPOST_DRAWING_CALLS(MILEPOST_DRAWING_FIELD)
#undef MILEPOST_DRAWING_FIELD
} milepost_drawing;

// NULL where a library is missing; then the message tells which. From any thread; loaded once.
const milepost_drawing *milepost_drawing_library(char *message, size_t capacity);

#endif
