# What a build needs and this system lacks is told all at once, with the remedy: pip and pre-commit show nothing but
# the message that a build ended with.

# soiree_missing(WHAT): notes that WHAT is not here.
function(soiree_missing what)
  set_property(GLOBAL APPEND PROPERTY SOIREE_MISSING ${what})
endfunction()

# soiree_stop_if_missing(PACKAGES...): ends here when something is; PACKAGES are those of Debian and Ubuntu.
function(soiree_stop_if_missing)
  get_property(missing GLOBAL PROPERTY SOIREE_MISSING)
  if(NOT missing)
    return()
  endif()
  list(REMOVE_DUPLICATES missing)
  list(JOIN missing ", " missing)
  list(JOIN ARGN " " packages)
  message(FATAL_ERROR
    " Building soiree from its source needs what is not here: ${missing}.\n"
    " On Debian 12 or 13 and Ubuntu 24.04, as root:\n"
    "   apt-get install --no-install-recommends ${packages}\n"
    " or './dev run' in a clone of the repository, which installs them itself.\n"
    " The wheel of a published version needs none of it.")
endfunction()

set(SOIREE_BUILD_PACKAGES g++ libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev libtomlplusplus-dev libfmt-dev
    libcli11-dev nlohmann-json3-dev libre2-dev libutf8proc-dev libxxhash-dev libabsl-dev nodejs npm ca-certificates)

# Without a compiler CMake knows no place to look for libraries.
foreach(language C CXX)
  if(NOT CMAKE_${language}_COMPILER)
    include(CheckLanguage)
    check_language(${language})
    if(NOT CMAKE_${language}_COMPILER)
      soiree_missing("a compiler for C and C++")
    endif()
  endif()
endforeach()
soiree_stop_if_missing(${SOIREE_BUILD_PACKAGES})
