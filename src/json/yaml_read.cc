#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "base/text.h"
#include "base/utf8.h"
#include "json/internal/duplicate_keys.h"
#include "json/node.h"
#include "json/text_position.h"

namespace aietl::json {
namespace {

constexpr size_t kMaxNesting = 100;
constexpr size_t kMaxBytes = 16U << 20U;

// Carries our error through yaml-cpp's parser, which knows no other way to stop.
struct Stopped {
  Error error;
};

// yaml-cpp marks positions in bytes from 0; only `pos` is used, because its lines ignore '\r' and
// its columns count bytes.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, const std::string& file)
      : text_(text), file_(file), positions_(text) {}

  Node Take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    if (!text_.substr(std::min(Offset(mark), text_.size())).starts_with("---")) {
      Stop(mark, "invalid_yaml", Tr("this text belongs to nothing above it"),
           Tr("check the indentation"));
    }
    Stop(mark, "more_documents", Tr("the file holds more than one YAML document"),
         Tr("keep one document a file; remove the part after the second `---`"));
  }
  void OnDocumentEnd() override {}

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { StopAtAnchor(mark); }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (anchor != 0) StopAtAnchor(mark);
    Node node = At(mark, NodeKind::kNull);
    const std::string_view word = NullWordAt(Offset(mark));
    if (WantsKey()) {
      if (word.empty()) Stop(mark, "empty_key", Tr("a key is missing before the colon"), "");
      node.kind = NodeKind::kScalar;
      node.text = std::string(word);
      last_key_ = Offset(mark);
    } else if (word.empty() && !open_.empty()) {
      CheckMayBeAbsent(mark);
      if (open_.back().has_key) {  // yaml-cpp gives the place of the next token
        node.line = node.text_line = open_.back().key.line;
        node.column = node.text_column = open_.back().key.column;
      }
    }
    Put(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    CheckProperties(mark, tag, anchor);
    Node node = At(mark, NodeKind::kScalar);
    node.text = value;
    node.quoted = tag == "!";
    if (node.quoted) PlaceText(mark, node);
    if (WantsKey()) last_key_ = Offset(mark);
    Put(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    Begin(mark, tag, anchor, NodeKind::kSequence, style);
  }
  void OnSequenceEnd() override { End(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    Begin(mark, tag, anchor, NodeKind::kMapping, style);
  }
  void OnMapEnd() override { End(); }

  Place PlaceOf(const YAML::Mark& mark) const {
    const LineColumn at = positions_.At(Offset(mark));
    return {file_, at.line, at.column};
  }

 private:
  struct Open {
    Node node;
    Node key;
    bool has_key = false;
    bool flow = false;
  };

  static size_t Offset(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<size_t>(mark.pos);
  }

  [[noreturn]] void Stop(const YAML::Mark& mark, const char* id, std::string message,
                         std::string hint) const {
    throw Stopped{
        Error(Code::kInvalid, id, std::move(message)).At(PlaceOf(mark)).Hint(std::move(hint))};
  }
  [[noreturn]] void StopAtAnchor(const YAML::Mark& mark) const {
    Stop(mark, "unsupported_yaml", Tr("anchors (&) and aliases (*) are not supported"),
         Tr("write the value out, or put quotes around it if it is text"));
  }

  void CheckProperties(const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor) const {
    if (anchor != 0) StopAtAnchor(mark);
    if (!tag.empty() && tag != "?" && tag != "!") {
      Stop(mark, "unsupported_yaml", Tr("tags (!) are not supported"),
           Tr("write the value without the tag; quotes make it text"));
    }
  }

  Node At(const YAML::Mark& mark, NodeKind kind) const {
    const LineColumn at = positions_.At(Offset(mark));
    Node node;
    node.kind = kind;
    node.line = node.text_line = at.line;
    node.column = node.text_column = at.column;
    return node;
  }

  bool WantsKey() const {
    return !open_.empty() && open_.back().node.kind == NodeKind::kMapping && !open_.back().has_key;
  }

  std::string_view NullWordAt(size_t offset) const {
    for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
      if (text_.substr(std::min(offset, text_.size())).starts_with(word)) return word;
    }
    return {};
  }

  // yaml-cpp takes `[a, , b]` and keys without a colon for nulls; a person who writes them has made
  // a mistake.
  void CheckMayBeAbsent(const YAML::Mark& mark) const {
    const Open& top = open_.back();
    if (top.node.kind == NodeKind::kSequence) {
      if (top.flow) Stop(mark, "invalid_yaml", Tr("an item is missing between the commas"), "");
      return;
    }
    size_t end = last_key_ + top.key.text.size();
    if (top.key.quoted) end = QuotedEnd(last_key_) + 1;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t'))
      ++end;
    if (end < text_.size() && text_[end] == ':') return;
    const size_t before = text_.find_last_not_of(" \t", last_key_ == 0 ? 0 : last_key_ - 1);
    if (last_key_ > 0 && before != std::string_view::npos && text_[before] == '?') return;
    throw Stopped{
        Error(Code::kInvalid, "invalid_yaml", Msg("the key {} has no value", top.key.text))
            .At({file_, top.key.line, top.key.column})
            .Hint(Tr("write `key: value`, with a blank after the colon"))};
  }

  // The offset of the closing quote, or the end of the text.
  size_t QuotedEnd(size_t offset) const {
    const char quote = text_[offset];
    for (size_t i = offset + 1; i < text_.size(); ++i) {
      if (quote == '"' && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == quote) {
        if (quote == '"' || i + 1 == text_.size() || text_[i + 1] != quote) return i;
        ++i;
      }
    }
    return text_.size();
  }

  void Begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, NodeKind kind,
             YAML::EmitterStyle::value style) {
    CheckProperties(mark, tag, anchor);
    if (WantsKey()) {
      Stop(mark, "complex_key", Tr("a list or a map cannot be a key"),
           Tr("close the bracket that opens here, or put quotes around the key"));
    }
    if (open_.size() >= kMaxNesting) {
      Stop(mark, "too_deep", Msg("nested deeper than {} levels", kMaxNesting), "");
    }
    open_.push_back({At(mark, kind), {}, false, style == YAML::EmitterStyle::Flow});
  }

