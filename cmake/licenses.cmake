# A static binary carries the libraries it is linked with, and their licences ask to come along: one file of the
# distribution's copyright files, which whatever packs the binary takes with it.

set(SOIREE_THIRD_PARTY_LICENSES ${PROJECT_BINARY_DIR}/THIRD-PARTY-LICENSES.txt)

function(soiree_collect_licenses)
  string(REGEX MATCH "^[0-9]+" compiler ${CMAKE_CXX_COMPILER_VERSION})
  set(text "The soiree binary holds parts of these packages, under these licences.\n")
  foreach(package libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev libtomlplusplus-dev libfmt-dev
                  libcli11-dev nlohmann-json3-dev libre2-dev libutf8proc-dev libxxhash-dev libabsl-dev libc6-dev
                  libstdc++-${compiler}-dev)
    set(copyright /usr/share/doc/${package}/copyright)
    if(EXISTS ${copyright})
      file(READ ${copyright} terms)
      string(APPEND text "\n======== ${package}\n\n${terms}")
    endif()
  endforeach()
  file(CONFIGURE OUTPUT ${SOIREE_THIRD_PARTY_LICENSES} CONTENT "@text@" @ONLY)
endfunction()
soiree_collect_licenses()
