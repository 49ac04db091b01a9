# How src/synthesis/learned is compiled: loops over long rows of numbers, and weights that go into the program as they are.

# The network's arithmetic is compiled for any x86-64, for AVX2 and for AVX-512, and chosen when it runs.
set(kernels src/synthesis/learned/kernels.cc src/synthesis/learned/kernels_avx2.cc src/synthesis/learned/kernels_avx512.cc)
set_source_files_properties(${kernels} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON
                            COMPILE_OPTIONS "-O3;-Wno-psabi")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set_source_files_properties(src/synthesis/learned/kernels_avx2.cc PROPERTIES COMPILE_OPTIONS "-O3;-Wno-psabi;-mavx2;-mfma;-ffp-contract=fast")
  set_source_files_properties(src/synthesis/learned/kernels_avx512.cc PROPERTIES COMPILE_OPTIONS "-O3;-Wno-psabi;-mavx512f;-ffp-contract=fast")
endif()

# What training learned goes into the program as it is.
set(models ${CMAKE_SOURCE_DIR}/models/nl2sql.network ${CMAKE_SOURCE_DIR}/models/nl2sql.ranker)
set_source_files_properties(
  src/synthesis/learned/builtin_weights.cc
  PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON OBJECT_DEPENDS "${models}"
             COMPILE_DEFINITIONS "AIETL_NETWORK_FILE=\"${CMAKE_SOURCE_DIR}/models/nl2sql.network\";AIETL_RANKER_FILE=\"${CMAKE_SOURCE_DIR}/models/nl2sql.ranker\"")
# Loops over long rows of numbers.
set_source_files_properties(src/synthesis/learned/attention.cc src/synthesis/learned/training/tape.cc src/synthesis/learned/training/attend.cc
                            src/synthesis/learned/training/parameters.cc PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON COMPILE_OPTIONS "-O3;-fno-math-errno")
