#include "connectors/files/json_plan.h"

#include <algorithm>
#include <array>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "connectors/files/encoding.h"
#include "connectors/files/encoding_of_file.h"
#include "connectors/files/transcode.h"

namespace aietl::connectors::files {
namespace {

constexpr int64_t kQuickBytes = 4 << 20;

Result<std::unique_ptr<ByteSource>> OpenText(const JsonFile& file) {
  AIETL_ASSIGN(std::unique_ptr<ByteSource> bytes, OpenBytes(file.stamp.path, file.compression));
  return DecodeSource(std::move(bytes), file.encoding, file.stamp.path);
}

Result<JsonFile> Open(const std::string& path, const ReadContext& context) {
  JsonFile file;
  AIETL_ASSIGN(file.stamp, StampFile(path));
  AIETL_ASSIGN(const FileKind kind,
               RecogniseFile(path, context.options.format.value_or(Format::kJson),
                             context.options.compression));
  file.compression = kind.compression;
  bool complete = false;
  AIETL_ASSIGN(const std::string head, ReadHead(path, file.compression, 64 << 10, &complete));
  file.marked = ByteOrderMark(head).mark > 0;
  file.encoding = context.options.encoding;
  if (file.encoding.empty()) {
    AIETL_ASSIGN(file.encoding, FindEncoding(path, file.compression, head, complete, !context.quick,
                                             context.stop));
  }
  return file;
}

// Fields that stand around records and tell about the answer, not about data.
bool IsEnvelope(const std::string& name) {
  constexpr std::array<std::string_view, 36> kNames{
      "total",       "count",    "page",         "pages",      "next",      "previous",
      "prev",        "limit",    "offset",       "status",     "meta",      "metadata",
      "links",       "_links",   "paging",       "pagination", "success",   "message",
      "error",       "errors",   "took",         "version",    "timestamp", "size",
      "total_count", "has_more", "cursor",       "next_page",  "page_size", "per_page",
      "code",        "ok",       "generated_at", "request_id", "info",      "schema"};
  return std::find(kNames.begin(), kNames.end(), LowerUtf8(name)) != kNames.end();
}

// Whether all that stands beside `path` inside `shape` is envelope.
bool OnlyEnvelopeBeside(const JsonShape& shape, const std::string& path) {
  const size_t dot = path.find('.');
  const std::string name = path.substr(0, dot);
  for (const auto& field : shape.fields) {
    if (field->name == name) {
      if (dot != std::string::npos && !OnlyEnvelopeBeside(field->shape, path.substr(dot + 1)))
        return false;
    } else if (!IsEnvelope(field->name)) {
      return false;
    }
  }
  return true;
}

// Which of the arrays inside a single object holds the records; nullptr: the object is a record.
const JsonSniff::Inner* ChooseInner(const JsonSniff& sniff) {
  const JsonSniff::Inner* chosen = nullptr;
  for (const JsonSniff::Inner& inner : sniff.inner) {
    if (!OnlyEnvelopeBeside(sniff.records, inner.path)) continue;
    if (chosen != nullptr) return nullptr;
    chosen = &inner;
  }
  return chosen;
}

Result<const JsonSniff::Inner*> FindInner(const JsonSniff& sniff, const std::string& path,
                                          const std::string& file) {
  std::vector<std::string> names;
  for (const JsonSniff::Inner& inner : sniff.inner) {
    if (inner.path == path) return &inner;
    names.push_back(inner.path);
  }
  return Fail(
      Error(Code::kInvalid, "no_records", Msg("{}: there is no array of records at {}", file, path))
          .About(path)
          .Hint(DidYouMean(path, names)));
}

class Planner {
 public:
  explicit Planner(const ReadContext& context) : context_(context) {}

