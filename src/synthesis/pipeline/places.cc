#include "synthesis/pipeline/places.h"

#include <algorithm>
#include <filesystem>

#include "base/durable_file.h"
#include "base/utf8.h"
#include "synthesis/text/letters.h"

namespace aietl::synthesis {
namespace {

bool IsTargetWord(const Token& token) {
  return Among(token.lower, {"into", "to", "as", "->", "=>", "→", "—>", "output", "в", "во",
                             "результат", "файлом", "called"});
}
bool IsFiller(const Token& token) {
  return Among(token.lower,
               {"the",     "a",      "file",  "files",  "файл",      "файла", "файлы",   "файлов",
                "new",     "новый",  "все",   "all",    "database",  "db",    "бд",      "базу",
                "базы",    "базе",   "базой", "duckdb", "sqlite",    "csv",   "parquet", "json",
                "results", "result", "it",    "them",   "everything"});
}
bool IsTableWord(const Token& token) {
  return token.lower == "table" || token.lower == "tables" || token.lower.starts_with("таблиц");
}
bool IsInWord(const Token& token) {
  return Among(token.lower, {"of", "in", "inside", "at", "в", "во", "базы", "базе", "из", "from",
                             "database", "db", "бд", "базу", "у"});
}

bool Exists(const std::string& path, const std::string& folder) {
  if (!IsGlob(path)) return FileExists(AbsolutePath(path, folder));
  return true;  // globs are expanded by discovery, which says so when nothing matches
}

class PlaceFinder {
 public:
  PlaceFinder(const std::vector<Token>& tokens, const SynthesisRequest& request,
              std::vector<bool>* taken)
      : tokens_(tokens), request_(request), taken_(*taken) {}

  std::vector<PlaceMention> Find() {
    for (int at = 0; at < size(); ++at) {
      const Token& token = tokens_[static_cast<size_t>(at)];
      if (token.kind == TokenKind::kPath) {
        Add(at, token.text);
      } else if (token.kind == TokenKind::kWord && IsConnection(token.text)) {
        AddConnection(at, token.text);
      }
    }
    Locative();
    AssignRoles();
    for (const PlaceMention& place : places_) {
      for (int i = place.begin; i < place.end; ++i)
        taken_[static_cast<size_t>(i)] = true;
    }
    // "from x.db: stock below 50": the colon opens no list.
    if (!places_.empty() && places_.front().begin <= 1 && places_.front().end < size() &&
        At(places_.front().end).text == ":")
      taken_[static_cast<size_t>(places_.front().end)] = true;
    return std::move(places_);
  }

 private:
  int size() const { return static_cast<int>(tokens_.size()); }
  const Token& At(int i) const { return tokens_[static_cast<size_t>(i)]; }

  bool IsConnection(const std::string& word) const {
    return std::any_of(request_.connections.begin(), request_.connections.end(),
                       [&](const NamedConnection& c) { return c.name == word; });
  }

  void Add(int at, const std::string& path) {
    const std::string uri = path.find("://") != std::string::npos ? path : DatabaseUri(path);
    if (!uri.empty() && !uri.starts_with("file:")) {
      AddConnection(at, uri);
      places_.back().exists =
          path.find("://") != std::string::npos || Exists(path, request_.folder);
      return;
    }
    PlaceMention place;
    place.path = path;
    place.begin = at;
    place.end = at + 1;
    place.exists = Exists(path, request_.folder);
    Widen(place);
    places_.push_back(std::move(place));
  }

  // The table's name stands before ("table t of x.db", "deals from crm.db") or behind ("x.db table
  // t", "в x.db, таблица t").
  void AddConnection(int at, const std::string& connection) {
    PlaceMention place;
    place.connection = connection;
    place.begin = at;
    place.end = at + 1;
    int behind = at + 1;
    while (behind < size() &&
           (At(behind).text == "," || At(behind).text == "(" ||
            Among(At(behind).lower, {"в", "in", "as", "into", "the", "to", "называй", "под"})))
      ++behind;
    int before = at - 1;
    while (before >= 0 && (IsInWord(At(before)) || IsFiller(At(before)) || At(before).text == ","))
      --before;
    if (before >= 1 && before < at - 1 && IsTableWord(At(before - 1)) && IsName(before)) {
      place.table = At(before).text;
      place.begin = before - 1;
    } else if (behind + 1 < size() && IsTableWord(At(behind)) && IsName(behind + 1)) {
      place.table = At(behind + 1).text;
      place.end = behind + 2;
      if (place.end < size() && At(place.end).text == ")") ++place.end;
    } else if (before >= 1 && before < at - 1 && IsTableWord(At(before)) && IsName(before - 1) &&
               !IsTargetWord(At(before - 1))) {
      place.table = At(before - 1).text;
      place.begin = before - 1;
    }
    Widen(place);
    places_.push_back(std::move(place));
  }

  bool IsName(int at) const {
    return at >= 0 && at < size() &&
           (At(at).kind == TokenKind::kWord || At(at).kind == TokenKind::kQuoted) &&
           !IsInWord(At(at)) && !IsTableWord(At(at));
  }

