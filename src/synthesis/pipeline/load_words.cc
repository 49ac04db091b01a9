#include "synthesis/pipeline/load_words.h"

#include <algorithm>

#include "base/text.h"
#include "synthesis/pipeline/load_clauses.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis {
namespace {

struct ModeWords {
  spec::Mode mode;
  bool incremental;
  std::vector<std::vector<std::string_view>> phrases;  // words by their beginnings
};

// Longest phrases first within a mode; the first mode that matches somewhere wins, so the more
// special ones stand first.
const std::vector<ModeWords>& Modes() {
  static const std::vector<ModeWords> modes = {
      {spec::Mode::kScd2,
       false,
       {{"slowly", "changing", "dimension", "type", "2"},
        {"slowly", "changing", "dimension"},
        {"scd", "type", "2"},
        {"scd2"},
        {"scd", "2"},
        {"scd"},
        {"full", "history"},
        {"keep", "history"},
        {"keep", "the", "full", "history"},
        {"track", "changes"},
        {"track", "history"},
        {"history", "of", "changes"},
        {"храни", "историю", "изменени"},
        {"хранить", "историю", "изменени"},
        {"change", "history"},
        {"историю", "изменени"},
        {"истори", "изменени"},
        {"с", "историей"},
        {"versioned", "history"},
        {"сохраняй", "историю"},
        {"храни", "историю"},
        {"веди", "историю"}}},
      {spec::Mode::kSnapshot,
       false,
       {{"snapshot"}, {"снимок"}, {"снимк"}, {"снапшот"}, {"срез", "данных"}}},
      {spec::Mode::kDeleteInsert,
       false,
       {{"delete", "and", "insert"},
        {"delete", "+", "insert"},
        {"delete-insert"},
        {"delete", "insert"},
        {"replacing", "rows", "of", "the", "same"},
        {"replacing", "the", "rows", "with", "the", "same"},
        {"replace", "rows", "with", "the", "same"},
        {"replacing", "rows", "with", "the", "same"},
        {"заменяя", "строки", "с", "тем", "же"},
        {"заменяя", "строки", "с", "той", "же"},
        {"заменяя", "строки"},
        {"удали", "и", "вставь"},
        {"delete", "then", "insert"}}},
      {spec::Mode::kMerge,
       false,
       {{"upsert"},
        {"merge"},
        {"мерж"},
        {"смерж"},
        {"апсерт"},
        {"сливай"},
        {"слей"},
        {"слить"},
        {"обнови", "и", "добавь"},
        {"обновляй", "и", "добавляй"},
        {"обновляй"},
        {"update", "or", "insert"},
        {"insert", "or", "update"},
        {"update", "existing"},
        {"updat", "chang"},
        {"in", "sync", "with"},
        {"up", "to", "date", "with"},
        {"existing", "get", "updated"},
        {"existing", "updated"},
        {"existing", "ones", "updated"},
        {"changed", "ones", "get", "updated"},
        {"changed", "ones", "updated"},
        {"существующ", "обнов"},
        {"обновля", "существующ"},
        {"имеющ", "обнов"},
        {"изменивш", "обнов"},
        {"измененн", "обнов"},
        {"обновля", "изменивш"},
        {"обновлять", "по", "ключу"},
        {"обнови", "существующ"},
        {"влей"},
        {"вливай"}}},
      {spec::Mode::kAppend,
       true,
       {{"incremental"},
        {"incrementally"},
        {"инкремент"},
        {"only", "new", "and", "changed"},
        {"only", "the", "new"},
        {"only", "new"},
        {"just", "the", "new"},
        {"новые", "и", "измененные"},
        {"только", "новые", "и", "измененные"},
        {"только", "новые"},
        {"только", "свежие"},
        {"since", "the", "last", "run"},
        {"since", "last", "run"},
        {"с", "прошлого", "запуска"},
        {"с", "последнего", "запуска"},
        {"новые", "записи"},
        {"новые", "строки"},
        {"new", "rows"},
        {"new", "records"},
        {"append", "new"},
        {"append", "the", "new"},
        {"add", "new"},
        {"add", "the", "new"},
        {"добавь", "новые"},
        {"добавляй", "новые"},
        {"добавлять", "новые"},
        {"дописывай", "новые"},
        {"дописывать", "новые"},
        {"допиши", "новые"}}},
      {spec::Mode::kAppend,
       false,
       {{"append"},
        {"appending"},
        {"дописыва"},
        {"допиши"},
        {"дозапис"},
        {"добавь", "в"},
        {"добавляй", "в"},
        {"добавь"},
        {"добавляй"},
        {"add", "to"},
        {"add", "them", "to"},
        {"в", "конец"}}},
      {spec::Mode::kReplace,
       false,
       {{"overwrite"},
        {"перезапиш"},
        {"перезаписать"},
        {"replace", "the", "file"},
        {"replace", "the", "table"},
        {"с", "заменой"},
        {"replacing", "what", "is", "there"},
        {"целиком", "замени"},
        {"полностью", "замени"}}},
  };
  return modes;
}

class LoadWordFinder {
 public:
  LoadWordFinder(const QueryRequest& request, const Linker& linker, const std::vector<int>& sources,
                 std::vector<bool>& taken)
      : request_(request),
        tokens_(request.tokens),
        linker_(linker),
        sources_(sources),
        taken_(taken),
        readings_(linker.Link(request.tokens)) {}

