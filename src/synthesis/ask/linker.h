// Which words may mean which column, table or cell value: every reading with a score, for the
// parser to choose from.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "synthesis/ask/word_match.h"
#include "synthesis/catalog.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

// A column of the catalogue by index.
struct Column {
  int relation = -1;
  int column = -1;
  bool valid() const { return relation >= 0; }
  friend bool operator==(const Column&, const Column&) = default;
};

enum class LinkKind : unsigned char { kColumn, kTable, kValue };

// Tokens [begin, end) may mean this. Scores: 1 the very name or value; ≥ 0.9 inflected, translated
// or without the table's own words; below a part or a typo.
struct Reading {
  LinkKind kind = LinkKind::kColumn;
  int begin = 0, end = 0;
  double score = 0;
  Column column;      // kColumn, kValue
  int relation = -1;  // kTable
  std::string value;  // kValue: as spelt in the data; booleans: "true"/"false"
  Column via;  // kColumn of another table, told by what refers to it ("destination city"): the
               // reference
  bool of_table = false;  // kColumn: named together with its table ("customer name")
};

// Dates and moments, also where a text column holds nothing but ISO dates (SQLite).
// SQL of a flag's true or false value: a boolean column, or one that is spelt yes and no; empty: no
// flag.
std::string FlagLiteral(const connectors::ColumnInfo& column, bool value);
bool IsTimeColumn(const connectors::ColumnInfo& column);

class Linker {
 public:
  explicit Linker(const Catalog& catalog);
  // All readings with a score of at least 0.55, longest first, per first token.
  std::vector<std::vector<Reading>> Link(const std::vector<Token>& tokens) const;
  const Catalog& catalog() const { return catalog_; }
  // Whether a name or a value has this word, or one that means the same.
  bool Knows(const Token& token) const;
  // Whether it says how things stand: a value, a flag, a time that came or did not.
  bool IsState(const Reading& reading) const;
  // Whether it is a slip of a word of some name.
  bool Resembles(const Token& token) const;
  // The one word of names that it is a slip of; empty: none, several, or too short to say.
  std::string Meant(const Token& token) const;

 private:
  struct Name {
    std::vector<NameWord> words;
    std::string whole;             // lower-case name as it stands
    Concepts concepts;             // of the whole name
    std::vector<bool> table_word;  // the word is one of the table's own
  };
  struct Cell {
    Column column;
    std::string value;
  };

  bool HasParts(const Column& column) const;
  bool RefersBy(const Relation& relation, const std::string& column, const NameWord& word) const;
  static Name MakeName(std::string_view text);
  static double MatchName(const std::vector<const NameWord*>& asked, const std::string& joined,
                          const Concepts& concepts, const Name& name);
  static bool IsCodeColumn(const connectors::ColumnInfo& column);
  void IndexValues();
  void NameAliases();
  void LinkCompound(const NameWord& word, size_t at, std::vector<Reading>& out) const;
  void LinkValues(const std::vector<Token>& tokens, const std::vector<NameWord>& words, size_t at,
                  size_t length, std::vector<Reading>& out) const;

  const Catalog& catalog_;
  std::vector<Name> tables_, aliases_;  // aliases may be empty
  int owners_ = -1;                     // the one table of customers or members; -2: several
  std::vector<std::vector<Name>> columns_;
  std::unordered_map<std::string, std::vector<Cell>> cells_by_text_, cells_by_stems_;
  std::unordered_map<std::string_view, std::vector<Cell>> cells_by_concept_;
  std::unordered_set<std::string> stems_;  // of all words of names and of values that are few
};

}  // namespace aietl::synthesis
