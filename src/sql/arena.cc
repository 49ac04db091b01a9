#include "sql/arena.h"

#include <sys/mman.h>

#include <cstdlib>

namespace aietl::sql {
namespace {

constexpr size_t kHugePage = size_t{2} << 20;
constexpr size_t kFirstBlock = 16 * 1024;
constexpr size_t kLargestBlock = size_t{32} << 20;

size_t InHugePages(size_t bytes) {
  return (bytes + kHugePage - 1) / kHugePage * kHugePage;
}

// A thread keeps a few large blocks that were given back: memory from the system is cleared first,
// which took a quarter of the time of parsing a large script.
thread_local bool kept_is_gone = false;  // at the end of a thread, before static objects

class Kept {
 public:
  ~Kept() {
    kept_is_gone = true;
    for (const std::span<std::byte> block : blocks_)
      std::free(block.data());
  }
  std::byte* Take(size_t size) {
    for (std::span<std::byte>& block : blocks_) {
      if (block.size() != size) continue;
      std::byte* data = block.data();
      bytes_ -= size;
      block = blocks_.back();
      blocks_.pop_back();
      return data;
    }
    return nullptr;
  }
  bool Keep(std::byte* data, size_t size) {
    if (bytes_ + size > kMostBytes || blocks_.size() == kMostBlocks) return false;
    blocks_.emplace_back(data, size);
    bytes_ += size;
    return true;
  }

 private:
  static constexpr size_t kMostBytes = size_t{128} << 20;
  static constexpr size_t kMostBlocks = 16;
  std::vector<std::span<std::byte>> blocks_;
  size_t bytes_ = 0;
};

thread_local Kept kept;

}  // namespace

std::byte* TakeBlock(size_t bytes) {
  if (bytes < kHugePage) return static_cast<std::byte*>(::operator new(bytes));
  const size_t size = InHugePages(bytes);
  if (std::byte* block = kept_is_gone ? nullptr : kept.Take(size)) return block;
  void* block = std::aligned_alloc(kHugePage, size);
  if (block == nullptr) throw std::bad_alloc();
  // Only a wish: without huge pages the memory serves as well.
  (void)::madvise(block, size, MADV_HUGEPAGE);
  return static_cast<std::byte*>(block);
}

void GiveBlock(std::byte* block, size_t bytes) {
  if (bytes < kHugePage)
    ::operator delete(block);
  else if (kept_is_gone || !kept.Keep(block, InHugePages(bytes)))
    std::free(block);
}

Arena::~Arena() {
  for (const std::span<std::byte> block : blocks_)
    GiveBlock(block.data(), block.size());
}

void Arena::Grow(size_t at_least) {
  size_t bytes = blocks_.empty() ? kFirstBlock : std::min(capacity_ * 2, kLargestBlock);
  if (bytes < at_least) bytes = at_least;
  if (bytes >= kHugePage) bytes = InHugePages(bytes);
  blocks_.emplace_back(TakeBlock(bytes), bytes);
  next_ = reinterpret_cast<uintptr_t>(blocks_.back().data());
  end_ = next_ + bytes;
  capacity_ += bytes;
}

}  // namespace aietl::sql
