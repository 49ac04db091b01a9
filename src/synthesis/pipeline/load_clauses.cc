#include "synthesis/pipeline/load_clauses.h"

#include <algorithm>
#include <string_view>

namespace aietl::synthesis {
namespace {

// Which rows, what is done to them, and how far: a bit each.
enum Cue : unsigned {
  kNew = 1U << 0U,
  kChanged = 1U << 1U,
  kGone = 1U << 2U,
  kThere = 1U << 3U,  // already loaded
  kUpdate = 1U << 4U,
  kAdd = 1U << 5U,
  kKeep = 1U << 6U,
  kDelete = 1U << 7U,
  kTouch = 1U << 8U,  // what is not done to rows that stay as they are
  kNot = 1U << 9U,
  kBeyond = 1U << 10U,
  kMost = 1U << 11U,
  kLonger = 1U << 12U,  // "no longer", «больше нет»
  kFrame = 1U << 14U,   // that this is about later runs, not what happens in them
  kPlain = 1U << 13U,   // carries nothing here
};

struct CueWord {
  std::string_view word;  // "…*": how a word begins
  unsigned cue;
};

constexpr CueWord kLoadCues[] = {
    {"new", kNew},
    {"unseen", kNew},
    {"unknown", kNew},
    {"fresh", kNew},
    {"нов*", kNew},
    {"свеж*", kNew},
    {"changed", kChanged},
    {"modified", kChanged},
    {"existing", kChanged | kThere},
    {"изменивш*", kChanged},
    {"измененн*", kChanged},
    {"изменения", kChanged},
    {"имеющ*", kChanged | kThere},
    {"существующ*", kChanged | kThere},
    {"vanished", kGone},
    {"missing", kGone},
    {"disappeared", kGone},
    {"gone", kGone},
    {"исчез*", kGone},
    {"пропа*", kGone},
    {"longer", kLonger},
    {"anymore", kLonger},
    {"already", kThere},
    {"earlier", kThere},
    {"archived", kThere},
    {"loaded", kThere},
    {"written", kThere},
    {"saved", kThere},
    {"older", kThere},
    {"old", kThere},
    {"уже", kThere},
    {"ранее", kThere},
    {"раньше", kThere},
    {"стар*", kThere},
    {"накопленн*", kThere},
    {"записанн*", kThere},
    {"сохраненн*", kThere},
    {"загруженн*", kThere},
    {"лежит", kThere | kKeep},
    {"лежат", kThere | kKeep},
    {"update", kUpdate},
    {"updated", kUpdate},
    {"updates", kUpdate},
    {"updating", kUpdate},
    {"overwrite", kUpdate},
    {"overwritten", kUpdate},
    {"replace", kUpdate},
    {"replaced", kUpdate},
    {"refresh", kUpdate},
    {"refreshed", kUpdate},
    {"обнов*", kUpdate},
    {"перезапис*", kUpdate},
    {"заменя*", kUpdate},
    {"переносим", kUpdate},
    {"переноси", kUpdate},
    {"add", kAdd},
    {"adds", kAdd},
    {"added", kAdd},
    {"adding", kAdd},
    {"insert", kAdd},
    {"inserted", kAdd},
    {"append", kAdd},
    {"appended", kAdd},
    {"takes", kAdd},
    {"take", kAdd},
    {"добав*", kAdd},
    {"дописа*", kAdd},
    {"дописы*", kAdd},
    {"допиш*", kAdd},
    {"докин*", kAdd},
    {"доклад*", kAdd},
    {"вставл*", kAdd},
    {"вставь*", kAdd},
    {"keep", kKeep},
    {"keeps", kKeep},
    {"kept", kKeep},
    {"stay", kKeep},
    {"stays", kKeep},
    {"remain", kKeep},
    {"remains", kKeep},
    {"leave", kKeep},
    {"left", kKeep},
    {"alone", kKeep},
    {"оставл*", kKeep},
    {"оставь*", kKeep},
    {"оста*", kKeep},
    {"хран*", kKeep},
    {"delete", kDelete},
    {"deleted", kDelete},
    {"remove", kDelete},
    {"removed", kDelete},
    {"drop", kDelete},
    {"dropped", kDelete},
    {"удал*", kDelete},
    {"убира*", kDelete},
    {"убрать", kDelete},
    {"убери*", kDelete},
    {"touch", kTouch},
    {"touched", kTouch},
    {"change", kTouch},
    {"rewrite", kTouch},
    {"edit", kTouch},
    {"трога*", kTouch},
    {"меня*", kTouch},
    {"переписыв*", kTouch},
    {"never", kNot},
    {"not", kNot},
    {"no", kNot | kLonger},
    {"don't", kNot},
    {"nothing", kNot},
    {"nobody", kNot},
    {"не", kNot},
    {"нет", kNot},
    {"нету", kNot},
    {"ничего", kNot},
    {"никого", kNot},
    {"ни", kNot},
    {"sync", kFrame},
    {"upsert", kUpdate | kAdd},
    {"апсерт*", kUpdate | kAdd},
    {"current", kFrame},
    {"mirror", kFrame},
    {"incremental*", kFrame},
    {"build", kFrame},
    {"match", kFrame},
    {"key", kFrame},
    {"goes", kFrame},
    {"run", kFrame},
    {"копи*", kFrame},
    {"держи", kFrame},
    {"веди", kFrame},
    {"зеркал*", kFrame},
    {"инкремент*", kFrame},
    {"синхрон*", kFrame},
    {"ключ*", kFrame},
    {"склад*", kFrame},
    {"накап*", kFrame},
    {"later", kBeyond},
    {"newer", kBeyond},
    {"higher", kBeyond},
    {"greater", kBeyond},
    {"above", kBeyond},
    {"after", kBeyond},
    {"larger", kBeyond},
    {"bigger", kBeyond},
    {"beyond", kBeyond},
    {"позже", kBeyond},
    {"больше", kBeyond | kLonger},
    {"новее", kBeyond},
    {"выше", kBeyond},
    {"после", kBeyond},
    {"latest", kMost},
    {"newest", kMost},
    {"highest", kMost},
    {"max", kMost},
    {"maximum", kMost},
    {"greatest", kMost},
    {"last", kMost},
    {"anything", kMost | kThere},
    {"максимальн*", kMost},
    {"максимум*", kMost},
    {"последн*", kMost},
    {"сам*", kMost},
};

// What rows are called where it does not matter which, and what holds a clause together.
constexpr std::string_view kPlainWords[] = {
    "the",      "a",      "an",       "ones",     "one",      "row",       "rows",       "record",
    "records",  "line",   "lines",    "entry",    "entries",  "anyone",    "everything", "what",
    "whatever", "which",  "that",     "those",    "them",     "they",      "is",         "are",
    "was",      "were",   "be",       "been",     "get",      "gets",      "got",        "must",
    "may",      "should", "will",     "in",       "into",     "there",     "here",       "it",
    "its",      "of",     "from",     "to",       "than",     "has",       "have",       "had",
    "we",       "our",    "source",   "export",   "csv",      "file",      "table",      "archive",
    "too",      "also",   "only",     "just",     "ever",     "whose",     "who",        "any",
    "each",     "every",  "run",      "time",     "far",      "so",        "as",         "put",
    "version",  "by",     "its",      "appear",   "appears",  "gathered",  "collected",  "meantime",
    "today's",  "в",      "во",       "на",       "из",       "у",         "там",        "туда",
    "тут",      "что",    "чего",     "который*", "которы*",  "те",        "то",         "тех",
    "их",       "его",    "есть",     "строк*",   "запис*",   "источник*", "исходн*",    "файл*",
    "базы",     "базе",   "выгрузк*", "таблиц*",  "зеркал*",  "пусть",     "как",        "были",
    "было",     "нас",    "тоже",     "при",      "повторн*", "следующ*",  "запуск*",    "next",
    "second",   "again",  "when",     "date",     "on",       "at",        "список",     "списки",
    "list",     "только", "лишь",     "даже",     "если",     "они",       "по",         "дате",
    "дата",     "также",  "архив*",   "чем"};

bool Fits(std::string_view pattern, std::string_view word) {
  return pattern.ends_with('*') ? word.starts_with(pattern.substr(0, pattern.size() - 1))
                                : word == pattern;
}

unsigned CuesOf(const std::string& word) {
  unsigned cues = 0;
  for (const CueWord& cue : kLoadCues) {
    if (Fits(cue.word, word)) cues |= cue.cue;
  }
  for (const std::string_view plain : kPlainWords) {
    if (Fits(plain, word)) cues |= kPlain;
  }
  return cues;
}

bool EndsClause(const Token& token) {
  static constexpr std::string_view kEnds[] = {",", ";", ":", "(",  ")",   "—",   "–", "-",
                                               ".", "и", "а", "но", "and", "but", "->"};
  return std::ranges::find(kEnds, token.lower) != std::end(kEnds);
}

bool BeforeKey(const std::string& word) {
  return word == "by" || word == "on" || word == "по" || word == "key" || word == "ключу";
}

const Reading* Best(const std::vector<Reading>& readings, LinkKind kind) {
  const Reading* best = nullptr;
  for (const Reading& reading : readings) {
    if (reading.kind == kind && reading.score >= 0.75 && (!best || reading.score > best->score))
      best = &reading;
  }
  return best;
}

struct Clause {
  int begin = 0, end = 0;
  unsigned cues = 0;
  int nots = 0;
  bool place = false;            // a source or target stands in it
  std::optional<Column> column;  // that is not the key
  bool readable = true;
};

class ClauseReader {
 public:
  ClauseReader(const std::vector<Token>& tokens, const std::vector<std::vector<Reading>>& readings,
               const std::vector<bool>& taken)
      : tokens_(tokens), readings_(readings), taken_(taken) {}

