#include <algorithm>
#include <array>

#include "base/clock.h"
#include "base/text.h"
#include "spec/names.h"
#include "spec/reading.h"

namespace aietl::spec {
namespace {

constexpr std::array kKinds = {"not_null", "unique",    "accepted", "range",
                               "rows",     "freshness", "sql"};

class CheckReader {
 public:
  CheckReader(const Reading& reading, const Part& part) : reading_(reading), part_(part) {}

  Check Read() {
    Check out;
    out.place = reading_.findings.PlaceOf(part_.node);
    out.on = ReadText(reading_, part_, "on");
    out.not_null = ReadColumns(reading_, part_, "not_null");
    out.unique = ReadColumns(reading_, part_, "unique");
    ReadAccepted(out);
    ReadRange(out);
    ReadRows(out);
    ReadFreshness(out);
    ReadSql(out);
    if (part_.options.String("severity") == "warn") out.severity = Severity::kWarning;
    out.quarantine = ReadText(reading_, part_, "quarantine");
    CheckKinds();
    return out;
  }

 private:
  Problem& Error(const char* code, const Place& place, std::string object, std::string message) {
    return reading_.findings.Error(code, place, std::move(object), std::move(message));
  }

  void ReadAccepted(Check& out) {
    const json::Node* accepted = part_.node.Find("accepted");
    if (accepted == nullptr) return;
    const std::string object = part_.Object("accepted");
    if (accepted->kind != json::NodeKind::kMapping || accepted->members.empty()) {
      Error("wrong_type", reading_.findings.PlaceOf(*accepted), object,
            Tr("accepted names columns and their values"))
          .hint = Tr("write accepted: {COLUMN: [VALUE, …]}");
      return;
    }
    for (const auto& [column, values] : accepted->members) {
      const bool scalars =
          std::all_of(values.items.begin(), values.items.end(), [](const json::Node& item) {
            return item.kind == json::NodeKind::kScalar || item.kind == json::NodeKind::kNull;
          });
      if (values.kind != json::NodeKind::kSequence || values.items.empty() || !scalars) {
        Error("wrong_type", reading_.findings.PlaceOf(values), object + "." + column.text,
              Msg("the accepted values of {} are not a list", column.text))
            .hint = Msg("write {}: [VALUE, …]", column.text);
        continue;
      }
      std::vector<json::Value> list;
      for (const json::Node& item : values.items)
        list.push_back(item.ToValue());
      out.accepted.emplace_back(column.text, std::move(list));
    }
  }

  void ReadRange(Check& out) {
    const json::Node* ranges = part_.node.Find("range");
    if (ranges == nullptr) return;
    const std::string object = part_.Object("range");
    if (part_.options.Has("range") && ranges->members.empty()) {
      Error("empty_list", reading_.findings.PlaceOf(*ranges), object, Tr("range names no column"))
          .hint = Tr("write range: {COLUMN: {min: …, max: …}}");
    }
    for (const auto& [column, bounds] : ranges->members) {
      const bool none = bounds.kind == json::NodeKind::kNull ||
                        (bounds.kind == json::NodeKind::kMapping && bounds.Find("min") == nullptr &&
                         bounds.Find("max") == nullptr);
      if (!none) continue;
      Error("empty_range", reading_.findings.PlaceOf(bounds), object + "." + column.text,
            Msg("the range of {} has no bound", column.text))
          .hint = Tr("give min, max or both");
    }
    for (const auto& [column, bounds] : part_.options.ObjectMap("range")) {
      Range range;
      range.min = Bound(*bounds, object + "." + column, "min");
      range.max = Bound(*bounds, object + "." + column, "max");
      if (range.min && range.max)
        CheckOrder(range, object + "." + column, bounds->PlaceOf("max"), column);
      out.range.emplace_back(column, std::move(range));
    }
  }

  std::optional<json::Value> Bound(const config::Options& bounds, const std::string& object,
                                   const char* key) {
    if (!bounds.Has(key)) return std::nullopt;
    const json::Value& value = bounds.Any(key);
    if (value.is_number() || value.is_string()) return value;
    Error("wrong_type", bounds.PlaceOf(key), object + "." + key,
          Msg("{} is neither a number nor a text", key))
        .hint = Tr("write a number, or a date or text in quotes");
    return std::nullopt;
  }