  LoadMention Find() {
    LoadMention out;
    const LoadClauses clauses = ReadLoadClauses(tokens_, readings_, taken_);
    if (clauses.decides() && FromClauses(clauses, out)) return out;
    for (const ModeWords& words : Modes()) {
      // One mode may be said in several ways at once: "keep the full history (SCD type 2)".
      std::vector<std::pair<int, int>> found = FindPhrases(words);
      // "add a column" adds no rows: what is added to must be a place.
      std::erase_if(found, [&](const auto& at) { return AddsColumns(words.mode, at); });
      if (found.empty()) continue;
      const auto [begin, end] = found.front();
      if (out.said && !(words.incremental || out.incremental)) {
        // The same said once more.
        if (out.mode == words.mode) Take(found);
        continue;
      }
      // "merge the two files" and "слей все файлы" join or stack: a merge needs a key or a table to
      // go to.
      if (words.mode == spec::Mode::kMerge && !HasKeyBehind(begin + 1) && !SaysKey()) continue;
      // "new rows" names rows only next to loading words.
      if (out.said && out.mode != spec::Mode::kAppend && words.incremental) {
        out.incremental = true;
      } else if (!out.said || out.mode == words.mode) {
        out.mode = words.mode;
        out.incremental = out.incremental || words.incremental;
      } else {
        continue;
      }
      out.said = true;
      out.words = {tokens_[static_cast<size_t>(begin)].span.begin,
                   tokens_[static_cast<size_t>(end - 1)].span.end};
      Take(found);
    }
    if (!out.said) return out;
    EveryRun();
    if (out.mode == spec::Mode::kDeleteInsert) KeyAnywhere(out.key);
    FindKey(out);
    if (out.incremental) Watermark(out);
    if (out.incremental && !out.key.empty() && out.mode == spec::Mode::kAppend) {
      // A key that is the watermark itself is no key.
      if (out.watermark && out.key.size() == 1 && out.key[0] == *out.watermark) {
        out.key.clear();
      } else {
        out.mode = spec::Mode::kMerge;
      }
    }
    return out;
  }

 private:
  // False: no key is said where one is needed; nothing is used then.
  bool FromClauses(const LoadClauses& clauses, LoadMention& out) {
    out.said = true;
    out.incremental = clauses.watermark.has_value();
    out.watermark = clauses.watermark;
    out.mode = clauses.watermark ? spec::Mode::kAppend
               : clauses.mirrors ? spec::Mode::kReplace
                                 : spec::Mode::kMerge;
    const std::vector<bool> before = taken_;
    FindKey(out);
    if (out.mode == spec::Mode::kMerge && out.key.empty()) {
      taken_ = before;
      out = {};
      return false;
    }
    out.words = {tokens_[static_cast<size_t>(clauses.clauses.front().first)].span.begin,
                 tokens_[static_cast<size_t>(clauses.clauses.back().second - 1)].span.end};
    Take(clauses.clauses);
    EveryRun();
    return true;
  }

