#include "runs/incremental.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "base/clock.h"
#include "base/text.h"

namespace aietl::runs {
namespace {

using data::QuoteName;
using data::QuoteText;

constexpr int64_t kMicrosPerSecond = 1'000'000;
constexpr Micros kMicrosPerDay = 86'400 * kMicrosPerSecond;
constexpr int kMostDailySlices = 62;

bool IsTime(const data::Type& type) {
  return type.id == data::TypeId::kDate || type.IsTimestamp();
}

// As the engine and the connectors read it back for a column of `type`.
std::string TimeText(Micros at, const data::Type& type) {
  std::string text = FormatTimestamp(at);
  if (type.id == data::TypeId::kDate) return text.substr(0, 10);
  text.pop_back();
  text[10] = ' ';
  return type.id == data::TypeId::kTimestampTz ? text + "+00" : text;
}

// The watermark less `lag`: what has to be read again.
Result<std::string> Lagged(const std::string& watermark, int64_t lag, const data::Type& type) {
  if (lag == 0) return watermark;
  if (IsTime(type)) {
    Micros at = 0;
    if (!ParseTimestamp(watermark, &at)) {
      return Fail(Code::kInternal, "bad_watermark",
                  Msg("the stored watermark is not a time of type {}", type.ToSql()));
    }
    return TimeText(at - lag, type);
  }
  if (type.IsInteger()) {
    int64_t number = 0;
    std::from_chars(watermark.data(), watermark.data() + watermark.size(), number);
    return std::to_string(number - lag);
  }
  return Fail(Error(Code::kInvalid, "lag_unsupported",
                    Msg("lag needs a time or integer watermark, this one is {}", type.ToSql()))
                  .Hint(Tr("remove lag or choose another watermark column")));
}

std::string RowHash(const std::vector<std::string>& columns) {
  std::vector<std::string> fields;
  for (const std::string& column : columns)
    fields.push_back(QuoteName(column) + " := " + QuoteName(column));
  return fmt::format("md5(to_json(struct_pack({}))::VARCHAR)", fmt::join(fields, ", "));
}

std::string ColumnList(const std::vector<std::string>& columns) {
  std::vector<std::string> names;
  for (const std::string& column : columns)
    names.push_back(QuoteName(column));
  return fmt::format("{}", fmt::join(names, ", "));
}

// VALUES of the remembered window, or empty when there is none.
std::string DeliveredValues(const std::string& window) {
  std::string values;
  size_t at = 0;
  while (at < window.size()) {
    size_t end = window.find('\n', at);
    if (end == std::string::npos) end = window.size();
    const std::string_view line = std::string_view(window).substr(at, end - at);
    const size_t blank = line.find(' ');
    if (blank != std::string_view::npos) {
      values += fmt::format("{}('{}', {})", values.empty() ? "" : ", ", line.substr(0, blank),
                            line.substr(blank + 1));
    }
    at = end + 1;
  }
  return values;
}

Error BadRange(const std::string& from, const std::string& to, const data::Type& type) {
  return Error(Code::kInvalid, "bad_backfill",
               Msg("--backfill {}..{} is no range of {}", from, to, type.ToSql()))
      .Hint(type.IsInteger() ? Tr("write it as 100..200")
                             : Tr("write it as 2024-01-01..2024-01-31; both ends belong to it"));
}

std::vector<Slice> TimeSlices(Micros from, Micros end, const data::Type& type) {
  using namespace std::chrono;
  std::vector<Slice> slices;
  const bool daily = (end - from) / kMicrosPerDay <= kMostDailySlices;
  while (from < end) {
    Micros next = from + kMicrosPerDay;
    if (!daily) {
      const year_month_day date(floor<days>(sys_time<microseconds>(microseconds(from))));
      const year_month month = date.year() / date.month() + months(1);
      next = duration_cast<microseconds>(sys_days(month / 1).time_since_epoch()).count();
    }
    next = std::min(next, end);
    const std::string first = TimeText(from, type), last = TimeText(next, type);
    slices.push_back({first, last, daily ? first.substr(0, 10) : first.substr(0, 7)});
    from = next;
  }
  return slices;
}

}  // namespace

Result<Window> ReadWindow(const spec::Incremental& incremental, const data::Type& type,
                          const DeliveredState& state) {
  Window window;
  if (state.watermark.empty()) {
    if (incremental.start) {
      window.bounds.push_back({incremental.watermark, ">=", *incremental.start});
      window.text = fmt::format("{} >= {}", incremental.watermark, *incremental.start);
    }
    return window;
  }
  AIETL_ASSIGN(const std::string lower, Lagged(state.watermark, incremental.lag, type));
  window.bounds.push_back({incremental.watermark, ">=", lower});
  window.text = fmt::format("{} >= {}", incremental.watermark, lower);
  return window;
}

Result<std::vector<Slice>> MakeSlices(const std::string& from, const std::string& to,
                                      const data::Type& type) {
  if (IsTime(type)) {
    Micros first = 0, last = 0;
    if (!ParseTimestamp(from, &first) || !ParseTimestamp(to, &last))
      return Fail(BadRange(from, to, type));
    const Micros end = last + (to.size() == 10 ? kMicrosPerDay : 1);
    if (end <= first) return Fail(BadRange(from, to, type));
    return TimeSlices(first, end, type);
  }
  if (type.IsInteger()) {
    int64_t first = 0, last = 0;
    const auto [p, e] = std::from_chars(from.data(), from.data() + from.size(), first);
    const auto [q, f] = std::from_chars(to.data(), to.data() + to.size(), last);
    const bool whole = p == from.data() + from.size() && q == to.data() + to.size();
    if (e != std::errc() || f != std::errc() || !whole || last < first)
      return Fail(BadRange(from, to, type));
    return std::vector<Slice>{{from, std::to_string(last + 1), from + ".." + to}};
  }
  return Fail(
      Error(Code::kInvalid, "bad_backfill",
            Msg("--backfill needs a time or integer watermark, this one is {}", type.ToSql())));
}

std::string NewRowsSql(const std::string& raw, const std::vector<std::string>& columns,
                       const std::string& watermark, const DeliveredState& state) {
  const std::string list = ColumnList(columns), mark = QuoteName(watermark), table = QuoteName(raw);
  const std::string known = DeliveredValues(state.window);
  if (state.watermark.empty())
    return fmt::format("SELECT {} FROM {} WHERE {} IS NOT NULL", list, table, mark);
  const std::string greatest = fmt::format("{}", QuoteText(state.watermark));
  std::string sql = fmt::format("SELECT {} FROM {} WHERE {} > {}", list, table, mark, greatest);
  const std::string again = fmt::format("SELECT {0}, {1} AS aietl_hash FROM {2} WHERE {3} <= {4}",
                                        list, RowHash(columns), table, mark, greatest);
  if (known.empty()) {
    return sql + fmt::format(" UNION ALL SELECT {} FROM ({})", list, again);
  }
  return sql + fmt::format(
                   " UNION ALL SELECT {0} FROM (SELECT *, row_number() OVER (PARTITION BY "
                   "aietl_hash) AS aietl_copy FROM ({1})) r"
                   " LEFT JOIN (VALUES {2}) delivered(aietl_known, aietl_count) ON r.aietl_hash = "
                   "delivered.aietl_known"
                   " WHERE r.aietl_copy > coalesce(aietl_count, 0)",
                   list, again, known);
}

std::string GreatestSql(const std::string& raw, const std::string& watermark) {
  return fmt::format("SELECT max({})::VARCHAR FROM {}", QuoteName(watermark), QuoteName(raw));
}

std::string WindowRowsSql(const std::string& raw, const std::vector<std::string>& columns,
                          const spec::Incremental& incremental, const data::Type& type,
                          const std::string& greatest) {
  const Result<std::string> lower = Lagged(greatest, incremental.lag, type);
  return fmt::format("SELECT {0} AS h, count(*) FROM {1} WHERE {2} >= {3} GROUP BY h",
                     RowHash(columns), QuoteName(raw), QuoteName(incremental.watermark),
                     QuoteText(lower ? *lower : greatest));
}

}  // namespace aietl::runs
