# aietl_module, aietl_program: a folder of src/ as a library or the program, its tests beside it.

find_package(doctest QUIET)

# Headers that cost seconds or leak macros: a file that includes one is compiled alone, outside of unity batches.
# (Which files may do so is tools/check_walls' matter.)
set(AIETL_WALL_REGEX
    "^[ \t]*#[ \t]*include[ \t]*[<\"](CLI/|valijson/|duckdb[.]hpp|duckdb/|boost/|yaml-cpp/|spdlog/|soci/|unicode/|openssl/)")

if(AIETL_PCH)
  # Standard headers only, so that one file serves every target.
  add_library(aietl_pch STATIC cmake/pch.cc)
  target_link_libraries(aietl_pch PRIVATE aietl_flags)
  target_precompile_headers(aietl_pch PRIVATE cmake/pch.h)
endif()

# Warnings, batches and the precompiled header for one target made of `ARGN`.
function(aietl_compile target)
  target_link_libraries(${target} PRIVATE aietl_flags)
  if(AIETL_PCH)
    target_precompile_headers(${target} REUSE_FROM aietl_pch)
  endif()
  # Tests say `using namespace`, which batches would mix.
  if(AIETL_UNITY GREATER 0 AND NOT target MATCHES "_test$")
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${AIETL_UNITY})
    foreach(source IN LISTS ARGN)
      if(source MATCHES "^${CMAKE_SOURCE_DIR}/")
        file(STRINGS ${source} walls REGEX "${AIETL_WALL_REGEX}" LIMIT_COUNT 1)
        if(walls)
          set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
        endif()
      endif()
    endforeach()
  endif()
endfunction()

function(aietl_existing result)
  set(found "")
  foreach(module IN LISTS ARGN)
    if(TARGET aietl_${module})
      list(APPEND found aietl_${module})
    endif()
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

macro(aietl_sources name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test[.]cc$")
  list(FILTER tests INCLUDE REGEX "_test[.]cc$")
endmacro()

function(aietl_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "RANK" "DEPS;LIBS;PUBLIC_LIBS;GENERATED")
  aietl_sources(${name})
  if(NOT IS_DIRECTORY ${CMAKE_SOURCE_DIR}/src/${name})
    return()
  endif()
  aietl_existing(deps ${arg_DEPS})
  if(sources)
    add_library(aietl_${name} STATIC ${sources} ${arg_GENERATED})
    aietl_compile(aietl_${name} ${sources})
    target_link_libraries(aietl_${name} PUBLIC ${deps} ${arg_PUBLIC_LIBS} PRIVATE ${arg_LIBS})
  else()
    add_library(aietl_${name} INTERFACE)
    target_link_libraries(aietl_${name} INTERFACE ${deps} ${arg_PUBLIC_LIBS})
  endif()
  if(tests AND doctest_FOUND AND BUILD_TESTING)
    add_executable(${name}_test ${tests})
    aietl_compile(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE aietl_${name} ${deps} ${arg_LIBS} aietl_test_main)
    add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()

function(aietl_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "RANK;OUTPUT" "DEPS;LIBS")
  aietl_sources(${name})
  if(NOT sources)
    return()
  endif()
  aietl_existing(deps ${arg_DEPS})
  add_executable(${arg_OUTPUT} ${sources})
  aietl_compile(${arg_OUTPUT} ${sources})
  target_link_libraries(${arg_OUTPUT} PRIVATE ${deps} ${arg_LIBS})
  set_target_properties(${arg_OUTPUT} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${AIETL_PROGRAM_DIR})
endfunction()

# A developer's program of one file, beside the product.
function(aietl_tool name source)
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE aietl_flags ${ARGN})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${AIETL_PROGRAM_DIR})
endfunction()