  int size() const { return static_cast<int>(tokens_.size()); }
  const Token& At(int i) const { return tokens_[static_cast<size_t>(i)]; }
  std::string Lower(int i) const { return i >= 0 && i < size() ? At(i).lower : ""; }
  static bool Among(const std::string& word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  void Take(const std::vector<std::pair<int, int>>& found) {
    for (const auto& [begin, end] : found) {
      for (int i = begin; i < end; ++i)
        taken_[static_cast<size_t>(i)] = true;
    }
  }

  // «добавь колонку», "add a column": no load. Rows are added to a place, or new ones are.
  bool AddsColumns(spec::Mode mode, const std::pair<int, int>& at) const {
    if (mode != spec::Mode::kAppend) return false;
    const std::string first = Lower(at.first);
    const bool add = first == "add" || first.starts_with("добав");
    if (!add) return false;
    // What is written to stands right behind.
    if (at.second < size() && taken_[static_cast<size_t>(at.second)]) return false;
    for (int i = at.second; i < std::min(size(), at.second + 3); ++i) {
      if (Lower(i).starts_with("нов") && !Lower(i + 1).starts_with("стол") &&
          !Lower(i + 1).starts_with("колон") && !Lower(i + 1).starts_with("пол"))
        return false;
    }
    return true;
  }

  // "on every run", «при каждом запуске»: what a pipeline does anyway.
  void EveryRun() {
    for (int at = 0; at < size(); ++at) {
      if (taken_[static_cast<size_t>(at)]) continue;
      const bool each = Among(Lower(at), {"each", "every"}) || Lower(at).starts_with("кажд");
      if (!each || at + 1 >= size()) continue;
      const std::string next = Lower(at + 1);
      if (!(next == "run" || next == "time" || next.starts_with("запуск") || next == "раз"))
        continue;
      int begin = at, end = at + 2;
      if (begin > 0 && Among(Lower(begin - 1), {"on", "at", "with", "при", "in"})) --begin;
      if (next == "time" && Lower(end) == "it" && Lower(end + 1).starts_with("run")) end += 2;
      Take({{begin, end}});
    }
  }

  bool SaysKey() const {
    for (int at = 0; at + 1 < size(); ++at) {
      if (Among(Lower(at), {"key", "keyed", "ключ", "ключом", "ключу"}) &&
          !ColumnsAt(at + 1, nullptr).empty())
        return true;
    }
    return false;
  }

  std::vector<std::pair<int, int>> FindPhrases(const ModeWords& words) const {
    std::vector<std::pair<int, int>> found;
    auto phrases = words.phrases;
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (const auto& phrase : phrases) {
      int begin = 0, end = 0;
      if (!FindPhrase(phrase, &begin, &end)) continue;
      const bool inside = std::any_of(found.begin(), found.end(), [&](const auto& other) {
        return begin < other.second && other.first < end;
      });
      if (!inside) found.emplace_back(begin, end);
    }
    return found;
  }

  bool FindPhrase(const std::vector<std::string_view>& phrase, int* begin, int* end) const {
    for (int at = 0; at + static_cast<int>(phrase.size()) <= size(); ++at) {
      bool match = true;
      for (size_t i = 0; i < phrase.size() && match; ++i) {
        const Token& token = At(at + static_cast<int>(i));
        if (taken_[static_cast<size_t>(at) + i]) match = false;
        const bool whole =
            phrase[i].size() <= 3 || (phrase[i][0] < 'a' ? phrase[i].size() <= 6 : false);
        match = match && (whole ? token.lower == phrase[i]
                                : std::string_view(token.lower).starts_with(phrase[i]));
      }
      if (!match) continue;
      *begin = at;
      *end = at + static_cast<int>(phrase.size());
      return true;
    }
    return false;
  }

  bool IsKeyWord(int at) const {
    return Among(Lower(at), {"by", "on", "key", "keyed", "по", "ключ", "ключом", "ключу", "using",
                             "same", "же"});
  }

  bool HasKeyBehind(int from) const {
    for (int at = from; at < size(); ++at) {
      if (IsKeyWord(at) && !ColumnsAt(at + 1, nullptr).empty()) return true;
      if ((Lower(at) == "ключ" || Lower(at) == "key") && at + 1 < size() &&
          !ColumnsAt(at + 1, nullptr).empty())
        return true;
    }
    return false;
  }

  std::optional<std::pair<Column, int>> ColumnAt(int at) const {
    if (at >= size() || taken_[static_cast<size_t>(at)]) return std::nullopt;
    const Reading* best = nullptr;
    for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
      if (reading.kind != LinkKind::kColumn || reading.score < 0.7) continue;
      const bool fixed =
          std::find(sources_.begin(), sources_.end(), reading.column.relation) != sources_.end();
      const double score = reading.score + (fixed ? 0.2 : 0) + 0.04 * (reading.end - reading.begin);
      if (best == nullptr || score > best_score_) {
        best = &reading;
        best_score_ = score;
      }
    }
    if (best == nullptr) return std::nullopt;
    return std::make_pair(best->column, best->end);
  }

