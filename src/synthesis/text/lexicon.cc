#include "synthesis/text/lexicon.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "synthesis/text/lexicon_data.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {
namespace {

constexpr double kLoose = 0.7;
constexpr size_t kLongestPhrase = 5;

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

// Calls `use` for each part between separators.
template <class Use>
void Split(std::string_view text, char separator, Use use) {
  while (true) {
    const size_t end = text.find(separator);
    if (const std::string_view part = Trimmed(text.substr(0, end)); !part.empty()) use(part);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

struct Lexicon::Data {
  struct Entry {
    std::string_view id;
    int words;
    double weight;
    bool alone;  // the form means this and nothing that its stem means
  };
  std::deque<std::string> ids;
  std::vector<std::string_view> words;  // single words as written
  std::unordered_map<std::string, std::vector<Entry>>
      phrases;  // key: stems joined by blanks; "=" and the words for exact forms
  std::unordered_map<std::string_view, std::vector<std::string>> by_id;  // stems of its phrases
  std::unordered_set<std::string> parts;  // words of phrases, as written, and their stems
};

Lexicon::Lexicon(std::string_view text) {
  auto* data = new Data;
  Split(text, '\n', [&](std::string_view line) {
    if (line.front() == '#') return;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    data->ids.emplace_back(Trimmed(line.substr(0, colon)));
    const std::string_view id = data->ids.back();
    const auto add = [&](std::string_view phrase) {
      double weight = 1;
      if (phrase.front() == '~') {
        weight = kLoose;
        phrase = Trimmed(phrase.substr(1));
      }
      const bool alone = !phrase.empty() && phrase.front() == '^';
      const bool exact = alone || (!phrase.empty() && phrase.front() == '=');
      if (exact) phrase.remove_prefix(1);
      if (phrase.empty()) return;
      const int words = static_cast<int>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
      if (words == 1) data->words.push_back(phrase);
      std::string key = exact ? "=" : "", stems;
      const size_t empty = key.size();
      Split(phrase, ' ', [&](std::string_view word) {
        const std::string stem = StemOf(std::string(word));
        const std::string kept = exact ? std::string(word) : stem;
        if (words > 1) {
          data->parts.emplace(word);
          data->parts.insert(kept);
        }
        if (key.size() > empty) key += ' ';
        key += kept;
        if (!stems.empty()) stems += ' ';
        stems += stem;
      });
      std::vector<std::string>& same = data->by_id[id];
      if (weight > kLoose && std::find(same.begin(), same.end(), stems) == same.end())
        same.push_back(std::move(stems));
      std::vector<Data::Entry>& entries = data->phrases[key];
      for (Data::Entry& known : entries) {
        if (known.id != id) continue;
        known.weight = std::max(known.weight, weight);
        known.alone = known.alone || alone;
        return;
      }
      entries.push_back({id, words, weight, alone});
    };
    Split(line.substr(colon + 1), '|', [&](std::string_view part) { Split(part, ',', add); });
  });
  data_ = data;
}

const Lexicon& Lexicon::Concepts() {
  static const Lexicon lexicon(kConceptsText);
  return lexicon;
}

const Lexicon& Lexicon::Cues() {
  static const Lexicon lexicon(kCuesText);
  return lexicon;
}

std::vector<Lexicon::Match> Lexicon::Find(const std::vector<std::string>& lower,
                                          const std::vector<std::string>& stems, size_t at) const {
  std::vector<Match> matches;
  const size_t most = std::min(kLongestPhrase, stems.size() - at);
  for (size_t length = most; length > 0; --length) {
    std::string exact = "=", key;
    for (size_t i = at; i < at + length; ++i) {
      if (i > at) {
        exact += ' ';
        key += ' ';
      }
      exact += lower[i];
      key += stems[i];
    }
    for (const std::string& phrase : {exact, key}) {
      const auto found = data_->phrases.find(phrase);
      if (found == data_->phrases.end()) continue;
      for (const Data::Entry& entry : found->second)
        matches.push_back({entry.id, entry.words, entry.weight});
      if (std::any_of(found->second.begin(), found->second.end(),
                      [](const Data::Entry& entry) { return entry.alone; }))
        break;
    }
  }
  return matches;
}

bool IsTypo(const std::string& a, const std::string& b) {
  const std::u32string x = DecodeUtf8(a), y = DecodeUtf8(b);
  const size_t shorter = std::min(x.size(), y.size()), longer = std::max(x.size(), y.size());
  if (shorter < 4 || longer - shorter > 1 || x[0] != y[0]) return false;
  size_t front = 0, back = 0;
  while (front < shorter && x[front] == y[front])
    ++front;
  while (back < shorter - front && x[x.size() - 1 - back] == y[y.size() - 1 - back])
    ++back;
  const size_t left_x = x.size() - front - back, left_y = y.size() - front - back;
  // In short words only a letter too few or too many of a double one: "suma".
  if (shorter < 5)
    return longer > shorter && front > 0 &&
           (longer == x.size() ? x[front] == x[front - 1] : y[front] == y[front - 1]);
  if (left_x <= 1 && left_y <= 1) return true;
  return left_x == 2 && left_y == 2 && x[front] == y[front + 1] && x[front + 1] == y[front];
}

std::string Lexicon::Meant(const std::string& lower, const std::string& stem) const {
  std::string found, found_stem;
  for (const std::string_view view : data_->words) {
    if (view.size() > lower.size() + 4 || lower.size() > view.size() + 4 || view[0] != lower[0])
      continue;
    const std::string word(view), word_stem = StemOf(word);
    if (!IsTypo(word, lower) && !IsTypo(word_stem, stem)) continue;
    if (!found.empty() && found_stem != word_stem) return {};
    found = word;
    found_stem = word_stem;
  }
  return found;
}

bool Lexicon::IsPart(const std::string& lower, const std::string& stem) const {
  return data_->parts.contains(lower) || data_->parts.contains(stem);
}

std::vector<Lexicon::Match> Lexicon::FindWord(const std::string& lower) const {
  return Find({lower}, {StemOf(lower)}, 0);
}

const std::vector<std::string>& Lexicon::PhrasesOf(std::string_view id) const {
  static const std::vector<std::string> none;
  const auto found = data_->by_id.find(id);
  return found == data_->by_id.end() ? none : found->second;
}

}  // namespace aietl::synthesis