  void End() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    if (node.kind == NodeKind::kMapping) {
      if (Result<void> differ = CheckKeysDiffer(node, file_); !differ)
        throw Stopped{std::move(differ.error())};
    }
    Put(std::move(node));
  }

  void Put(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& top = open_.back();
    if (top.node.kind == NodeKind::kSequence) {
      top.node.items.push_back(std::move(node));
    } else if (!top.has_key) {
      top.key = std::move(node);
      top.has_key = true;
    } else {
      top.node.members.push_back({std::move(top.key), std::move(node)});
      top.has_key = false;
    }
  }

  // Where the text of a quoted or block scalar starts, for messages about what stands in it.
  void PlaceText(const YAML::Mark& mark, Node& node) const {
    const size_t offset = Offset(mark);
    const char indicator = offset < text_.size() ? text_[offset] : '\0';
    if (indicator == '"' || indicator == '\'') {
      if (QuotedEnd(offset) == text_.size())
        Stop(mark, "invalid_yaml", Tr("the quote that opens here is not closed"), "");
      ++node.text_column;
    }
    if (indicator != '|' && indicator != '>') return;
    node.text_line = node.line + 1;
    node.text_column = 1;
    // The block's indentation is that of its first line with content, less the blanks that belong
    // to the text itself.
    for (int line = node.text_line; line <= positions_.lines(); ++line) {
      const std::string_view source = positions_.Line(line);
      const size_t blanks = source.find_first_not_of(' ');
      if (blanks == std::string_view::npos) continue;
      const size_t content = node.text.find_first_not_of('\n');
      if (content == std::string::npos) return;
      const size_t own =
          std::min(node.text.find_first_not_of(' ', content), node.text.size()) - content;
      if (blanks >= own) node.text_column = static_cast<int>(blanks - own) + 1;
      return;
    }
  }

  std::string_view text_;
  const std::string& file_;
  TextPositions positions_;
  std::vector<Open> open_;
  Node root_;
  size_t last_key_ = 0;  // offset of the key read last
  int documents_ = 0;
};