  LoadClauses Read() {
    const int size = static_cast<int>(tokens_.size());
    unsigned subject = 0;  // of the clause before, which said no action
    int subject_begin = -1;
    for (int begin = 0; begin < size;) {
      int end = begin;
      while (end < size && !EndsClause(At(end)))
        ++end;
      Clause clause = Gather(begin, end);
      if (clause.readable && clause.cues != 0) {
        const bool acts = (clause.cues & (kUpdate | kAdd | kKeep | kDelete | kTouch)) != 0;
        if (!acts && (clause.cues & (kNew | kChanged | kGone | kThere | kLonger)) != 0) {
          subject = clause.cues;
          subject_begin = begin;
        } else {
          if (subject != 0 && acts)
            clause.cues |= Gone(subject) ? static_cast<unsigned>(kGone) : subject & ~kNot;
          if (Understand(clause)) {
            if (subject != 0 && acts) Use(subject_begin, begin);
            Use(begin, end);
          }
          subject = 0;
        }
      } else {
        subject = 0;
      }
      begin = end + 1;
    }
    if (out_.updates && (out_.untouched || out_.watermark)) return {};
    return out_;
  }

 private:
  const Token& At(int i) const { return tokens_[static_cast<size_t>(i)]; }
  void Use(int begin, int end) {
    if (begin < end) out_.clauses.emplace_back(begin, end);
  }