  // Takes the preposition and fillers in front, remembering what they say of the role.
  void Widen(PlaceMention& place) const {
    int before = place.begin - 1;
    while (before >= 0 && IsFiller(At(before)))
      --before;
    if (before < 0 || taken_[static_cast<size_t>(before)]) return;
    const Token& token = At(before);
    if (IsTargetWord(token)) {
      place.target = true;
      place.begin = before;
    } else if (token.lower == "in" || token.lower == "on") {
      place.target = !place.exists;
      place.begin = before;
    } else if (Among(token.lower, {"from", "of", "из", "от"})) {
      place.begin = before;
    } else if (before + 1 < place.begin) {
      place.begin = before + 1;
    }
    if (place.target) {
      // "save to", "выгрузи в": the verb says nothing more.
      while (place.begin > 0 &&
             Among(At(place.begin - 1).lower,
                   {"save",      "write",    "export",      "output",   "store",       "put",
                    "dump",      "сохрани",  "сохранить",   "запиши",   "записать",    "выгрузи",
                    "выгрузить", "выгружай", "экспортируй", "положи",   "результат",   "result",
                    "results",   "it",       "them",        "его",      "их",          "all",
                    "все",       "запишите", "сохраните",   "переложи", "сложи",       "загрузи",
                    "залей",     "отправь",  "вывести",     "выведи",   "load",        "copy",
                    "convert",   "send",     "saved",       "written",  "конвертируй", "преобразуй",
                    "скопируй"})) {
        --place.begin;
      }
    }
  }

  // «В leads.csv дата …, в out.csv», «контакты в crm.db → x.csv»: where the data is and where it
  // goes have the same preposition. What exists and is named first, while something else is
  // written, is read.
  void Locative() {
    for (size_t i = 0; i + 1 < places_.size(); ++i) {
      PlaceMention& place = places_[i];
      const bool in = Among(At(place.begin).lower, {"в", "во"});
      const bool bare = place.connection.empty() || place.table.empty();
      const bool read = std::any_of(places_.begin(), places_.end(),
                                    [](const PlaceMention& other) { return !other.target; });
      if (!place.target || !place.exists || !in || !bare || read) continue;
      // «в a.csv и в b.csv» are written both.
      const int next = places_[i + 1].begin;
      const bool pair =
          next <= place.end + 1 && (next == place.end || Among(At(place.end).lower, {"и", "and"}) ||
                                    At(place.end).text == ",");
      const bool arrow = next == place.end && !Among(At(next).lower, {"в", "во"});
      if (places_[i + 1].target && (!pair || arrow)) place.target = false;
    }
  }

  // "keep a.parquet in sync with b.csv", «обновляй a.parquet из b.csv»: the first is written.
  void KeptFresh() {
    for (size_t i = 0; i + 1 < places_.size(); ++i) {
      const int before = places_[i].begin - 1;
      if (places_[i].target || places_[i + 1].target || before < 0) continue;
      if (!Among(At(before).lower, {"keep", "refresh", "update", "maintain", "обновляй", "обнови",
                                    "обновлять", "держи", "пополняй", "дополняй"}))
        continue;
      const bool from =
          std::any_of(tokens_.begin() + places_[i].end, tokens_.begin() + places_[i + 1].end,
                      [](const Token& token) {
                        return Among(token.lower, {"with", "from", "из", "по", "с", "данными"});
                      });
      if (from) places_[i].target = true;
    }
  }

  void AssignRoles() {
    KeptFresh();
    const bool any_target =
        std::any_of(places_.begin(), places_.end(), [](const PlaceMention& p) { return p.target; });
    // An existing file behind a target word is still read when nothing else could be ("convert
    // a.csv as …").
    if (!any_target && !places_.empty()) {
      // The last path that is not there yet is where it goes.
      for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
        if (place->exists && place->connection.empty()) continue;
        if (!place->connection.empty() && place->exists) continue;
        place->target = true;
        return;
      }
      // It was there before: a table that is loaded again.
      PlaceMention& last = places_.back();
      if (places_.size() > 1 && !last.table.empty() && LoadsAgain()) last.target = true;
    }
  }

  bool LoadsAgain() const {
    static constexpr std::string_view kLoads[] = {
        "scd",   "merg",        "upsert",  "append", "histor",   "snapshot",
        "track", "incremental", "истор",   "снимок", "снимк",    "слива",
        "слить", "слей",        "дописыв", "допиш",  "инкремент"};
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return std::any_of(std::begin(kLoads), std::end(kLoads), [&](std::string_view load) {
        return std::string_view(token.lower).starts_with(load);
      });
    });
  }

  const std::vector<Token>& tokens_;
  const SynthesisRequest& request_;
  std::vector<bool>& taken_;
  std::vector<PlaceMention> places_;
};

}  // namespace

bool IsGlob(const std::string& path) {
  return path.find_first_of("*?[") != std::string::npos;
}

std::string DatabaseUri(const std::string& path) {
  const std::string lower = LowerUtf8(path);
  const char* scheme = nullptr;
  if (lower.ends_with(".duckdb")) scheme = "duckdb";
  if (lower.ends_with(".db") || lower.ends_with(".sqlite") || lower.ends_with(".sqlite3"))
    scheme = "sqlite";
  if (scheme == nullptr) return {};
  return std::string(scheme) + ":///" + path;
}

std::vector<PlaceMention> FindPlaces(const std::vector<Token>& tokens,
                                     const SynthesisRequest& request, std::vector<bool>* taken) {
  return PlaceFinder(tokens, request, taken).Find();
}

}  // namespace aietl::synthesis