  std::vector<Column> ColumnsAt(int at, int* end) const {
    std::vector<Column> columns;
    while (at < size() &&
           Among(Lower(at), {"the", "column", "columns", "same", "key", "полю", "столбцу", "ключу",
                             "колонке", "полям", "самым", "самой"}))
      ++at;
    for (;;) {
      const auto column = ColumnAt(at);
      if (!column) break;
      columns.push_back(column->first);
      at = column->second;
      if (end != nullptr) *end = at;
      if (!Among(Lower(at), {"and", "и", ",", "+", "&"})) break;
      ++at;
    }
    return columns;
  }

  void KeyAnywhere(std::vector<Column>& key) {
    for (int at = 0; at < size(); ++at) {
      if (!Among(Lower(at), {"same", "же", "самым", "самой"}) &&
          !(at > 0 && taken_[static_cast<size_t>(at - 1)] && !taken_[static_cast<size_t>(at)] &&
            Among(Lower(at - 1), {"same", "же"})))
        continue;
      int end = 0;
      key = ColumnsAt(taken_[static_cast<size_t>(at)] ? at + 1 : at, &end);
      if (!key.empty()) {
        for (int i = at; i < end; ++i)
          taken_[static_cast<size_t>(i)] = true;
        return;
      }
    }
  }

  void FindKey(LoadMention& out) {
    if (!out.key.empty()) return;
    const bool needs = out.mode != spec::Mode::kAppend && out.mode != spec::Mode::kSnapshot &&
                       out.mode != spec::Mode::kReplace;
    if (!needs) {
      // Only a key said to be one.
      for (int at = 0; at < size(); ++at) {
        if (taken_[static_cast<size_t>(at)] ||
            !Among(Lower(at), {"key", "keyed", "ключ", "ключом", "ключу"}))
          continue;
        TakeKey(at, out);
        if (!out.key.empty()) return;
      }
      return;
    }
    for (int at = 0; at < size() && out.key.empty(); ++at) {
      if (!taken_[static_cast<size_t>(at)] && IsKeyWord(at)) TakeKey(at, out);
    }
  }

  void TakeKey(int at, LoadMention& out) {
    int end = 0, from = at + 1;
    while (Among(Lower(from), {"by", "is", "on", "-", "—", ":", "of"}))
      ++from;
    out.key = ColumnsAt(from, &end);
    if (out.key.empty()) return;
    int begin = at;
    while (begin > 0 &&
           Among(Lower(begin - 1), {"with", "matching", "keyed", "key", "ключ", "с", "(", "по"}) &&
           !taken_[static_cast<size_t>(begin - 1)])
      --begin;
    for (int i = begin; i < end; ++i)
      taken_[static_cast<size_t>(i)] = true;
  }

