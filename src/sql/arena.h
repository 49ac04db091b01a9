// Where a syntax tree lives: memory that is handed out by bumping a pointer and given back all at
// once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace aietl::sql {

// A list in an arena. Cheap to copy, owns nothing.
template <class T>
class Span {
 public:
  Span() = default;
  Span(T* data, size_t size) : data_(data), size_(static_cast<uint32_t>(size)) {}
  T* begin() const { return data_; }
  T* end() const { return data_ + size_; }
  T& operator[](size_t i) const { return data_[i]; }
  T& front() const { return data_[0]; }
  T& back() const { return data_[size_ - 1]; }
  T* data() const { return data_; }
  uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

 private:
  T* data_ = nullptr;
  uint32_t size_ = 0;
};

// Large pieces of memory: from 2 MB on in huge pages where the system has them, because a third of
// the time of parsing a large script went into page faults.
std::byte* TakeBlock(size_t bytes);
void GiveBlock(std::byte* block, size_t bytes);

// For vectors that may become large.
template <class T>
struct BlockAllocator {
  using value_type = T;
  BlockAllocator() = default;
  template <class U>
  BlockAllocator(const BlockAllocator<U>&) {}
  T* allocate(size_t count) { return reinterpret_cast<T*>(TakeBlock(count * sizeof(T))); }
  void deallocate(T* data, size_t count) {
    GiveBlock(reinterpret_cast<std::byte*>(data), count * sizeof(T));
  }
  template <class U>
  bool operator==(const BlockAllocator<U>&) const {
    return true;
  }
};

// Not thread-safe; objects in it are never destroyed, so they must not need it.
class Arena {
 public:
  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* Take(size_t bytes, size_t align) {
    uintptr_t at = (next_ + align - 1) & ~static_cast<uintptr_t>(align - 1);
    if (at + bytes > end_) {
      Grow(bytes + align);
      at = (next_ + align - 1) & ~static_cast<uintptr_t>(align - 1);
    }
    next_ = at + bytes;
    return reinterpret_cast<void*>(at);
  }

  template <class T, class... Args>
  T* New(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (Take(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  // A copy of `items` that lives as long as the arena.
  template <class T>
  Span<T> List(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    T* data = static_cast<T*>(Take(items.size() * sizeof(T), alignof(T)));
    std::memcpy(static_cast<void*>(data), items.data(), items.size() * sizeof(T));
    return {data, items.size()};
  }
  template <class T>
  Span<T> List(const std::vector<T>& items) {
    return List(std::span<const T>(items));
  }
  template <class T>
  Span<T> One(T item) {
    return List(std::span<const T>(&item, 1));
  }

  std::string_view Text(std::string_view text) {
    if (text.empty()) return {};
    char* data = static_cast<char*>(Take(text.size(), 1));
    std::memcpy(data, text.data(), text.size());
    return {data, text.size()};
  }

  // Bytes taken from the system so far.
  size_t capacity() const { return capacity_; }

 private:
  void Grow(size_t at_least);

  std::vector<std::span<std::byte>> blocks_;
  uintptr_t next_ = 0;
  uintptr_t end_ = 0;
  size_t capacity_ = 0;
};

}  // namespace aietl::sql
