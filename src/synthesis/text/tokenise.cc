#include <algorithm>
#include <array>

#include "base/clock.h"
#include "base/utf8.h"
#include "synthesis/text/dates.h"
#include "synthesis/text/letters.h"
#include "synthesis/text/numbers.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {
namespace {

bool IsBlank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x200B;
}

char32_t ClosingQuote(char32_t open) {
  switch (open) {
    case '"': return '"';
    case '`': return '`';
    case U'«': return U'»';
    case U'“': return U'”';
    case U'„': return U'“';
    case U'‘': return U'’';
    case '\'': return '\'';
    default: return 0;
  }
}

bool IsPathCharacter(char32_t c) {
  return IsLetter(c) || IsDigit(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == '*' ||
         c == '?' || c == '~' || c == ':' || c == '@' || c == '%' || c == '+' || c == '=' ||
         c == '&' || c == '[' || c == ']' || c == '{' || c == '}' || c == '$' || c == '#';
}

constexpr std::array<std::u32string_view, 19> kEndings = {
    U".csv",  U".tsv", U".txt",  U".json", U".ndjson", U".jsonl",   U".parquet",
    U".pq",   U".gz",  U".zst",  U".db",   U".sqlite", U".sqlite3", U".duckdb",
    U".xlsx", U".xls", U".yaml", U".yml",  U".avro"};

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view sentence) : text_(DecodeUtf8(sentence)) {}

  static bool IsAccent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

  std::vector<Token> Run() {
    while (at_ < text_.size()) {
      if (IsBlank(text_[at_])) {
        ++at_;
      } else if (!Quoted() && !Path() && !Date() && !Number() && !Word()) {
        Add(TokenKind::kPunctuation, at_ + PunctuationLength());
      }
    }
    Abbreviations();
    NumberWords();
    Periods();
    return std::move(tokens_);
  }

 private:
  std::u32string_view View(size_t from, size_t to) const {
    return std::u32string_view(text_).substr(from, to - from);
  }

  Token& Add(TokenKind kind, size_t end) {
    Token token;
    token.kind = kind;
    token.span = {static_cast<int>(at_), static_cast<int>(end)};
    token.text = EncodeUtf8(View(at_, end));
    SetWord(token, View(at_, end));
    at_ = end;
    tokens_.push_back(std::move(token));
    return tokens_.back();
  }

  static void SetWord(Token& token, std::u32string_view word) {
    std::u32string lower;
    for (const char32_t c : word) {
      if (IsAccent(c)) continue;  // a stress mark is no letter
      const char32_t low = LowerCodePoint(c);
      lower.push_back(low == U'ё' ? U'е' : low == U'’' ? U'\'' : low);
      token.cyrillic = token.cyrillic || IsCyrillic(c);
    }
    token.lower = EncodeUtf8(lower);
    token.stem = StemOf(token.lower);
  }

  bool Quoted() {
    const char32_t open = text_[at_], close = ClosingQuote(open);
    if (close == 0) return false;
    // An apostrophe inside or behind a word is no quote (O'Brien, customers').
    if (open == '\'' && at_ > 0 && (IsLetter(text_[at_ - 1]) || IsDigit(text_[at_ - 1])))
      return false;
    const size_t end = text_.find(close, at_ + 1);
    if (end == std::u32string::npos || end == at_ + 1) return false;
    const std::u32string inside(View(at_ + 1, end));
    Token& token = Add(LooksLikePath(inside) ? TokenKind::kPath : TokenKind::kQuoted, end + 1);
    token.text = EncodeUtf8(inside);
    token.cyrillic = false;
    SetWord(token, inside);
    return true;
  }

  static bool LooksLikePath(std::u32string_view text) {
    if (text.find(U"://") != std::u32string_view::npos) return true;
    std::u32string lower(text);
    for (char32_t& c : lower)
      c = LowerCodePoint(c);
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::u32string_view ending) {
      return lower.size() > ending.size() && std::u32string_view(lower).ends_with(ending);
    });
  }

  bool Path() {
    size_t end = at_;
    while (end < text_.size() && IsPathCharacter(text_[end]))
      ++end;
    while (end > at_ && (text_[end - 1] == '.' || text_[end - 1] == ':' || text_[end - 1] == '?' ||
                         text_[end - 1] == '-'))
      --end;
    const std::u32string_view word = View(at_, end);
    if (word.size() < 2) return false;
    const bool folder = (word.starts_with(U"./") || word.starts_with(U"../") ||
                         word.starts_with(U"~/") || (word[0] == '/' && word.size() > 2)) ||
                        (word.ends_with(U"/") && word.size() > 2 && IsLetter(word[0]));
    // day/month/year is no path below a folder "day".
    if (word[0] == '/' && at_ > 0 && (IsLetter(text_[at_ - 1]) || IsDigit(text_[at_ - 1])) &&
        !LooksLikePath(word))
      return false;
    if (!folder && !LooksLikePath(word)) return false;
    Add(TokenKind::kPath, end);
    return true;
  }

  bool Date() {
    if (!IsDigit(text_[at_])) return false;
    size_t end = at_;
    while (end < text_.size() &&
           (IsDigit(text_[end]) || text_[end] == '-' || text_[end] == '.' || text_[end] == '/'))
      ++end;
    while (end > at_ && !IsDigit(text_[end - 1]))
      --end;
    const std::string text = EncodeUtf8(View(at_, end));
    if (const std::optional<std::string> iso = IsoDate(text)) {
      Token& token = Add(TokenKind::kDate, end);
      token.date_from = *iso;
      token.date_to = NextDay(*iso);
      return true;
    }
    // 2024-03: a month.
    if (text.size() == 7 && text[4] == '-' &&
        text.find_first_not_of("0123456789-") == std::string::npos) {
      const int month = std::stoi(text.substr(5));
      const int year = std::stoi(text.substr(0, 4));
      if (month >= 1 && month <= 12 && year >= 1900) {
        Token& token = Add(TokenKind::kDate, end);
        token.date_from = text + "-01";
        token.date_to = month == 12 ? std::to_string(year + 1) + "-01-01"
                                    : text.substr(0, 5) + (month < 9 ? "0" : "") +
                                          std::to_string(month + 1) + "-01";
        return true;
      }
    }
    return false;
  }

  static std::string NextDay(const std::string& iso) {
    Micros at = 0;
    ParseTimestamp(iso, &at);
    return FormatTimestamp(at + 86'400'000'000).substr(0, 10);
  }

  bool Number() {
    const bool minus = text_[at_] == '-' || text_[at_] == 0x2212;
    if (minus && at_ > 0 && !IsBlank(text_[at_ - 1]) && text_[at_ - 1] != '(') return false;
    const std::optional<NumberText> number = NumberAt(text_, at_);
    if (!number) return false;
    size_t end = at_ + number->length;
    // 3rd, 2024q1, 5xx: letters directly behind make it a word, but for a multiplier or a percent
    // sign.
    size_t letters = end;
    while (letters < text_.size() &&
           (IsLetter(text_[letters]) || IsDigit(text_[letters]) || text_[letters] == '_'))
      ++letters;
    std::u32string suffix(View(end, letters));
    for (char32_t& c : suffix)
      c = LowerCodePoint(c);
    const int64_t multiplier = Multiplier(EncodeUtf8(suffix));
    const bool clock = suffix == U"am" || suffix == U"pm";  // 6pm is a number and a word
    if (letters > end && multiplier == 0 && !clock) return false;
    std::string exact = number->exact;
    if (multiplier != 0) {
      exact = Multiplied(exact, multiplier);
      end = letters;
    } else if (end < text_.size() && text_[end] == '%') {
      ++end;
    }
    Token& token = Add(TokenKind::kNumber, end);
    token.number = std::stod(exact);
    token.number_text = exact;
    return true;
  }

  static std::string Multiplied(const std::string& exact, int64_t multiplier) {
    std::string digits = exact;
    int64_t zeros = multiplier == 1'000 ? 3 : 6;
    const size_t point = digits.find('.');
    if (point != std::string::npos) {
      const auto fraction = static_cast<int64_t>(digits.size() - point - 1);
      digits.erase(point, 1);
      if (fraction > zeros)
        return digits.insert(digits.size() - static_cast<size_t>(fraction - zeros), ".");
      zeros -= fraction;
    }
    return digits + std::string(static_cast<size_t>(zeros), '0');
  }

  bool Word() {
    const auto part = [&](size_t i) {
      return i < text_.size() && (IsLetter(text_[i]) || IsDigit(text_[i]) || text_[i] == '_' ||
                                  (i > at_ && IsAccent(text_[i])));
    };
    if (!part(at_)) return false;
    size_t end = at_;
    while (part(end) || (end > at_ && part(end + 1) && Joins(end)))
      ++end;
    Add(TokenKind::kWord, end);
    return true;
  }

  // Inside a word: a hyphen or apostrophe between letters, a dot in a qualified name (mart.orders).
  bool Joins(size_t i) const {
    const char32_t c = text_[i], before = text_[i - 1], after = text_[i + 1];
    // Codes: I10.9, SKU-001, utf-8.
    const bool code = at_ < i && IsLetter(text_[at_]) && text_[at_] < 0x80 && IsDigit(after);
    if (c == '-' && code && (IsLetter(before) || IsDigit(before))) return true;
    if (c == '.' && code && IsDigit(before)) return true;
    if (c == '-' || c == '\'' || c == U'’')
      return (IsLetter(before) || IsDigit(before)) && IsLetter(after);
    return c == '.' && (IsLetter(before) || IsDigit(before) || before == '_') &&
           (IsLetter(after) || after == '_') && before < 0x80 && after < 0x80;
  }

  size_t PunctuationLength() const {
    for (const std::u32string_view sign :
         {U"->", U"=>", U">=", U"<=", U"!=", U"<>", U"==", U"..", U"—>"}) {
      if (View(at_, text_.size()).starts_with(sign)) return sign.size();
    }
    return 1;
  }

  // The dot of an abbreviation ends no sentence: "no. of", "i.e.", "avg. price", «т.е.», «кол.
  // строк».
  void Abbreviations() {
    static constexpr std::array<std::string_view, 26> kShort = {
        "i.e", "e.g",  "avg",  "max", "min", "num",  "cnt", "qty",  "approx",
        "vs",  "incl", "excl", "etc", "inc", "dept", "est", "макс", "мин",
        "ср",  "кол",  "шт",   "руб", "гг",  "др",   "пр",  "напр"};
    const auto joined = [&](size_t i) {
      return i < tokens_.size() && tokens_[i].span.begin == tokens_[i - 1].span.end;
    };
    const auto letter = [&](size_t i) {
      return i < tokens_.size() && tokens_[i].cyrillic && tokens_[i].lower.size() == 2;
    };
    const auto dot = [&](size_t i) { return joined(i) && tokens_[i].text == "."; };
    std::vector<Token> out;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      out.push_back(tokens_[i]);
      Token& token = out.back();
      if (token.kind != TokenKind::kWord || !dot(i + 1)) continue;
      if (letter(i) && joined(i + 2) && letter(i + 2) && dot(i + 3)) {
        token.lower += "." + tokens_[i + 2].lower;
        token.text += "." + tokens_[i + 2].text;
        token.stem = token.lower;
        token.span.end = tokens_[i + 3].span.end;
        i += 3;
        continue;
      }
      const bool number_of = (token.lower == "no" || token.lower == "nr" || token.lower == "nos") &&
                             i + 2 < tokens_.size() && tokens_[i + 2].text == "of";
      if (number_of || std::find(kShort.begin(), kShort.end(), token.lower) != kShort.end()) ++i;
    }
    tokens_ = std::move(out);
  }

  // "two", «пять», "10 thousand", «5 тысяч»: numbers, too.
  void NumberWords() {
    std::vector<Token> out;
    for (Token& token : tokens_) {
      if (token.kind == TokenKind::kWord && !out.empty() && out.back().kind == TokenKind::kNumber) {
        const int64_t multiplier = token.lower.size() > 2 ? Multiplier(token.lower) : 0;
        if (multiplier != 0) {
          Token& number = out.back();
          number.number_text = Multiplied(number.number_text, multiplier);
          number.number = std::stod(number.number_text);
          number.span.end = token.span.end;
          number.text += " " + token.text;
          continue;
        }
      }
      // «апрель-июнь» is two months.
      if (const size_t hyphen = token.text.find('-');
          token.kind == TokenKind::kWord && hyphen != std::string::npos) {
        Token first = token, second = token, sign = token;
        first.text = token.text.substr(0, hyphen);
        first.lower = token.lower.substr(0, token.lower.find('-'));
        second.text = token.text.substr(hyphen + 1);
        second.lower = token.lower.substr(token.lower.find('-') + 1);
        if (MonthOf(first) > 0 && MonthOf(second) > 0) {
          first.stem = StemOf(first.lower);
          second.stem = StemOf(second.lower);
          sign.kind = TokenKind::kPunctuation;
          sign.text = sign.lower = sign.stem = "-";
          out.push_back(std::move(first));
          out.push_back(std::move(sign));
          out.push_back(std::move(second));
          continue;
        }
      }
      if (token.kind == TokenKind::kWord) {
        if (const std::optional<int> value = NumberWord(token.lower)) {
          token.kind = TokenKind::kNumber;
          token.number = *value;
          token.number_text = std::to_string(*value);
        }
      }
      out.push_back(std::move(token));
    }
    tokens_ = std::move(out);
  }

  void Periods() {
    const Micros now = SystemClock().Now();
    std::vector<Token> out;
    for (size_t i = 0; i < tokens_.size();) {
      const std::optional<Period> period = PeriodAt(tokens_, i, now);
      if (!period) {
        out.push_back(std::move(tokens_[i++]));
        continue;
      }
      Token date = std::move(tokens_[i]);
      date.kind = TokenKind::kDate;
      date.number.reset();
      date.date_from = period->from;
      date.date_to = period->to;
      for (size_t k = 1; k < period->tokens; ++k) {
        date.text += " " + tokens_[i + k].text;
        date.span.end = tokens_[i + k].span.end;
      }
      out.push_back(std::move(date));
      i += period->tokens;
    }
    tokens_ = std::move(out);
  }

  std::u32string text_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Tokenise(std::string_view sentence) {
  return Tokeniser(sentence).Run();
}

Language GuessLanguage(const std::vector<Token>& tokens) {
  int russian = 0, english = 0;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord) continue;
    (token.cyrillic ? russian : english) += static_cast<int>(Utf8Length(token.text));
  }
  return russian * 2 > english ? Language::kRussian : Language::kEnglish;
}

}  // namespace aietl::synthesis
