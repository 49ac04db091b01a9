# Every library from outside, found here and nowhere else. docs/adr/ says why each is there; tools/check_walls says who
# may include what.

# Small C++ libraries are linked in: each shared one adds half a millisecond of looking names up to every start
# (docs/adr/0002-build-recipe.md). OpenSSL and ICU stay shared: the one for its security updates, the other for its 30 MB of data.
set(Boost_USE_STATIC_LIBS ON)
find_library(SQLite3_LIBRARY NAMES libsqlite3.a sqlite3)

find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ICU REQUIRED COMPONENTS i18n uc)
find_package(ZLIB REQUIRED)
find_package(CLI11 REQUIRED)

# Libraries without a CMake file of their own: a header and libraries by name; headers alone may be in build/deps.
function(aietl_library name header)
  find_path(AIETL_${name}_INCLUDE ${header} HINTS ${CMAKE_SOURCE_DIR}/build/deps/${name} PATH_SUFFIXES postgresql REQUIRED)
  set(libraries "")
  foreach(library IN LISTS ARGN)
    find_library(AIETL_${library}_LIBRARY NAMES lib${library}.a ${library} REQUIRED)
    list(APPEND libraries ${AIETL_${library}_LIBRARY})
  endforeach()
  add_library(${name} INTERFACE IMPORTED)
  target_include_directories(${name} INTERFACE ${AIETL_${name}_INCLUDE})
  target_link_libraries(${name} INTERFACE ${libraries})
endfunction()
aietl_library(valijson valijson/validator.hpp)
aietl_library(soci soci/soci.h soci_sqlite3 soci_core)
if(AIETL_SANITIZE MATCHES "undefined")
  # Debian's SOCI hides its type information, which this one check would ask for.
  target_compile_options(soci INTERFACE -fno-sanitize=vptr)
endif()
aietl_library(yaml-cpp yaml-cpp/yaml.h yaml-cpp)
aietl_library(stemmer libstemmer.h stemmer)
aietl_library(zstd zstd.h zstd)
aietl_library(pq libpq-fe.h)  # its library is loaded when it is needed: connectors/postgres/libpq.h

# DuckDB: what scripts/fetch put beside the build; -DAIETL_DUCKDB=DIR names another place with include/ and lib/.
set(AIETL_DUCKDB "${CMAKE_SOURCE_DIR}/build/deps/duckdb-1.5.6" CACHE PATH "DuckDB 1.5.6 with include/ and lib/")
if(NOT EXISTS ${AIETL_DUCKDB}/lib/libduckdb.so OR NOT EXISTS ${AIETL_DUCKDB}/include/duckdb.h)
  message(FATAL_ERROR "DuckDB is not at ${AIETL_DUCKDB}; run scripts/setup, which fetches it")
endif()
add_library(duckdb SHARED IMPORTED)
set_target_properties(duckdb PROPERTIES
  IMPORTED_LOCATION ${AIETL_DUCKDB}/lib/libduckdb.so
  IMPORTED_NO_SONAME ON
  INTERFACE_INCLUDE_DIRECTORIES ${AIETL_DUCKDB}/include)
