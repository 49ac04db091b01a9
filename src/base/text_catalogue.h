// The compiled form of lang/ru.po (made by tools/make_catalogue), sorted by the English text in
// strcmp order.
#pragma once

#include <cstddef>

namespace aietl {

struct CatalogueEntry {
  const char* english;
  const char* russian;
};

extern const CatalogueEntry kRussianCatalogue[];
extern const size_t kRussianCatalogueSize;

}  // namespace aietl
