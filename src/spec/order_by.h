// The ORDER BY list of `dedup`, which people write with plain column names.
#pragma once

#include <string>
#include <string_view>

namespace aietl::spec {

// Quotes column names that SQL would read as keywords: at DESC → "at" DESC. Only items that are a
// single word with its direction are touched; ALL, NULL, TRUE and FALSE keep their meaning.
std::string QuoteColumns(std::string_view order_by);

}  // namespace aietl::spec
