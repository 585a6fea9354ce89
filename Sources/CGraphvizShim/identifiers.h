#ifndef MILEPOST_IDENTIFIERS_H
#define MILEPOST_IDENTIFIERS_H

#include <graphviz/cgraph.h>

extern Agiddisc_t milepost_identifiers;

#endif
