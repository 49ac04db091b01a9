// Laying the stream out, names, strings, comments.
#include <algorithm>

#include "sql/internal/characters.h"
#include "sql/print/printing.h"

namespace aietl::sql {

void Printing::Made(std::string text) {
  Item item{Kind::kText};
  item.at = static_cast<uint32_t>(made_.size());
  item.size = static_cast<uint32_t>(text.size());
  made_ += text;
  items_.push_back(item);
}

// The flat width of each group; what holds a hard break is wider than any line.
void Printing::Measure() {
  constexpr uint32_t kTooWide = 1U << 30;
  std::vector<std::pair<size_t, uint64_t>> open;
  uint64_t total = 0;
  for (size_t i = 0; i < items_.size(); ++i) {
    Item& item = items_[i];
    switch (item.kind) {
      case Kind::kText: total += item.size; break;
      case Kind::kLine: total += 1; break;
      case Kind::kHard:
      case Kind::kBlank: total += kTooWide; break;
      case Kind::kBegin: open.emplace_back(i, total); break;
      case Kind::kEnd:
        items_[open.back().first].width =
            static_cast<uint32_t>(std::min<uint64_t>(total - open.back().second, kTooWide));
        open.pop_back();
        break;
      default: break;
    }
  }
}

std::string Printing::Finish() {
  if (options_.pretty) Measure();
  std::string out;
  out.reserve(items_.size() * 4);
  size_t column = 0;
  uint32_t depth = 0;
  bool at_start = true;  // nothing but indentation stands on the line
  std::vector<bool> broken = {options_.pretty};
  const auto new_line = [&] {
    while (!out.empty() && out.back() == ' ')
      out.pop_back();
    if (out.empty()) return;
    if (out.back() != '\n' || !at_start) out += '\n';
    at_start = true;
    column = 0;
  };
  const auto write = [&](std::string_view text) {
    if (text.empty() || (text == " " && !out.empty() && out.back() == ' ')) return;
    if (at_start) {
      if (text == " ") return;
      if (options_.pretty) {
        const size_t spaces = static_cast<size_t>(depth) * options_.indent;
        out.append(spaces, ' ');
        column = spaces;
      }
      at_start = false;
    }
    out += text;
    const size_t newline = text.rfind('\n');
    column = newline == std::string_view::npos ? column + text.size() : text.size() - newline - 1;
  };
  for (const Item& item : items_) {
    switch (item.kind) {
      case Kind::kText: write(TextOf(item)); break;
      case Kind::kLine:
        if (broken.back())
          new_line();
        else if (!at_start)
          write(" ");
        break;
      case Kind::kSoft:
        if (broken.back()) new_line();
        break;
      case Kind::kHard: new_line(); break;
      case Kind::kBlank:
        new_line();
        if (options_.pretty && !out.empty() && !out.ends_with("\n\n")) out += '\n';
        break;
      case Kind::kBegin: {
        const size_t start = at_start ? static_cast<size_t>(depth) * options_.indent : column;
        broken.push_back(options_.pretty && start + item.width > options_.width);
        break;
      }
      case Kind::kEnd: broken.pop_back(); break;
      case Kind::kIn: ++depth; break;
      case Kind::kOut: --depth; break;
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n'))
    out.pop_back();
  return out;
}

std::string QuoteText(std::string_view text, const Dialect& dialect) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    if (c == '\\' && dialect.lex.backslash_escapes) out += '\\';
    if (c == '\0' && dialect.lex.backslash_escapes) {
      out += "\\0";
      continue;
    }
    out += c;
  }
  out += '\'';
  return out;
}

namespace {

std::string QuotedIdent(std::string_view name, char quote, const Dialect& dialect) {
  std::string out(1, quote);
  for (const char c : name) {
    if (c == quote || (c == '\\' && dialect.lex.backslash_names)) out += c;
    out += c;
  }
  out += quote;
  return out;
}

bool IsPlainName(std::string_view name, const Dialect& dialect) {
  if (name.empty() || !Is(name[0], kWordStart)) return false;
  for (const char c : name) {
    if (!Is(c, kWordPart) && !(c == '$' && dialect.lex.dollar_in_names)) return false;
  }
  return true;
}

}  // namespace

std::string QuoteName(std::string_view name, const Dialect& dialect) {
  bool plain = IsPlainName(name, dialect);
  for (const char c : name) {
    // A name with letters of the other case than unquoted names fold to.
    if (dialect.id == DialectId::kPostgres && c >= 'A' && c <= 'Z') plain = false;
    if (dialect.folds_upper && c >= 'a' && c <= 'z') plain = false;
  }
  if (plain) {
    const KeywordRights rights = dialect.RightsOf(FindKeyword(name));
    plain = (rights & kMayBeColumn) && (rights & kMayBeTable) && (rights & kMayBeBareLabel);
  }
  return plain ? std::string(name) : QuotedIdent(name, dialect.quote, dialect);
}

void Printing::Name(const Ident& ident) {
  if (ident.quote == '\'') return String(ident.text);
  if (ident.empty()) return;
  if (ident.quoted()) {
    if (ident.quote == '`' && dialect_.lex.backtick_identifier)
      return Made(QuotedIdent(ident.text, '`', dialect_));
    if (ident.quote == '"' && dialect_.lex.double_quotes_identifier)
      return Made(QuotedIdent(ident.text, '"', dialect_));
    return Made(QuotedIdent(ident.text, dialect_.quote, dialect_));
  }
  if (ident.begin != kNoPlace) return Text(ident.text);
  Made(QuoteName(ident.text, dialect_));
}

void Printing::Name(const sql::Name& name) {
  for (uint32_t i = 0; i < name.size(); ++i) {
    if (i) Text(".");
    Name(name[i]);
  }
}

void Printing::Names(const Span<Ident>& names) {
  List(names, [&](const Ident& name) { Name(name); });
}

void Printing::ParenNames(const Span<Ident>& names) {
  Text("(");
  Names(names);
  Text(")");
}

void Printing::String(std::string_view text) {
  Made(QuoteText(text, dialect_));
}

void Printing::EmitCommentsBefore(uint32_t offset) {
  if (!comments_ || offset == kNoPlace) return;
  while (next_comment_ < comments_->size() && (*comments_)[next_comment_].begin < offset) {
    const Comment& comment = (*comments_)[next_comment_++];
    std::string_view text = source_.substr(comment.begin, comment.end - comment.begin);
    if (comment.line && !options_.pretty) {
      // As a block comment, so that the text stays one line.
      size_t start = text.find_first_not_of("-#/");
      if (start == std::string_view::npos) start = text.size();
      std::string body(text.substr(start));
      for (size_t at; (at = body.find("*/")) != std::string::npos;)
        body.replace(at, 2, "* /");
      for (size_t at; (at = body.find("/*")) != std::string::npos;)
        body.replace(at, 2, "/ *");
      Made("/*" + body + (body.ends_with(' ') ? "*/" : " */"));
      Space();
    } else {
      Text(text);
      size_t after = comment.end;
      while (after < source_.size() &&
             (source_[after] == ' ' || source_[after] == '\t' || source_[after] == '\r'))
        ++after;
      const bool ends_line = comment.line || (after < source_.size() && source_[after] == '\n');
      if (options_.pretty && ends_line)
        Hard();
      else
        Space();
    }
  }
}

void Printing::EmitLastComments(uint32_t until) {
  if (!comments_ || next_comment_ >= comments_->size() ||
      (*comments_)[next_comment_].begin >= until)
    return;
  if (options_.pretty)
    Line();
  else
    Space();
  EmitCommentsBefore(until);
}

// Comments that stand before the clause's first word, not between it and its first node.
void Printing::Clause(std::string_view word, const Node* first) {
  if (comments_ && first && first->has_place() && next_comment_ < comments_->size() &&
      (*comments_)[next_comment_].begin < first->begin) {
    size_t last = next_comment_;
    while (last < comments_->size() && (*comments_)[last].begin < first->begin)
      ++last;
    // From the back: comments with nothing but white space up to the node belong to the node.
    uint32_t edge = first->begin;
    while (last > next_comment_) {
      const Comment& comment = (*comments_)[last - 1];
      const std::string_view between = source_.substr(comment.end, edge - comment.end);
      if (between.find_first_not_of(" \t\r\n(") != std::string_view::npos) break;
      edge = comment.begin;
      --last;
    }
    if (last > next_comment_) {
      Line();
      EmitCommentsBefore((*comments_)[last - 1].begin + 1);
      Soft();
      Text(word);
      return;
    }
  }
  Line();
  Text(word);
}

}  // namespace aietl::sql
