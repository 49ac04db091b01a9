// The texts of functions.map and types.map (written by cmake/modules.cmake).
#pragma once

namespace aietl::sql {

extern const char kFunctionsMap[];
extern const char kTypesMap[];

}  // namespace aietl::sql
