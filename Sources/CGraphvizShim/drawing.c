#include "drawing.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static milepost_drawing calls;
static bool is_loaded = false;
static char problem[256];
static pthread_once_t once = PTHREAD_ONCE_INIT;

// A library and all that it needs are searched, so that librsvg finds what is glib's.
static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {"librsvg-2.2.dylib", "libcairo.2.dylib"};
#else
  static const char *const names[] = {"librsvg-2.so.2", "libcairo.so.2"};
#endif
  void *libraries[2];
  for (int i = 0; i < 2; i++) {
    libraries[i] = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (!libraries[i]) {
      snprintf(problem, sizeof problem, "%s", dlerror());
      return;
    }
  }
#define MILEPOST_DRAWING_LOAD(result, name, parameters)                              \
  calls.name = (result(*) parameters)dlsym(libraries[0], #name);                     \
  if (!calls.name) calls.name = (result(*) parameters)dlsym(libraries[1], #name);    \
  if (!calls.name) {                                                                 \
    snprintf(problem, sizeof problem, "no %s in %s", #name, names[0]);               \
    return;                                                                          \
  }
  MILEPOST_DRAWING_CALLS(MILEPOST_DRAWING_LOAD)
#undef MILEPOST_DRAWING_LOAD
  is_loaded = true;
}

const milepost_drawing *milepost_drawing_library(char *message, size_t capacity) {
  pthread_once(&once, load);
  if (is_loaded) return &calls;
  snprintf(message, capacity, "%s", problem);
  return NULL;
}
