// Which words of a question are in the cells, or may be values otherwise: numbers, dates, quoted
// texts, names. Built once a catalogue from the distinct cells that discovery found.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "synthesis/learned/schema.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis::learned {

enum class ValueType : uint8_t { kText, kNumber, kDate };
enum class ValueFit : uint8_t { kExact, kStem, kNear, kFree };

// Tokens [begin, end) may mean this value.
struct ValueLink {
  int32_t begin = 0, end = 0;
  std::string text;  // as stored, or as a number is written
  ValueType type = ValueType::kText;
  ValueFit fit = ValueFit::kFree;
  bool quoted = false;
  std::vector<ColumnId> columns;  // that have it in a cell
};

// Built once, then read by any number of threads.
class ValueIndex {
 public:
  ValueIndex(const Catalog& catalog, const Schema& schema);
  // In the order of the question, of the same words the better ones first.
  std::vector<ValueLink> Link(const std::vector<Token>& tokens, const Schema& schema) const;
  // Whether the column holds this text or number.
  bool Holds(ColumnId column, const std::string& text) const;
  size_t cells() const { return cells_.size(); }

 private:
  struct Cell {
    ColumnId column = 0;
    std::string text;
  };
  using Postings = std::unordered_map<std::string, std::vector<uint32_t>>;

  void Add(ColumnId column, const std::string& text);
  void LinkSpan(const std::vector<Token>& tokens, size_t begin, size_t end,
                std::vector<ValueLink>& out) const;
  void LinkMeanings(const std::vector<Token>& tokens, std::vector<ValueLink>& out) const;
  void LinkDemonym(const Token& token, size_t at, std::vector<ValueLink>& out) const;
  void LinkNear(const std::vector<Token>& tokens, size_t at, std::vector<ValueLink>& out) const;
  void LinkPart(const std::vector<Token>& tokens, size_t begin, size_t end,
                std::vector<ValueLink>& out) const;
  void LinkFlags(const std::vector<Token>& tokens, const Schema& schema,
                 std::vector<ValueLink>& out) const;
  void LinkNumber(const Token& token, size_t at, std::vector<ValueLink>& out) const;
  void LinkDate(const Token& token, size_t at, std::vector<ValueLink>& out) const;
  void LinkFree(const std::vector<Token>& tokens, std::vector<ValueLink>& out) const;
  void AddCells(const std::vector<uint32_t>& cells, size_t begin, size_t end, ValueFit fit,
                const std::string& written, std::vector<ValueLink>& out) const;

  std::vector<Cell> cells_;
  Postings by_squeezed_;  // letters and digits only
  Postings by_stems_;
  Postings by_number_;              // ten digits
  Postings by_date_;                // ISO
  Postings by_word_;                // a text's single words
  std::vector<std::string> words_;  // keys of by_word_, sorted
  struct FlagColumn {
    ColumnId column = 0;
    std::string yes, no;  // or male, female
    bool sex = false;
  };
  std::vector<FlagColumn> flags_;
};

}  // namespace aietl::synthesis::learned
