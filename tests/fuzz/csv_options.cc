// Options of files and bytes of files: whatever both are, they are refused with words or sniffed;
// what is sniffed accounts for every record, and records do not depend on how the text is cut.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "connectors/files/csv_parse.h"
#include "connectors/files/csv_sniff.h"
#include "connectors/files/encoding.h"
#include "connectors/files/json_sniff.h"
#include "connectors/files/options.h"
#include "json/node.h"

namespace {

using namespace aietl::connectors::files;

// Text in memory, given in small pieces.
class Pieces : public ByteSource {
 public:
  explicit Pieces(std::string_view text) : text_(text) {}
  aietl::Result<size_t> Read(char* out, size_t size) override {
    const size_t some = std::min<size_t>({size, 7, text_.size() - at_});
    text_.copy(out, some, at_);
    at_ += some;
    return some;
  }
  int64_t position() const override { return static_cast<int64_t>(at_); }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

std::string Records(const Dialect& dialect, std::string_view text, size_t piece) {
  CsvParser parser(dialect);
  std::string records;
  std::string buffer;
  std::vector<Field> fields;
  size_t at = 0;
  do {
    const std::string_view next = text.substr(at, piece);
    at += next.size();
    buffer += next;
    parser.SetText(buffer, at == text.size());
    CsvEvent event = CsvEvent::kRecord;
    while ((event = parser.Next(&fields, false)) == CsvEvent::kRecord) {
      records += std::to_string(parser.line()) + '\x1D';
      for (const Field& field : fields)
        records += std::string(field.text) + (field.quoted ? '\x1E' : '\x1F');
    }
    if (event == CsvEvent::kOpenQuote || event == CsvEvent::kAfterQuote)
      return records + "broken at " + std::to_string(parser.line());
    buffer.erase(0, parser.consumed());
  } while (at < text.size());
  return records;
}

// The document's options, then a line of three dashes, then the file.
void TryOptions(std::string_view yaml, const std::string& content) {
  const auto node = aietl::json::ParseYaml(yaml, "x.yaml");
  if (!node) return;
  aietl::Problems problems;
  const auto options = aietl::config::ParseOptions(SourceOptions(), *node, "x.yaml", &problems);
  const auto read = ParseReadOptions(&options);
  if (!read) {
    AIETL_CHECK(!read.error().message.empty() && !read.error().id.empty());
    return;
  }
  const auto sniff = SniffText(content, false, *read, "x.csv");
  if (!sniff) {
    AIETL_CHECK(sniff.error().place.line >= 1);
    return;
  }
  AIETL_CHECK(sniff->empty || !sniff->columns.empty());
  AIETL_CHECK(static_cast<double>(sniff->sampled_rows) <= sniff->rows);
  for (const ColumnPlan& plan : sniff->columns)
    AIETL_CHECK(!plan.name.empty() && !plan.type.ToSql().empty());
  AIETL_CHECK(Fingerprint(*read) == Fingerprint(*read));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const size_t cut = input.find("\n---\n");
  const std::string yaml = cut == std::string::npos ? "{}" : input.substr(0, cut);
  const std::string content = cut == std::string::npos ? input : input.substr(cut + 5);
  TryOptions(yaml, content);
  const Dialect dialect = SniffDialect(content, true, {}, false, nullptr);
  const std::string whole = Records(dialect, content, content.size() + 1);
  for (const size_t piece : {size_t{1}, size_t{3}})
    AIETL_CHECK(Records(dialect, content, piece) == whole);
  ByteCounts counts;
  counts.Add(content);
  AIETL_CHECK(!counts.Guess().name.empty());
  Utf8Check at_once;
  Utf8Check in_two;
  const bool good = at_once.Add(content) && at_once.complete();
  const std::string_view text = content;
  const bool good_in_two = in_two.Add(text.substr(0, size / 2)) &&
                           in_two.Add(text.substr(std::min(text.size(), size / 2))) &&
                           in_two.complete();
  AIETL_CHECK(good == good_in_two);
  Pieces pieces(content);
  JsonSniff sniff;
  const auto json = SniffJson(pieces, "x.json", -1, {}, &sniff);
  if (!json) AIETL_CHECK(json.error().place.line >= 1 && !json.error().message.empty());
  if (json) {
    for (const auto& field : sniff.records.fields)
      AIETL_CHECK(!TypeOf(field->shape, field->name, nullptr).ToSql().empty());
  }
  return 0;
}
