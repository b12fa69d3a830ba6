# The libraries we use, from the distribution's packages, always their static archives.

function(soiree_find_archive variable name package)
  find_library(${variable} NAMES lib${name}.a)
  if(NOT ${variable})
    soiree_missing("lib${name}.a of ${package}")
  endif()
endfunction()

function(soiree_find_header header package)
  string(MAKE_C_IDENTIFIER "SOIREE_${header}" variable)
  find_path(${variable} ${header})
  if(NOT ${variable})
    soiree_missing("${header} of ${package}")
  endif()
endfunction()

find_package(Threads REQUIRED)
soiree_find_archive(CMARK_EXTENSIONS_ARCHIVE cmark-gfm-extensions libcmark-gfm-extensions-dev)
soiree_find_archive(CMARK_ARCHIVE cmark-gfm libcmark-gfm-dev)
soiree_find_archive(YAML_CPP_ARCHIVE yaml-cpp libyaml-cpp-dev)
soiree_find_archive(RE2_ARCHIVE re2 libre2-dev)
soiree_find_archive(UTF8PROC_ARCHIVE utf8proc libutf8proc-dev)
soiree_find_archive(XXHASH_ARCHIVE xxhash libxxhash-dev)

# Abseil: only its time library, what that pulls in, and what RE2 does from 2023-07 on. Which parts exist, and which
# needs which, differs between releases; the linker takes those that are needed.
soiree_find_archive(ABSL_TIME_ARCHIVE absl_time libabsl-dev)
soiree_find_header(CLI/CLI.hpp libcli11-dev)
soiree_find_header(nlohmann/json.hpp nlohmann-json3-dev)
soiree_find_header(toml++/toml.h libtomlplusplus-dev)
soiree_find_header(fmt/format.h libfmt-dev)
if(SOIREE_FETCH_WORDS AND NOT EXISTS ${PROJECT_SOURCE_DIR}/cmake/words/node_modules/cuss/index.js)
  find_program(NPM_PROGRAM npm)
  if(NOT NPM_PROGRAM)
    soiree_missing("npm, which fetches the lists of rated words")
  endif()
endif()
soiree_stop_if_missing(${SOIREE_BUILD_PACKAGES})
get_filename_component(ABSL_FOLDER ${ABSL_TIME_ARCHIVE} DIRECTORY)
file(GLOB ABSL_ARCHIVES ${ABSL_FOLDER}/libabsl_*.a)

# fmt 9 is in Debian 12 and Ubuntu 24.04; what another version leaves to its library is not known.
find_package(fmt REQUIRED)
if(fmt_VERSION MATCHES "^9\\.")
  add_library(soiree_fmt STATIC ${CMAKE_CURRENT_LIST_DIR}/fmt.cc)
else()
  add_library(soiree_fmt INTERFACE)
  target_compile_definitions(soiree_fmt INTERFACE FMT_HEADER_ONLY)
endif()

add_library(soiree_yaml_cpp INTERFACE)
target_link_libraries(soiree_yaml_cpp INTERFACE ${YAML_CPP_ARCHIVE})

add_library(soiree_third_party INTERFACE)
target_link_libraries(soiree_third_party INTERFACE
  soiree_yaml_cpp ${CMARK_EXTENSIONS_ARCHIVE} ${CMARK_ARCHIVE}
  ${RE2_ARCHIVE} ${UTF8PROC_ARCHIVE} ${XXHASH_ARCHIVE}
  -Wl,--start-group ${ABSL_ARCHIVES} -Wl,--end-group Threads::Threads)