// yaml-cpp's terse messages in words that help.
Error Explain(const YAML::Exception& e, Place place, std::string_view line) {
  struct Row {
    const char* theirs;
    const char* message;
    const char* hint;
  };
  static constexpr Row rows[] = {
      {"illegal map value", "a colon stands where none may stand",
       "check the indentation; put quotes around text that holds a colon and a blank"},
      {"end of map not found", "the text does not fit the mapping above it",
       "check the indentation, quotes and brackets"},
      {"end of sequence not found", "the text does not fit the list above it",
       "check the indentation, quotes and brackets"},
      {"end of map flow not found", "a closing } or a comma is missing", "close the bracket"},
      {"end of sequence flow not found", "a closing ] or a comma is missing", "close the bracket"},
      {"illegal flow end", "this bracket was never opened",
       "remove it, or put quotes around the text"},
      {"illegal block entry", "a list item stands where none may stand",
       "start the list in a new line"},
      {"unknown token", "text cannot start with this character", "put quotes around the text"},
      {"illegal EOF in scalar", "the text ends inside quotes", "close the quote"},
  };
  Error error(Code::kInvalid, "invalid_yaml", Msg("not valid YAML: {}", e.msg));
  for (const Row& row : rows) {
    if (e.msg != row.theirs) continue;
    error.message = Msg("not valid YAML: {}", Tr(row.message));
    error.hint = Tr(row.hint);
  }
  const size_t indentation = line.find_first_not_of(" \t");
  if (line.substr(0, std::min(indentation, line.size())).find('\t') != std::string_view::npos) {
    error.hint = Tr("indent with blanks, not with tabs");
  }
  error.place = std::move(place);
  return error;
}

size_t FirstInvalidByte(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (!IsValidUtf8(text.substr(i, length))) return i;
    i += length;
  }
  return text.size();
}

// YAML 1.2.2, section 5.1: what may not stand in a document at all. yaml-cpp takes U+0004 for the
// end of the file.
Result<void> CheckCharacters(std::string_view text, const std::string& file) {
  const auto fail = [&](size_t offset, const char* id, std::string message, std::string hint) {
    const LineColumn at = TextPositions(text).At(offset);
    return Fail(Error(Code::kInvalid, id, std::move(message))
                    .At({file, at.line, at.column})
                    .Hint(std::move(hint)));
  };
  if (text.size() > kMaxBytes) {
    return Fail(Error(Code::kInvalid, "too_large",
                      Msg("the document is larger than {} MiB", kMaxBytes >> 20U))
                    .At({file, 0, 0}));
  }
  if (!IsValidUtf8(text)) {
    const size_t good = FirstInvalidByte(text);
    return fail(good, "not_utf8", Tr("the text is not valid UTF-8"), Tr("save the file as UTF-8"));
  }
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
      return fail(i, "control_character",
                  Msg("control character {} in the text", static_cast<int>(c)),
                  Tr("write it as an escape in double quotes, such as \"\\x07\""));
    }
  }
  return {};
}

}  // namespace

Result<Node> ParseYaml(std::string_view text, const std::string& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  AIETL_TRY(CheckCharacters(text, file));
  TreeBuilder builder(text, file);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.Take();
  } catch (Stopped& stopped) {
    return Fail(std::move(stopped.error));
  } catch (const YAML::Exception& e) {
    Place place = builder.PlaceOf(e.mark);
    const std::string_view line = TextPositions(text).Line(place.line);
    return Fail(Explain(e, std::move(place), line));
  } catch (const std::exception& e) {
    return Fail(Error(Code::kInvalid, "invalid_yaml", Msg("not valid YAML: {}", e.what()))
                    .At({file, 0, 0}));
  }
}

}  // namespace aietl::json
