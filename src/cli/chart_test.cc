#include "cli/chart.h"

#include <doctest/doctest.h>

namespace aietl::cli {
namespace {

data::Rows RowsOf(const char* type, std::vector<std::vector<std::optional<std::string>>> rows) {
  data::Rows out;
  out.schema.columns = {{"label", *data::ParseType("VARCHAR"), true},
                        {"value", *data::ParseType(type), true}};
  out.rows = std::move(rows);
  return out;
}

}  // namespace

TEST_CASE("bars are as long as their numbers, in eighths of a character") {
  CHECK(FormatBars(RowsOf("INTEGER", {{"a", "8"}, {"bb", "4"}, {std::nullopt, "1"}}), 18) ==
        "  a     ████████\n"
        "  bb    ████\n"
        "  NULL  █");
}

TEST_CASE("negative numbers grow to the left of the axis") {
  CHECK(FormatBars(RowsOf("INTEGER", {{"a", "4"}, {"b", "-4"}}), 15) ==
        "  a      │████\n"
        "  b  ████");
}

TEST_CASE("what is no labels with numbers has no picture") {
  CHECK(FormatBars(RowsOf("VARCHAR", {{"a", "x"}, {"b", "y"}}), 40).empty());
  CHECK(FormatBars(RowsOf("INTEGER", {{"a", "1"}}), 40).empty());
  CHECK(FormatBars(RowsOf("INTEGER", {{"a", "0"}, {"b", "0"}}), 40).empty());
}

}  // namespace aietl::cli
