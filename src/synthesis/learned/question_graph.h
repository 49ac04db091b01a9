// A question over a schema as a graph: what the network reads. The same code makes it for training
// (aietl-nl-export) and for use, so that both see the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "synthesis/learned/schema.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis::learned {

class ValueIndex;

// In this order in QuestionGraph::nodes: words, the star, columns, tables, values.
enum class NodeKind : uint8_t { kWord, kStar, kColumn, kTable, kNumber, kText };
constexpr int kNodeKinds = 6;

// Bits of Node::flags.
enum NodeFlag : uint32_t {
  kFlagPrimary = 1u << 0,       // column
  kFlagForeign = 1u << 1,       // column
  kFlagExact = 1u << 2,         // column, table: the whole name stands in the question
  kFlagWithoutTable = 1u << 3,  // column: the name but for the table's own words does
  kFlagPartial = 1u << 4,       // column, table: a word of the name
  kFlagNear = 1u << 5,          // column, table: a word that begins alike, or a slip of typing
  kFlagMeaning = 1u << 6,       // column, table: a translation or synonym (lexicon)
  kFlagGeneric = 1u << 7,       // column: only a word such as id, name, code
  kFlagCell = 1u << 8,          // column: one of its cells stands in the question
  kFlagInColumn = 1u << 9,      // word: part of an exact column name
  kFlagInTable = 1u << 10,      // word: part of an exact table name
  kFlagInValue = 1u << 11,      // word: part of a cell's text or of a number
  kFlagCyrillic = 1u << 12,     // word
  kFlagWhole = 1u << 13,        // value: a whole number
  kFlagYear = 1u << 14,         // value: may be a year
  kFlagDate = 1u << 15,         // value
  kFlagQuoted = 1u << 16,       // word, value: stands in quotes
  kFlagCellExact = 1u << 17,    // value: is a cell's text as written (but for case)
  kFlagCellStem = 1u << 18,     // value: is a cell's text but for inflection or punctuation
  kFlagCellNear = 1u << 19,     // value: is like a cell's text: slip of typing, part, demonym
  kFlagFree = 1u << 20,         // value: no cell; the words themselves
  kFlagCapital = 1u << 21,      // word: begins with a capital, not at the sentence's beginning
  kFlagNumberWord = 1u << 22,   // word: a number
  kFlagBest = 1u << 23,         // column, table, value: none has better evidence for its words
};
constexpr int kNodeFlags = 24;

struct Node {
  NodeKind kind = NodeKind::kWord;
  // ColumnType of a column; of a value 0 text, 1 number, 2 date; else 0.
  uint8_t type = 0;
  uint32_t flags = 0;
  std::vector<std::string> stems;  // a word's one, or those of a name or value
  std::vector<std::string> cues;   // of a word: what it says to do, the same in both languages
                                   // ("count" of "how many" and «сколько»); mostly none or one
  std::vector<std::string>
      glosses;                   // stems of English heads of what it means: «зарплата» → "salari"
  int32_t ref = -1;              // of a column or table: its place in the schema
  int32_t begin = -1, end = -1;  // of words and values: tokens [begin, end) of the question
  std::string text;              // of a value: as stored in the data, or as a number is written
};

// How node j stands to node i in relations[i * n + j]. X and X_back are each other's mirror.
enum class NodeRelation : uint8_t {
  kWordFirst,  // word to word: by distance j - i from -5 to 5, clipped
  kWordLast = kWordFirst + 10,
  kWordColumn,
  kWordColumnExact,
  kWordColumnWithoutTable,
  kWordColumnPartial,
  kWordColumnNear,
  kWordColumnMeaning,
  kWordColumnGeneric,
  kWordColumnCell,
  kColumnWord,
  kColumnWordExact,
  kColumnWordWithoutTable,
  kColumnWordPartial,
  kColumnWordNear,
  kColumnWordMeaning,
  kColumnWordGeneric,
  kColumnWordCell,
  kWordTable,
  kWordTableExact,
  kWordTablePartial,
  kWordTableNear,
  kWordTableMeaning,
  kTableWord,
  kTableWordExact,
  kTableWordPartial,
  kTableWordNear,
  kTableWordMeaning,
  kWordValue,
  kWordValueInside,
  kWordValueBefore,
  kWordValueAfter,  // the word: within 3 tokens
  kValueWord,
  kValueWordInside,
  kValueWordBefore,
  kValueWordAfter,
  kColumnColumn,
  kColumnSelf,
  kColumnSameTable,
  kColumnRefersTo,
  kColumnReferredBy,
  kColumnSameName,
  kColumnTable,
  kColumnOwner,
  kColumnKeyOf,
  kColumnRefersToTable,
  kTableColumn,
  kTableOwns,
  kTableKey,
  kTableReferredByColumn,
  kTableTable,
  kTableSelf,
  kTableRefersTo,
  kTableReferredBy,
  kTableBoth,
  kValueColumn,
  kValueColumnExact,
  kValueColumnNear,
  kValueColumnType,
  kColumnValue,
  kColumnValueExact,
  kColumnValueNear,
  kColumnValueType,
  kValueValue,
  kValueSelf,
  kValueSameWords,
  kValueBefore,
  kValueAfter,
  kValueTable,
  kValueTableCell,
  kTableValue,
  kTableValueCell,
  kStarSelf,
  kToStar,
  kFromStar,
  kCount,
};
constexpr int kRelations = static_cast<int>(NodeRelation::kCount);

constexpr int kMostWords = 60;
constexpr int kMostColumns = 90;
constexpr int kMostTables = 40;
constexpr int kMostValues = 60;

struct QuestionGraph {
  const Schema* schema = nullptr;
  std::vector<Node> nodes;
  std::vector<uint8_t> relations;  // nodes.size() squared, row by row

  // The node of a column (or kStarColumn) or table of the schema; -1 if it was not kept.
  int32_t NodeOfColumn(ColumnId column) const;
  int32_t NodeOfTable(int32_t table) const;
};

QuestionGraph MakeQuestionGraph(const std::vector<Token>& question, const Schema& schema,
                                const ValueIndex& values);

}  // namespace aietl::synthesis::learned
