#include "table_bytes.h"
