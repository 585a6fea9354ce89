// Numbers for the parts of a graph, made from their names alone.
//
// By default Graphviz numbers a part by the address of its name and visits clusters in the order of these numbers, so the
// same graph is laid out differently when memory happens to lie differently. Here "cluster_7" is always the same number,
// and 7 comes before 8.

#include "identifiers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { kinds = 8 };

static const struct {
  const char *prefix;
  size_t length;
} known[] = {{"cluster_", 8}, {"n", 1}, {"e", 1}};

static const IDTYPE anonymous = 3, other = 4;

static void *open_numbers(Agraph_t *graph, Agdisc_t *disc) {
  (void)graph, (void)disc;
  return calloc(1, sizeof(IDTYPE));
}

static long number_of(void *state, int type, char *name, IDTYPE *id, int create) {
  (void)type;
  if (!name) {
    if (!create) return 0;
    *id = ++*(IDTYPE *)state * kinds + anonymous;
    return 1;
  }
  for (IDTYPE kind = 0; kind < sizeof known / sizeof *known; kind++) {
    if (strncmp(name, known[kind].prefix, known[kind].length)) continue;
    const char *digits = name + known[kind].length;
    if (*digits < '0' || *digits > '9') continue;
    char *end;
    unsigned long number = strtoul(digits, &end, 10);
    if (*end) continue;
    *id = number * kinds + kind;
    return 1;
  }
  // Any other name: FNV-1a over its bytes.
  IDTYPE hash = 14695981039346656037u;
  for (const char *byte = name; *byte; byte++) hash = (hash ^ (unsigned char)*byte) * 1099511628211u;
  *id = hash / kinds * kinds + other;
  return 1;
}

static long allow(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
  return 1;
}

static void forget(void *state, int type, IDTYPE id) { (void)state, (void)type, (void)id; }

// Names are asked for and compared at once; a ring of buffers outlives that by far.
static char *name_of(void *state, int type, IDTYPE id) {
  (void)state, (void)type;
  static char ring[64][40];
  static unsigned next;
  IDTYPE kind = id % kinds;
  if (kind == anonymous) return NULL;
  char *buffer = ring[next++ % 64];
  const char *prefix = kind == other ? "_" : known[kind].prefix;
  snprintf(buffer, sizeof ring[0], "%s%llu", prefix, (unsigned long long)(id / kinds));
  return buffer;
}

static void close_numbers(void *state) { free(state); }

static void ignore(void *state, int type, void *object) { (void)state, (void)type, (void)object; }

Agiddisc_t milepost_identifiers = {open_numbers, number_of, allow, forget, name_of, close_numbers, ignore};