  // "(incrementally, moved_at)": the column beside the words, or said once more.
  void Bracketed(LoadMention& out) {
    for (int open = 0; open < size(); ++open) {
      if (At(open).text != "(") continue;
      int close = open + 1;
      bool load = false;
      while (close < size() && At(close).text != ")") {
        load = load || (taken_[static_cast<size_t>(close)] && At(close).kind == TokenKind::kWord);
        ++close;
      }
      if (!load || close - open > 8) continue;
      for (int at = open + 1; at < close; ++at) {
        const auto column = ColumnAt(at);
        if (!column || column->second > close) continue;
        if (out.watermark && !(column->first == *out.watermark)) continue;
        out.watermark = column->first;
        for (int i = at; i < column->second; ++i)
          taken_[static_cast<size_t>(i)] = true;
        at = column->second - 1;
      }
    }
  }

  void Watermark(LoadMention& out) {
    Said(out);
    Bracketed(out);
    if (!out.watermark) Likely(out);
  }

  void Said(LoadMention& out) {
    for (int at = 0; at < size(); ++at) {
      if (taken_[static_cast<size_t>(at)] ||
          !Among(Lower(at), {"by", "on", "using", "по", "watermark", "via"}))
        continue;
      int from = at + 1;
      while (Among(Lower(from), {"the", "column", "watermark", "полю", "столбцу", "колонке",
                                 "watermark'у", "дате"}))
        ++from;
      const auto column = ColumnAt(from);
      if (!column) continue;
      out.watermark = column->first;
      for (int i = at; i < column->second; ++i)
        taken_[static_cast<size_t>(i)] = true;
      return;
    }
  }

  void Likely(LoadMention& out) {
    // The one column that says when rows changed, else the one that says when they came.
    std::vector<Column> updated, times;
    for (const int relation : sources_) {
      const auto& columns = linker_.catalog().relations[static_cast<size_t>(relation)].info.columns;
      for (size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].type.id != data::TypeId::kDate && !columns[c].type.IsTimestamp()) continue;
        times.push_back({relation, static_cast<int>(c)});
        for (const std::string& word : NameWords(columns[c].name)) {
          for (const Lexicon::Match& match : Lexicon::Concepts().FindWord(word)) {
            if (match.id == "updated" && match.weight == 1) updated.push_back(times.back());
          }
        }
      }
    }
    if (updated.size() == 1) {
      out.watermark = updated[0];
    } else if (times.size() == 1) {
      out.watermark = times[0];
    } else if (!times.empty()) {
      Question question;
      question.key = "watermark";
      question.text = Tr("Which column tells new rows from old ones?");
      question.words = out.words;
      for (size_t i = 0; i < times.size(); ++i) {
        question.choices.push_back({std::string(1, static_cast<char>('a' + i)),
                                    linker_.catalog()
                                        .relations[static_cast<size_t>(times[i].relation)]
                                        .info.columns[static_cast<size_t>(times[i].column)]
                                        .name});
      }
      const auto answer = request_.answers.find("watermark");
      if (answer != request_.answers.end() &&
          static_cast<size_t>(answer->second[0] - 'a') < times.size()) {
        out.watermark = times[static_cast<size_t>(answer->second[0] - 'a')];
      } else {
        out.questions.push_back(std::move(question));
      }
    }
  }

  const QueryRequest& request_;
  const std::vector<Token>& tokens_;
  const Linker& linker_;
  const std::vector<int>& sources_;
  std::vector<bool>& taken_;
  std::vector<std::vector<Reading>> readings_;
  mutable double best_score_ = 0;
};

}  // namespace

LoadMention FindLoad(const QueryRequest& request, const Linker& linker,
                     const std::vector<int>& sources, std::vector<bool>* taken) {
  return LoadWordFinder(request, linker, sources, *taken).Find();
}

}  // namespace aietl::synthesis
