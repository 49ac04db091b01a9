#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "spec/names.h"
#include "spec/reading.h"

namespace aietl::spec {
namespace {

bool AllDigits(const std::string& text) {
  constexpr size_t kMostDigits = 18;
  return !text.empty() && text.size() <= kMostDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int64_t ReadLag(const Reading& reading, const Part& part) {
  const std::string text = ReadText(reading, part, "lag");
  if (text.empty()) return 0;
  if (AllDigits(text)) return std::stoll(text);
  const Result<int64_t> lag = config::ParseDuration(text);
  if (lag && *lag >= 0) return *lag;
  reading.findings
      .Error("bad_duration", part.options.PlaceOf("lag"), part.Object("lag"),
             Msg("{} is no duration", Quoted(text)))
      .hint = Tr("write 30s, 10m, 2h or 1d; a bare number for a numeric watermark");
  return 0;
}

std::optional<Incremental> ReadIncremental(const Reading& reading, const Part& source,
                                           const std::vector<std::string>& columns) {
  const config::Options* options = source.options.Object("incremental");
  const json::Node* node = source.node.Find("incremental");
  if (options == nullptr || node == nullptr) return std::nullopt;
  const Part part{*options, *node, source.Object("incremental")};
  Incremental out;
  out.place = reading.findings.PlaceOf(*node);
  out.watermark = ReadText(reading, part, "watermark");
  out.lag = ReadLag(reading, part);
  if (part.Given("start")) out.start = ReadText(reading, part, "start");
  const bool listed = columns.empty() || out.watermark.empty() ||
                      std::any_of(columns.begin(), columns.end(),
                                  [&](const std::string& c) { return SameName(c, out.watermark); });
  if (!listed) {
    std::string hint = DidYouMean(out.watermark, columns);
    if (hint.empty()) hint = Msg("add {} to columns", out.watermark);
    reading.findings
        .Error("unknown_column", options->PlaceOf("watermark"), part.Object("watermark"),
               Msg("the watermark {} is not among the columns that are read", out.watermark))
        .hint = std::move(hint);
  }
  return out;
}

Contract ReadContract(const config::Options& schema, const char* key) {
  return ParseContract(schema.String(key)).value_or(Contract::kEvolve);
}

}  // namespace

Source ReadSource(const Reading& reading, const Part& part, const json::Node& name) {
  Source out;
  out.name = name.text;
  out.place = reading.findings.PlaceOf(name);
  out.from = ReadEndpoint(reading, part, reading.endpoints.source);
  out.columns = ReadColumns(reading, part, "columns");
  out.incremental = ReadIncremental(reading, part, out.columns);
  if (const config::Options* schema = part.options.Object("schema")) {
    out.contract_given = true;
    out.contract = {ReadContract(*schema, "columns"), ReadContract(*schema, "types")};
  }
  return out;
}

}  // namespace aietl::spec