# doctest's main, and what tests share, compiled once.
if(doctest_FOUND AND BUILD_TESTING)
  file(GLOB support CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cc)
  add_library(aietl_test_main STATIC ${support})
  target_include_directories(aietl_test_main PUBLIC ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(aietl_test_main PRIVATE aietl_flags PUBLIC doctest::doctest)
endif()

# The Russian texts, compiled in.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(AIETL_CATALOGUE ${CMAKE_BINARY_DIR}/generated/text_catalogue.cc)
add_custom_command(
  OUTPUT ${AIETL_CATALOGUE}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/make_catalogue ${CMAKE_SOURCE_DIR}/lang/ru.po ${AIETL_CATALOGUE}
  DEPENDS ${CMAKE_SOURCE_DIR}/tools/make_catalogue ${CMAKE_SOURCE_DIR}/lang/ru.po
  VERBATIM)
set_source_files_properties(${AIETL_CATALOGUE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

# The modules that a source file includes (theirs come with them).
function(aietl_included result source)
  file(STRINGS ${source} lines REGEX "^#include \"[a-z_]+/")
  set(names "")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^#include \"([a-z_]+)/.*" "\\1" name ${line})
    list(APPEND names ${name})
  endforeach()
  list(REMOVE_DUPLICATES names)
  aietl_existing(found ${names})
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# tests/fuzz/NAME.cc becomes fuzz_NAME: libFuzzer's under the preset `fuzz`, else a runner that takes the corpus once.
function(aietl_fuzz_targets)
  file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*.cc)
  list(REMOVE_ITEM targets ${CMAKE_SOURCE_DIR}/tests/fuzz/run_corpus.cc)
  if(NOT BUILD_TESTING)
    return()
  endif()
  foreach(source IN LISTS targets)
    aietl_included(modules ${source})
    get_filename_component(name ${source} NAME_WE)
    set(corpus ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name})
    if(AIETL_FUZZ)
      add_executable(fuzz_${name} ${source})
      target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    else()
      add_executable(fuzz_${name} ${source} tests/fuzz/run_corpus.cc)
      add_test(NAME fuzz_${name} COMMAND fuzz_${name} ${corpus} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    endif()
    target_link_libraries(fuzz_${name} PRIVATE aietl_flags ${modules} duckdb)
    set_property(GLOBAL APPEND PROPERTY AIETL_FUZZ_TARGETS fuzz_${name})
  endforeach()
  get_property(all GLOBAL PROPERTY AIETL_FUZZ_TARGETS)
  add_custom_target(fuzz_targets DEPENDS ${all})
endfunction()

# bench/*_bench.cc, each a Google Benchmark program of its own; built by `make bench` only.
function(aietl_benchmarks)
  find_package(benchmark QUIET)
  file(GLOB programs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*_bench.cc)
  if(NOT benchmark_FOUND)
    return()
  endif()
  set(all "")
  foreach(source IN LISTS programs)
    aietl_included(modules ${source})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} EXCLUDE_FROM_ALL ${source})
    target_link_libraries(${name} PRIVATE aietl_flags ${modules} benchmark::benchmark_main)
    list(APPEND all ${name})
  endforeach()
  add_custom_target(benchmarks DEPENDS ${all})
endfunction()

# The lexicon's texts as one source file.
set(AIETL_LEXICON ${CMAKE_BINARY_DIR}/generated/lexicon_data.cc)
set(AIETL_LEXICON_TEXTS ${CMAKE_SOURCE_DIR}/src/synthesis/text/concepts.lex ${CMAKE_SOURCE_DIR}/src/synthesis/text/cues.lex
    ${CMAKE_SOURCE_DIR}/src/synthesis/text/phrases.gram)
add_custom_command(
  OUTPUT ${AIETL_LEXICON}
  DEPENDS ${AIETL_LEXICON_TEXTS} ${CMAKE_SOURCE_DIR}/tools/make_lexicon
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/make_lexicon ${AIETL_LEXICON} ${AIETL_LEXICON_TEXTS}
  VERBATIM)
set_source_files_properties(${AIETL_LEXICON} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

# Text files as C++ strings, comments left out: HEADER declares them in NAMESPACE, and ARGN names each: kName=FILE.
function(aietl_embed output header namespace)
  set(files "")
  set(pairs "")
  foreach(pair IN LISTS ARGN)
    string(REGEX REPLACE "^[^=]*=" "" file ${pair})
    string(REGEX REPLACE "=.*" "" name ${pair})
    list(APPEND files ${CMAKE_SOURCE_DIR}/${file})
    list(APPEND pairs ${name}=${CMAKE_SOURCE_DIR}/${file})
  endforeach()
  add_custom_command(
    OUTPUT ${output}
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/tools/embed_texts
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/embed_texts ${output} ${header} ${namespace} ${pairs}
    VERBATIM)
  set_source_files_properties(${output} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# The translator's spellings.
set(AIETL_SQL_MAPS ${CMAKE_BINARY_DIR}/generated/sql_maps.cc)
aietl_embed(${AIETL_SQL_MAPS} sql/translate/internal/maps.h aietl::sql
  kFunctionsMap=src/sql/translate/functions.map kTypesMap=src/sql/translate/types.map)
# The SQL dialects' functions as constant tables.
set(AIETL_FUNCTIONS ${CMAKE_BINARY_DIR}/generated/function_data.cc)
file(GLOB AIETL_FUNCTION_TEXTS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/sql/functions/*.fn)
add_custom_command(
  OUTPUT ${AIETL_FUNCTIONS}
  DEPENDS ${AIETL_FUNCTION_TEXTS} ${CMAKE_SOURCE_DIR}/tools/make_functions
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/make_functions ${AIETL_FUNCTIONS} ${AIETL_FUNCTION_TEXTS}
  VERBATIM)
set_source_files_properties(${AIETL_FUNCTIONS} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
