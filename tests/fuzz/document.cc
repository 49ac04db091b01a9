// The pipeline document: whatever the bytes are, it is read or refused with problems that stand in
// the file; what is read survives its canonical form.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/error.h"
#include "spec/diff.h"
#include "spec/parse.h"

namespace {

const aietl::spec::EndpointOptions& Endpoints() {
  using aietl::config::Kind;
  static const aietl::spec::EndpointOptions kOptions{
      .source =
          {{.name = "format", .kind = Kind::kEnum, .text = "Format.", .choices = {"csv", "json"}},
           {.name = "types", .kind = Kind::kStringMap, .text = "Types."},
           {.name = "header", .kind = Kind::kBoolean, .text = "Header."}},
      .target = {
          {.name = "format", .kind = Kind::kEnum, .text = "Format.", .choices = {"csv", "json"}}}};
  return kOptions;
}

int Lines(const std::string& text) {
  int lines = 1;
  for (const char c : text)
    lines += c == '\n' || c == '\r' ? 1 : 0;
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  aietl::spec::ParseRequest request;
  request.text.assign(reinterpret_cast<const char*>(data), size);
  request.file = size > 0 && data[0] == '{' ? "x.json" : "x.yaml";
  request.folder = "/data";
  request.params = {{"day", "it's \"x\" ${env:A}\n--"}};
  aietl::Problems problems;
  const auto pipeline = aietl::spec::Parse(request, Endpoints(), &problems);
  const int lines = Lines(request.text);
  for (const aietl::Problem& problem : problems) {
    AIETL_CHECK(!problem.message.empty() && !problem.code.empty());
    AIETL_CHECK(problem.place.line >= 0 && problem.place.line <= lines + 1 &&
                problem.place.column >= 0);
  }
  AIETL_CHECK(pipeline.has_value() != aietl::HasErrors(problems));
  if (!pipeline) return 0;
  for (const aietl::spec::Step& step : pipeline->steps) {
    for (int line = 1; line < 4; ++line) {
      const aietl::Place place = aietl::spec::PlaceInSql(step.sql_place, line, 3);
      AIETL_CHECK(place.line >= 1 && place.line <= lines + 3);
    }
  }
  request.text = aietl::spec::ToYaml(pipeline->document);
  request.file = "x.yaml";
  problems.clear();
  const auto again = aietl::spec::Parse(request, Endpoints(), &problems);
  AIETL_CHECK(again.has_value());
  AIETL_CHECK(aietl::spec::ToYaml(again->document) == request.text);
  aietl::spec::DiffText(aietl::spec::DiffDocuments(pipeline->document, again->document));
  return 0;
}
