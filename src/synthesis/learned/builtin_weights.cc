// The learned files of models/ inside the program, so that it needs none beside it.
#include <string_view>

#include "synthesis/learned/network.h"
#include "synthesis/learned/ranker.h"

#define AIETL_INCLUDE_BYTES(name, file)          \
  asm(".pushsection .rodata\n.balign 16\n" #name \
      "_begin:\n"                                \
      ".incbin \"" file "\"\n" #name "_end:\n.byte 0\n.popsection\n")

AIETL_INCLUDE_BYTES(aietl_nl2sql_network, AIETL_NETWORK_FILE);
AIETL_INCLUDE_BYTES(aietl_nl2sql_ranker, AIETL_RANKER_FILE);

extern "C" {
extern const char aietl_nl2sql_network_begin[], aietl_nl2sql_network_end[];
extern const char aietl_nl2sql_ranker_begin[], aietl_nl2sql_ranker_end[];
}

namespace aietl::synthesis::learned {

// Files of our own build: one that cannot be read is a defect of it. An empty one is none.
const Network* BuiltinNetwork() {
  static const std::shared_ptr<const Network> network = []() -> std::shared_ptr<const Network> {
    const std::string_view bytes(aietl_nl2sql_network_begin, aietl_nl2sql_network_end);
    if (bytes.empty()) return nullptr;
    auto read = Network::Read(bytes);
    AIETL_CHECK(read.has_value());
    return std::move(*read);
  }();
  return network.get();
}

const Ranker* BuiltinRanker() {
  static const std::unique_ptr<const Ranker> ranker = []() -> std::unique_ptr<const Ranker> {
    const std::string_view text(aietl_nl2sql_ranker_begin, aietl_nl2sql_ranker_end);
    if (text.empty()) return nullptr;
    auto read = Ranker::Read(text);
    AIETL_CHECK(read.has_value());
    return std::make_unique<const Ranker>(std::move(*read));
  }();
  return ranker.get();
}

}  // namespace aietl::synthesis::learned
