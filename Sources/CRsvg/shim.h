#include <librsvg/rsvg.h>
#include <cairo-pdf.h>
