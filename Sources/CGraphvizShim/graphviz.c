#include "milepost_graphviz.h"

#include "identifiers.h"

#include <graphviz/gvc.h>
#include <graphviz/cgraph.h>
#include <stdlib.h>
#include <string.h>

struct milepost_picture {
  GVC_t *context;
  Agraph_t *graph;
};

static GVC_t *shared_context = NULL;
static char message[2048];

// Messages arrive in pieces; keep as many as fit.
static int collect(char *piece) {
  size_t used = strlen(message);
  strncat(message, piece, sizeof message - used - 1);
  return 0;
}

const char *milepost_graphviz_message(void) { return message; }

typedef struct {
  const char *rest;
  size_t length;
} source;

static int read_source(void *channel, char *buffer, int capacity) {
  source *text = channel;
  size_t count = text->length < (size_t)capacity ? text->length : (size_t)capacity;
  memcpy(buffer, text->rest, count);
  text->rest += count;
  text->length -= count;
  return (int)count;
}

static Agraph_t *read_graph(const char *dot) {
  static Agiodisc_t input;
  static Agdisc_t disc;
  input = AgIoDisc;
  input.afread = read_source;
  disc = (Agdisc_t){&AgMemDisc, &milepost_identifiers, &input};
  source text = {dot, strlen(dot)};
  return agread(&text, &disc);
}

milepost_picture *milepost_picture_create(const char *dot, const char *engine) {
  message[0] = 0;
  agseterrf(collect);
  agseterr(AGERR);
  agreseterrors();
  if (!shared_context) shared_context = gvContext();
  if (!shared_context) {
    collect("no context");
    return NULL;
  }
  Agraph_t *graph = read_graph(dot);
  if (!graph) return NULL;
  int refused = gvLayout(shared_context, graph, engine);
  // Some failures return 0 and only say so in words.
  if (refused || strstr(message, "Error")) {
    shared_context = NULL;
    return NULL;
  }
  milepost_picture *picture = malloc(sizeof *picture);
  if (!picture) return NULL;
  picture->context = shared_context;
  picture->graph = graph;
  return picture;
}

void milepost_picture_free(milepost_picture *picture) {
  if (!picture) return;
  gvFreeLayout(picture->context, picture->graph);
  agclose(picture->graph);
  free(picture);
}

static void corners(boxf box, double out[4]) {
  out[0] = box.LL.x;
  out[1] = box.LL.y;
  out[2] = box.UR.x;
  out[3] = box.UR.y;
}

void milepost_picture_box(milepost_picture *picture, double box[4]) { corners(GD_bb(picture->graph), box); }

bool milepost_picture_node(milepost_picture *picture, const char *name, double box[4]) {
  Agnode_t *node = agnode(picture->graph, (char *)name, 0);
  if (!node) return false;
  box[0] = ND_coord(node).x;
  box[1] = ND_coord(node).y;
  box[2] = ND_width(node) * 72;
  box[3] = ND_height(node) * 72;
  return true;
}

bool milepost_picture_cluster(milepost_picture *picture, const char *name, double box[4]) {
  // agsubg finds direct children only: walk down the nested clusters.
  Agraph_t *pending[256];
  size_t count = 0;
  pending[count++] = picture->graph;
  while (count > 0) {
    Agraph_t *graph = pending[--count];
    Agraph_t *found = agsubg(graph, (char *)name, 0);
    if (found) {
      corners(GD_bb(found), box);
      return true;
    }
    for (Agraph_t *child = agfstsubg(graph); child; child = agnxtsubg(child))
      if (count < 256) pending[count++] = child;
  }
  return false;
}

bool milepost_picture_edge(
  milepost_picture *picture, const char *tail, const char *head, const char *key,
  double *points, size_t capacity, milepost_edge *out) {
  Agnode_t *from = agnode(picture->graph, (char *)tail, 0);
  Agnode_t *to = agnode(picture->graph, (char *)head, 0);
  if (!from || !to) return false;
  Agedge_t *edge = agedge(picture->graph, from, to, (char *)key, 0);
  if (!edge) return false;
  memset(out, 0, sizeof *out);
  splines *curve = ED_spl(edge);
  if (!curve || curve->size < 1) return false;
  bezier *piece = &curve->list[curve->size - 1];
  out->count = (size_t)piece->size;
  for (size_t i = 0; i < out->count && i < capacity; i++) {
    points[2 * i] = piece->list[i].x;
    points[2 * i + 1] = piece->list[i].y;
  }
  if (piece->eflag) {
    out->has_tip = true;
    out->tip[0] = piece->ep.x;
    out->tip[1] = piece->ep.y;
  }
  return true;
}
