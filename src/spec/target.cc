#include "base/text.h"
#include "spec/names.h"
#include "spec/order_by.h"
#include "spec/reading.h"

namespace aietl::spec {
namespace {

bool UsesKey(Mode mode) {
  return mode == Mode::kMerge || mode == Mode::kDeleteInsert || mode == Mode::kScd2 ||
         mode == Mode::kCdc;
}

void CheckKeys(const Reading& reading, const Part& part, const Target& target) {
  Findings& findings = reading.findings;
  const bool key = part.Given("key");
  const bool partition = part.Given("partition");
  const char* mode = ModeName(target.mode);
  const Place mode_place = part.options.PlaceOf("mode");
  if ((target.mode == Mode::kMerge || target.mode == Mode::kScd2) && !key) {
    findings.Error("missing_key", mode_place, part.object, Msg("mode {} needs a key", mode)).hint =
        Tr("add key: with the columns that identify a row, such as key: [id]");
  } else if (target.mode == Mode::kDeleteInsert && !key && !partition) {
    findings
        .Error("missing_key", mode_place, part.object,
               Msg("mode {} needs a key or a partition", mode))
        .hint =
        Tr("add key: or partition: with the columns by which rows are replaced, such as partition: "
           "[day]");
  } else if (target.mode == Mode::kDeleteInsert && key && partition) {
    findings
        .Error("key_and_partition", part.options.PlaceOf("partition"), part.Object("partition"),
               Tr("rows are replaced by key or by partition, not by both"))
        .hint = Tr("keep one of them");
  }
  if (partition && target.mode != Mode::kDeleteInsert) {
    findings
        .Error("partition_without_mode", part.options.PlaceOf("partition"),
               part.Object("partition"), Msg("mode {} does not go by partition", mode))
        .hint =
        Tr("use mode: delete_insert to replace the partitions that occur in the batch, or leave "
           "partition out");
  }
  if (key && !UsesKey(target.mode)) {
    findings
        .Warning("unused_key", part.options.PlaceOf("key"), part.Object("key"),
                 Msg("mode {} does not use the key", mode))
        .hint = Tr("use mode: merge to keep one row per key, or leave key out");
  }
}

std::optional<Dedup> ReadDedup(const Reading& reading, const Part& part, const Target& target) {
  const config::Options* options = part.options.Object("dedup");
  const json::Node* node = part.node.Find("dedup");
  if (options == nullptr || node == nullptr) return std::nullopt;
  if (!UsesKey(target.mode) ||
      (target.mode == Mode::kDeleteInsert && !part.Given("key") && part.Given("partition"))) {
    reading.findings
        .Error("dedup_without_key", reading.findings.PlaceOf(*node), part.Object("dedup"),
               Msg("dedup chooses among rows with one key, and mode {} has none here",
                   ModeName(target.mode)))
        .hint = Tr("use mode: merge with a key, or leave dedup out");
  }
  return Dedup{
      QuoteColumns(ReadText(reading, {*options, *node, part.Object("dedup")}, "order_by"))};
}

}  // namespace

Target ReadTarget(const Reading& reading, const Part& part) {
  Target out;
  out.place = reading.findings.PlaceOf(part.node);
  out.from = ReadText(reading, part, "from");
  out.from_place = part.options.PlaceOf("from");
  out.to = ReadEndpoint(reading, part, reading.endpoints.target);
  out.key = ReadColumns(reading, part, "key");
  out.key_place = part.options.PlaceOf("key");
  out.partition = ReadColumns(reading, part, "partition");
  const bool mode_known = !part.Given("mode") || part.options.Has("mode");
  if (part.options.Has("mode"))
    out.mode = ParseMode(part.options.String("mode")).value_or(Mode::kReplace);
  if (mode_known) {
    CheckKeys(reading, part, out);
    out.dedup = ReadDedup(reading, part, out);
  }
  return out;
}

}  // namespace aietl::spec
