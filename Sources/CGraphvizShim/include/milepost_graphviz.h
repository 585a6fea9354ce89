// The few calls of Graphviz that Milepost makes, free of Graphviz types and macros.
//
// Graphviz is not thread-safe: one caller at a time in the whole process. The caller keeps that order.

#ifndef MILEPOST_GRAPHVIZ_H
#define MILEPOST_GRAPHVIZ_H

#include <stdbool.h>
#include <stddef.h>

// A graph that has been laid out; opaque.
typedef struct milepost_picture milepost_picture;

// Reads DOT text and lays it out; NULL when anything at all went wrong, then milepost_graphviz_message tells what.
// After a failure the context is abandoned, never freed: a freed one leaves a dangling font name in its plugin.
milepost_picture *milepost_picture_create(const char *dot, const char *engine);

void milepost_picture_free(milepost_picture *picture);

// What Graphviz said since the last milepost_picture_create, never NULL.
const char *milepost_graphviz_message(void);

// All coordinates are points with y upwards, as Graphviz has them.

// Lower left and upper right corner of the whole picture.
void milepost_picture_box(milepost_picture *picture, double box[4]);

// Centre x, centre y, width and height of a node; false when there is none of that name.
bool milepost_picture_node(milepost_picture *picture, const char *name, double box[4]);

// Lower left and upper right corner of a cluster.
bool milepost_picture_cluster(milepost_picture *picture, const char *name, double box[4]);

typedef struct {
  size_t count;       // points of the curve: 1 + 3 n, whatever the capacity was
  bool has_tip;       // an arrowhead runs from the last point to the tip
  double tip[2];
} milepost_edge;

// The cubic Bézier curve of an edge, at most `capacity` points of it as x, y pairs.
bool milepost_picture_edge(
  milepost_picture *picture, const char *tail, const char *head, const char *key,
  double *points, size_t capacity, milepost_edge *edge);

#endif
