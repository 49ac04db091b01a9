// The whole syntax tree. Positions are offsets into the source; LineIndex (script.h) turns them
// into lines and columns.
#pragma once

#include "sql/statement.h"
