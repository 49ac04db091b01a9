// What is done to values on the way: trim, case, fill, round, cast, rename, drop.
#include <algorithm>

#include "base/text.h"
#include "synthesis/ask/parser.h"

namespace aietl::synthesis {
namespace {

// SQL type of a word: "integer", "date", «число».
std::string TypeWord(const std::string& lower) {
  static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"int", "BIGINT"},
      {"integer", "BIGINT"},
      {"bigint", "BIGINT"},
      {"number", "DECIMAL(18,4)"},
      {"numeric", "DECIMAL(18,4)"},
      {"decimal", "DECIMAL(18,4)"},
      {"float", "DOUBLE"},
      {"double", "DOUBLE"},
      {"text", "VARCHAR"},
      {"string", "VARCHAR"},
      {"date", "DATE"},
      {"timestamp", "TIMESTAMP"},
      {"boolean", "BOOLEAN"},
      {"число", "DECIMAL(18,4)"},
      {"числу", "DECIMAL(18,4)"},
      {"целое", "BIGINT"},
      {"целому", "BIGINT"},
      {"дату", "DATE"},
      {"дата", "DATE"},
      {"дате", "DATE"},
      {"текст", "VARCHAR"},
      {"строку", "VARCHAR"},
      {"строке", "VARCHAR"}};
  for (const auto& [word, type] : kTypes) {
    if (lower == word) return std::string(type);
  }
  return {};
}

}  // namespace

int Parser::Cleaning(int at) {
  struct Verb {
    const char* cue;
    Treatment treatment;
  };
  static constexpr Verb kVerbs[] = {{"trim", Treatment::kTrim},   {"lower", Treatment::kLower},
                                    {"upper", Treatment::kUpper}, {"fill", Treatment::kFill},
                                    {"round", Treatment::kRound}, {"cast", Treatment::kCast}};
  for (const Verb& verb : kVerbs) {
    const int length = Cue(at, verb.cue);
    if (length == 0) continue;
    int cursor = at + length;
    const auto skip = [&] {
      while (cursor < size() &&
             (IsNoise(cursor) || Cue(cursor, "is_null") || Cue(cursor, "during") ||
              Cue(cursor, "rows") || Cue(cursor, "select")) &&
             !BestReading(cursor))
        ++cursor;
    };
    skip();
    int end = at + length;
    std::vector<Column> columns = ColumnList(cursor, &end);
    if (columns.empty() && verb.treatment == Treatment::kTrim) {
      synthesis::Cleaning cleaning;
      cleaning.treatment = verb.treatment;
      cleaning.words = Words(at, at + length);
      out_.intent.cleanings.push_back(cleaning);
      Report(at, at + length, "select/trim");
      return length;
    }
    if (columns.empty()) {
      // "email in lower case": the column stands before.
      if (out_.intent.select.empty() || verb.treatment == Treatment::kFill ||
          verb.treatment == Treatment::kCast)
        return 0;
      columns = {out_.intent.select.back()};
      out_.intent.select.pop_back();
      if (!out_.intent.select_words.empty()) out_.intent.select_words.pop_back();
      end = at + length;
    }
    std::string argument;
    if (verb.treatment == Treatment::kFill || verb.treatment == Treatment::kRound ||
        verb.treatment == Treatment::kCast) {
      int value = end;
      while (value < size() &&
             (IsNoise(value) || Cue(value, "with_value") || Cue(value, "is_null") ||
              Cue(value, "by") || lower_[static_cast<size_t>(value)] == "до" ||
              lower_[static_cast<size_t>(value)] == "to"))
        ++value;
      if (value < size() && Free(value)) {
        const Token& token = tokens_[static_cast<size_t>(value)];
        if (verb.treatment == Treatment::kCast) {
          argument = TypeWord(token.lower);
        } else if (token.kind == TokenKind::kNumber) {
          argument = token.number_text;
        } else if (token.kind == TokenKind::kQuoted ||
                   (verb.treatment == Treatment::kFill && token.kind == TokenKind::kWord)) {
          argument = token.lower == "ноль" || token.lower == "нулем" || token.lower == "нулями" ||
                             token.lower == "zeros"
                         ? "0"
                         : data::QuoteText(token.text);
        }
        if (!argument.empty()) end = value + 1;
      }
      if (argument.empty() && verb.treatment == Treatment::kFill) {
        const std::string& before = lower_[static_cast<size_t>(std::min(value, size() - 1))];
        if (before == "нулями" || before == "нулем") {
          argument = "0";
          end = value + 1;
        }
      }
      if (argument.empty() && verb.treatment == Treatment::kRound) argument = "0";
      if (argument.empty()) return 0;
      if (verb.treatment == Treatment::kRound) {
        if (end < size() && (lower_[static_cast<size_t>(end)].starts_with("decimal") ||
                             lower_[static_cast<size_t>(end)].starts_with("знак") ||
                             lower_[static_cast<size_t>(end)].starts_with("digit")))
          ++end;
        if (end < size() && lower_[static_cast<size_t>(end)].starts_with("place")) ++end;
      }
    }
    for (const Column& column : columns) {
      Mention(column.relation);
      synthesis::Cleaning cleaning;
      cleaning.treatment = verb.treatment;
      cleaning.column = column;
      cleaning.argument = argument;
      cleaning.words = Words(at, end);
      out_.intent.cleanings.push_back(cleaning);
    }
    Report(at, end, "select/" + Info(columns.front()).name);
    return end - at;
  }
  return 0;
}

