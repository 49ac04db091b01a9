# How every file of ours is compiled: C++23, warnings are errors, mold, ccache that hits across checkouts.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
set_property(GLOBAL PROPERTY RULE_MESSAGES OFF)

find_package(Threads REQUIRED)

# ccache rewrites paths below this checkout to relative ones, and no path of the checkout reaches an object file: so
# another checkout (a worktree, a fresh clone) gets its objects from the cache.
find_program(AIETL_CCACHE ccache)
if(AIETL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${AIETL_CCACHE})
endif()

add_library(aietl_flags INTERFACE)
target_include_directories(aietl_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(aietl_flags INTERFACE Threads::Threads)
target_compile_options(aietl_flags INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-qual -Wformat=2 -Wimplicit-fallthrough -Wundef -Werror
  -fno-strict-aliasing -fstack-protector-strong
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these falsely inside its own headers when it inlines std::string at -O2; the last one it reports for every source
  # file of a unity batch, which it takes for a header.
  target_compile_options(aietl_flags INTERFACE -fpch-preprocess -Wno-maybe-uninitialized -Wno-restrict
    -Wno-dangling-pointer -Wno-stringop-overread -Wno-stringop-overflow -Wno-array-bounds
    -Wno-subobject-linkage)
else()
  # libstdc++ 12's own stable_sort uses what it declares deprecated, and clang says so; g++ reports deprecated uses of ours.
  target_compile_options(aietl_flags INTERFACE -Wno-unknown-warning-option -Wno-deprecated-declarations)
  # libstdc++ 12 makes unique_ptr's destructor constexpr in C++23, which clang instantiates at once: DuckDB 1.5.6's
  # profiling_utils.hpp has such a member before its type is complete.
  target_compile_definitions(aietl_flags INTERFACE _GLIBCXX23_CONSTEXPR=)
endif()

find_program(AIETL_MOLD mold)
if(AIETL_MOLD)
  target_link_options(aietl_flags INTERFACE -fuse-ld=mold)
endif()
target_link_options(aietl_flags INTERFACE -Wl,--as-needed)

if(AIETL_SANITIZE)
  target_compile_options(aietl_flags INTERFACE -fsanitize=${AIETL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(aietl_flags INTERFACE -fsanitize=${AIETL_SANITIZE})
endif()
if(AIETL_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "AIETL_FUZZ needs clang (use the preset 'fuzz')")
  endif()
  # Coverage for every file, the fuzzer's own main only for the targets themselves.
  target_compile_options(aietl_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(aietl_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
