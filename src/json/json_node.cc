#include "base/utf8.h"
#include "json/internal/duplicate_keys.h"
#include "json/node.h"

namespace aietl::json {
namespace {

// Walks a text that Parse has accepted, so that every step may rely on the grammar of RFC 8259, and
// notes positions.
class JsonWalker {
 public:
  JsonWalker(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  Result<Node> Walk() {
    SkipBlanks();
    return Element();
  }

 private:
  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void Step() {
    const char c = text_[at_++];
    if (c == '\n' || (c == '\r' && Peek() != '\n')) {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }

  void SkipBlanks() {
    while (Peek() == ' ' || Peek() == '\t' || Peek() == '\n' || Peek() == '\r')
      Step();
  }

  Node Here(NodeKind kind) const {
    Node node;
    node.kind = kind;
    node.line = node.text_line = line_;
    node.column = node.text_column = column_;
    return node;
  }

  Result<Node> Element() {
    if (Peek() == '{') return Mapping();
    if (Peek() == '[') return Sequence();
    if (Peek() == '"') return String();
    Node node = Here(NodeKind::kScalar);
    const size_t start = at_;
    while (at_ < text_.size() &&
           std::string_view(",]} \t\r\n").find(Peek()) == std::string_view::npos)
      Step();
    node.text = std::string(text_.substr(start, at_ - start));
    if (node.text == "null") {
      node.kind = NodeKind::kNull;
      node.text.clear();
    }
    return node;
  }

  Result<Node> Sequence() {
    Node node = Here(NodeKind::kSequence);
    Step();
    for (SkipBlanks(); Peek() != ']'; SkipBlanks()) {
      if (Peek() == ',') {
        Step();
        SkipBlanks();
      }
      AIETL_ASSIGN(Node item, Element());
      node.items.push_back(std::move(item));
    }
    Step();
    return node;
  }

  Result<Node> Mapping() {
    Node node = Here(NodeKind::kMapping);
    Step();
    for (SkipBlanks(); Peek() != '}'; SkipBlanks()) {
      if (Peek() == ',') {
        Step();
        SkipBlanks();
      }
      Node key = String();
      SkipBlanks();
      Step();  // the colon
      SkipBlanks();
      AIETL_ASSIGN(Node value, Element());
      node.members.push_back({std::move(key), std::move(value)});
    }
    Step();
    AIETL_TRY(CheckKeysDiffer(node, file_));
    return node;
  }

  Node String() {
    Node node = Here(NodeKind::kScalar);
    node.quoted = true;
    ++node.text_column;
    Step();
    while (Peek() != '"') {
      if (Peek() == '\\') {
        Step();
        Escape(node.text);
      } else {
        node.text.push_back(Peek());
        Step();
      }
    }
    Step();
    return node;
  }

  void Escape(std::string& out) {
    const char c = Peek();
    Step();
    switch (c) {
      case 'b': out.push_back('\b'); return;
      case 'f': out.push_back('\f'); return;
      case 'n': out.push_back('\n'); return;
      case 'r': out.push_back('\r'); return;
      case 't': out.push_back('\t'); return;
      case 'u': break;
      default: out.push_back(c); return;
    }
    char32_t unit = Hex4();
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      Step();  // backslash and u of the trailing surrogate
      Step();
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (Hex4() - 0xDC00);
    }
    AppendUtf8(out, unit);
  }

  char32_t Hex4() {
    char32_t unit = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = Peek();
      Step();
      unit = unit * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return unit;
  }

  std::string_view text_;
  const std::string& file_;
  size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace

Result<Node> ParseJsonNode(std::string_view text, const std::string& file) {
  Result<Value> checked = Parse(text);
  if (!checked) {
    checked.error().place.file = file;
    return Fail(std::move(checked.error()));
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return JsonWalker(text, file).Walk();
}

}  // namespace aietl::json