  void CheckOrder(const Range& range, const std::string& object, const Place& place,
                  const std::string& column) {
    if (range.min->is_number() != range.max->is_number()) {
      Error("mixed_range", place, object, Msg("the bounds of {} are a number and a text", column))
          .hint = Tr("write both as numbers, or both in quotes");
      return;
    }
    bool backwards;
    Micros low, high;
    if (range.min->is_number()) {
      backwards = range.min->AsDouble() > range.max->AsDouble();
    } else if (ParseTimestamp(range.min->AsString(), &low) &&
               ParseTimestamp(range.max->AsString(), &high)) {
      backwards = low > high;
    } else {
      backwards = range.min->AsString() > range.max->AsString();
    }
    if (backwards) {
      Error("empty_range", place, object,
            Msg("no value of {} lies between its min and its max", column))
          .hint = Tr("swap min and max");
    }
  }

  void ReadRows(Check& out) {
    const config::Options* rows = part_.options.Object("rows");
    if (rows == nullptr) return;
    if (rows->Has("min")) out.min_rows = rows->Integer("min");
    if (rows->Has("max")) out.max_rows = rows->Integer("max");
    const json::Node* node = part_.node.Find("rows");
    if (node != nullptr && node->members.empty()) {
      Error("empty_range", reading_.findings.PlaceOf(*node), part_.Object("rows"),
            Tr("rows has no bound"))
          .hint = Tr("give min, max or both");
    }
    if (out.min_rows && out.max_rows && *out.min_rows > *out.max_rows) {
      Error("empty_range", rows->PlaceOf("max"), part_.Object("rows"),
            Tr("no number of rows lies between min and max"))
          .hint = Tr("swap min and max");
    }
  }

  void ReadFreshness(Check& out) {
    const config::Options* options = part_.options.Object("freshness");
    const json::Node* node = part_.node.Find("freshness");
    if (options == nullptr || node == nullptr) return;
    const Part part{*options, *node, part_.Object("freshness")};
    Freshness freshness{ReadText(reading_, part, "column"), options->Integer("max_age")};
    if (options->Has("max_age") && freshness.max_age <= 0) {
      Error("out_of_range", options->PlaceOf("max_age"), part.Object("max_age"),
            Tr("no row can be that fresh"))
          .hint = Tr("write how old the newest row may be, such as 1d");
    }
    out.freshness = std::move(freshness);
  }

  void ReadSql(Check& out) {
    const json::Node* sql = part_.node.Find("sql");
    if (sql == nullptr || sql->kind == json::NodeKind::kMapping ||
        sql->kind == json::NodeKind::kSequence)
      return;
    if (sql->kind == json::NodeKind::kNull || IsBlankSql(sql->text)) {
      Error("blank_sql", reading_.findings.PlaceOf(*sql), part_.Object("sql"),
            Tr("the check holds no SQL"))
          .hint = Tr("write a SELECT whose rows are failures, or leave sql out");
      return;
    }
    out.sql = sql->text;
    out.sql_place = PlaceOfSql(reading_, *sql);
  }

  void CheckKinds() {
    const bool any = std::any_of(kKinds.begin(), kKinds.end(),
                                 [&](const char* kind) { return part_.Given(kind); });
    if (!any) {
      Error("empty_check", reading_.findings.PlaceOf(part_.node), part_.object,
            Msg("{} checks nothing", part_.object))
          .hint = Tr("add not_null, unique, accepted, range, rows, freshness or sql");
      return;
    }
    const bool has_rows = std::any_of(kKinds.begin(), kKinds.end(), [&](const char* kind) {
      return part_.Given(kind) && std::string_view(kind) != "rows" &&
             std::string_view(kind) != "freshness";
    });
    if (part_.Given("quarantine") && !has_rows) {
      reading_.findings
          .Warning("unused_quarantine", part_.options.PlaceOf("quarantine"),
                   part_.Object("quarantine"),
                   Tr("rows and freshness have no failing rows to put aside"))
          .hint = Tr("leave quarantine out");
    }
  }

  const Reading& reading_;
  const Part& part_;
};

}  // namespace

Check ReadCheck(const Reading& reading, const Part& part) {
  return CheckReader(reading, part).Read();
}

}  // namespace aietl::spec