  static bool Gone(unsigned cues) {
    return (cues & kGone) != 0 || ((cues & kLonger) != 0 && (cues & kNot) != 0);
  }

  Clause Gather(int begin, int end) const {
    Clause clause;
    clause.begin = begin;
    clause.end = end;
    for (int i = begin; i < end;) {
      if (taken_[static_cast<size_t>(i)] || At(i).kind == TokenKind::kPunctuation) {
        clause.place = clause.place || taken_[static_cast<size_t>(i)];
        ++i;
        continue;
      }
      const auto& readings = readings_[static_cast<size_t>(i)];
      const unsigned cues = CuesOf(At(i).lower);
      const Reading* const column = Best(readings, LinkKind::kColumn);
      const Reading* const table = Best(readings, LinkKind::kTable);
      if ((cues & ~static_cast<unsigned>(kPlain)) != 0) {
        clause.cues |= cues;
        clause.nots += (cues & kNot) != 0 ? 1 : 0;
        ++i;
      } else if (column != nullptr && i > begin && BeforeKey(At(i - 1).lower)) {
        i = column->end;  // the key, which others look for
      } else if (table != nullptr && (column == nullptr || table->score >= 0.9)) {
        i = table->end;
      } else if (column != nullptr) {
        clause.readable = clause.readable && (!clause.column || *clause.column == column->column);
        clause.column = column->column;
        i = column->end;
      } else {
        clause.readable = clause.readable && cues != 0;
        ++i;
      }
    }
    return clause;
  }

  // Whether the clause says something about later runs.
  bool Understand(const Clause& clause) {
    const unsigned cues = clause.cues;
    const auto has = [&](unsigned some) { return (cues & some) != 0; };
    const bool gone = Gone(cues);
    // "no longer" and «больше нет» deny nothing of what is done.
    const bool denied = clause.nots > (has(kLonger) && has(kNot) && !has(kGone) ? 1 : 0);
    if (clause.column) {
      if (!has(kBeyond) || !has(kMost | kThere)) return false;
      out_.watermark = clause.column;
      return true;
    }
    // "keep a.parquet up to date with b.csv": that it is about later runs.
    bool said = (has(kFrame) && !has(kDelete | kTouch | kNot)) || (clause.place && cues == kKeep);
    const auto say = [&](bool LoadClauses::* what) {
      out_.*what = true;
      said = true;
    };
    if (gone) {
      if (has(kDelete) && !denied)
        say(&LoadClauses::mirrors);
      else if (has(kKeep | kDelete | kTouch))
        say(&LoadClauses::keeps);
      return said;
    }
    if (has(kDelete) && denied) say(&LoadClauses::keeps);
    if (has(kUpdate) && !denied) say(&LoadClauses::updates);
    if (has(kAdd) && !denied) say(&LoadClauses::adds);
    if (has(kThere) && (has(kKeep) || (denied && has(kTouch | kUpdate))))
      say(&LoadClauses::untouched);
    else if (denied && has(kTouch))
      say(&LoadClauses::untouched);
    return said;
  }

  const std::vector<Token>& tokens_;
  const std::vector<std::vector<Reading>>& readings_;
  const std::vector<bool>& taken_;
  LoadClauses out_;
};

}  // namespace

LoadClauses ReadLoadClauses(const std::vector<Token>& tokens,
                            const std::vector<std::vector<Reading>>& readings,
                            const std::vector<bool>& taken) {
  return ClauseReader(tokens, readings, taken).Read();
}

}  // namespace aietl::synthesis