// rename X to Y; drop column X
int Parser::Rename(int at) {
  if (const int length = Cue(at, "rename")) {
    int cursor = SkipNoise(at + length);
    int end = 0;
    bool any = false;
    for (;;) {
      const std::optional<Found> column = ColumnAt(cursor);
      if (!column) break;
      int target = column->end;
      while (target < size() && (lower_[static_cast<size_t>(target)] == "to" ||
                                 lower_[static_cast<size_t>(target)] == "as" ||
                                 lower_[static_cast<size_t>(target)] == "в" ||
                                 lower_[static_cast<size_t>(target)] == "на" ||
                                 lower_[static_cast<size_t>(target)] == "into" ||
                                 tokens_[static_cast<size_t>(target)].text == "->" ||
                                 tokens_[static_cast<size_t>(target)].text == "→"))
        ++target;
      if (target == column->end || target >= size() || !Free(target)) break;
      const Token& token = tokens_[static_cast<size_t>(target)];
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kQuoted) break;
      synthesis::Cleaning cleaning;
      cleaning.treatment = Treatment::kRename;
      cleaning.column = column->column;
      cleaning.argument = token.text;
      cleaning.words = Words(at, target + 1);
      Mention(column->column.relation);
      out_.intent.cleanings.push_back(cleaning);
      any = true;
      end = target + 1;
      cursor = end;
      while (cursor < size() &&
             (tokens_[static_cast<size_t>(cursor)].text == "," || Cue(cursor, "and")))
        ++cursor;
      if (cursor == end) break;
    }
    if (!any) return 0;
    Report(at, end, "select/rename");
    return end - at;
  }
  if (const int length = Cue(at, "drop_column")) {
    int cursor = at + length;
    while (cursor < size() && (IsNoise(cursor) || Cue(cursor, "select")))
      ++cursor;
    int end = 0;
    const std::vector<Column> columns = ColumnList(cursor, &end);
    if (columns.empty()) return 0;
    for (const Column& column : columns) {
      synthesis::Cleaning cleaning;
      cleaning.treatment = Treatment::kDrop;
      cleaning.column = column;
      cleaning.words = Words(at, end);
      Mention(column.relation);
      out_.intent.cleanings.push_back(cleaning);
    }
    while (end < size() && Cue(end, "select"))
      ++end;
    Report(at, end, "select/drop");
    return end - at;
  }
  return 0;
}

// drop rows with empty email; remove rows where amount < 0: the condition that follows is turned
// round
int Parser::DropRows(int at) {
  const int length = Cue(at, "drop_rows");
  if (length == 0) return 0;
  const size_t before = out_.intent.conditions.size();
  int cursor = at + length;
  int end = 0;
  for (int steps = 0; cursor < size() && steps < 8 && end == 0; ++steps) {
    if (const int used = NullTest(cursor)) {
      end = cursor + used;
    } else if (const int compared = ComparisonAt(cursor)) {
      end = cursor + compared;
    } else if (const int valued = ValueFilter(cursor)) {
      end = cursor + valued;
    } else if (!IsNoise(cursor) && !Cue(cursor, "where") && !Cue(cursor, "rows") &&
               !Cue(cursor, "during") && !TableAt(cursor)) {
      return 0;
    } else {
      ++cursor;
    }
  }
  if (end == 0 || out_.intent.conditions.size() == before) return 0;
  // NOT (a AND b) is no list of negated conditions: only a single one is turned round here.
  if (out_.intent.conditions.size() != before + 1) {
    out_.intent.conditions.resize(before);
    return 0;
  }
  Condition& condition = out_.intent.conditions.back();
  if (condition.comparison == Comparison::kNull) {
    condition.comparison = Comparison::kNotNull;
  } else if (condition.comparison == Comparison::kNotNull) {
    condition.comparison = Comparison::kNull;
  } else {
    condition.negated = !condition.negated;
  }
  return end - at;
}

}  // namespace aietl::synthesis
