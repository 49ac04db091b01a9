// A small picture of a result in the terminal, where it has one: bars for a label and a number.
#pragma once

#include <string>

#include "data/database.h"

namespace aietl::cli {

// Horizontal bars in eighths of a character; empty when the rows are no labels with numbers (one
// label column, one number column, 2 to 30 rows). Negative numbers have bars to the left of the
// axis.
std::string FormatBars(const data::Rows& rows, int width);

}  // namespace aietl::cli