  Result<void> Add(const std::string& path) {
    AIETL_ASSIGN(JsonFile file, Open(path, context_));
    const std::string shown = ShownPath(path, context_.folder);
    const bool first = plan.files.empty();
    if (!context_.options.records.empty() || !inside_.empty()) {
      AIETL_TRY(AddInner(shown, &file));
    } else {
      AIETL_TRY(Scan(file, shown, &all));
      file.layout = all.layout;
      if (first && all.rows == 1 && all.layout != JsonLayout::kArray && all.complete) {
        if (const JsonSniff::Inner* inner = ChooseInner(all)) {
          inside_ = inner->path;
          all = JsonSniff();
          AIETL_TRY(AddInner(shown, &file));
        }
      }
    }
    const double size = static_cast<double>(file.stamp.size);
    const double looked = static_cast<double>(all.looked_at - looked_before_);
    const double rows = static_cast<double>(all.rows - rows_before_);
    const bool grows = !all.complete && file.compression == Compression::kNone && looked > 0;
    plan.estimated_rows += grows ? rows * std::max(1.0, size / looked) : rows;
    plan.complete = plan.complete && all.complete;
    looked_before_ = all.looked_at;
    rows_before_ = all.rows;
    all.complete = true;
    plan.files.push_back(std::move(file));
    return {};
  }

  Result<JsonPlan> Finish() {
    for (const auto& field : all.records.fields) {
      plan.schema.columns.push_back(
          {field->name, TypeOf(field->shape, field->name, &plan.problems)});
    }
    plan.rows = all.rows;
    plan.longest = all.longest;
    plan.records = inside_;
    AIETL_TRY(CheckNames());
    return std::move(plan);
  }

  JsonPlan plan;
  JsonSniff all;

 private:
  Result<void> Scan(const JsonFile& file, const std::string& shown, JsonSniff* into) {
    AIETL_ASSIGN(const std::unique_ptr<ByteSource> text, OpenText(file));
    return SniffJson(*text, shown, context_.quick ? kQuickBytes : -1, context_.stop, into);
  }

  // The records are in an array inside the file's one object: finds it, then looks at it alone.
  Result<void> AddInner(const std::string& shown, JsonFile* file) {
    const std::string path = inside_.empty() ? context_.options.records : inside_;
    JsonSniff outer;
    {
      AIETL_ASSIGN(const std::unique_ptr<ByteSource> text, OpenText(*file));
      AIETL_TRY(SniffJson(*text, shown, -1, context_.stop, &outer));
    }
    AIETL_ASSIGN(const JsonSniff::Inner* inner, FindInner(outer, path, shown));
    inside_ = path;
    file->layout = JsonLayout::kArray;
    file->inside = inner->range;
    AIETL_ASSIGN(std::unique_ptr<ByteSource> text, OpenText(*file));
    text = RangeSource(std::move(text), inner->range.begin, inner->range.end);
    return SniffJson(*text, shown, context_.quick ? kQuickBytes : -1, context_.stop, &all);
  }

  Result<void> CheckNames() {
    std::vector<std::string> seen;
    for (const data::Column& column : plan.schema.columns) {
      const std::string lower = LowerUtf8(column.name);
      if (std::find(seen.begin(), seen.end(), lower) != seen.end()) {
        return Fail(Error(Code::kUnsupported, "duplicate_column_name",
                          Msg("two fields differ in capital letters only: {}", column.name))
                        .About(column.name)
                        .Hint(Tr("rename one of them in the file: SQL does not tell them apart")));
      }
      if (column.name.empty()) {
        return Fail(Error(Code::kUnsupported, "empty_column_name", Tr("a field has an empty name"))
                        .Hint(Tr("give it a name in the file")));
      }
      seen.push_back(lower);
    }
    return {};
  }

  const ReadContext& context_;
  std::string inside_;
  int64_t looked_before_ = 0;
  int64_t rows_before_ = 0;
};

}  // namespace

Result<JsonPlan> PlanJson(const std::vector<std::string>& paths, const ReadContext& context) {
  Planner planner(context);
  for (const std::string& path : paths)
    AIETL_TRY(planner.Add(path));
  return planner.Finish();
}

}  // namespace aietl::connectors::files
