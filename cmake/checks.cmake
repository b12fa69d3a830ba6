# The checks that stand beside the tests in one ctest run: format, tidy, shell scripts, and the test
# programs of the preset asan-ubsan. A check whose tool or program is not there is skipped;
# './dev test' has all of them.
set(SKIP 77)

add_test(NAME check.format COMMAND ${PROJECT_SOURCE_DIR}/dev format --check)
set_tests_properties(check.format PROPERTIES SKIP_RETURN_CODE ${SKIP} TIMEOUT 120 LABELS check)

add_test(NAME check.shell
         COMMAND sh -c "command -v shellcheck >/dev/null || exit ${SKIP}; exec shellcheck dev .ci/run integrations/github-action/run.sh"
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(check.shell PROPERTIES SKIP_RETURN_CODE ${SKIP} TIMEOUT 120 LABELS check)

# The extension for VS Code: types, tests with the real server, and what is in its package. In CI nothing of it may be missing.
foreach(step types tests package)
  add_test(NAME check.vscode.${step}
           COMMAND sh -c "test -d node_modules/typescript || test \"$CI\" = true || exit ${SKIP}; exec node check.mjs ${step}"
           WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/integrations/vscode)
  # One folder for what they make: not at the same time.
  set_tests_properties(check.vscode.${step} PROPERTIES SKIP_RETURN_CODE ${SKIP} TIMEOUT 240 LABELS check
                       RESOURCE_LOCK vscode ENVIRONMENT "SOIREE=$<TARGET_FILE:soiree>")
endforeach()
# The page shows what the server answers: './dev test --update' rewrites it, as it does all that tests expect.
set_tests_properties(check.vscode.tests PROPERTIES LABELS "check;unit")

# clang-tidy takes seconds for each file: a stamp per file, redone when the file, a header of ours
# that it includes, or .clang-tidy changes. The list is clean in version 14; others have other checks.
find_program(CLANG_TIDY NAMES clang-tidy-14)
if(NOT CLANG_TIDY)
  add_test(NAME check.tidy COMMAND sh -c "echo 'there is no clang-tidy-14 here'; exit ${SKIP}")
  set_tests_properties(check.tidy PROPERTIES SKIP_RETURN_CODE ${SKIP} LABELS check)
else()
  set(stamps)
  set(flags -std=c++20 -I${PROJECT_SOURCE_DIR} -DSOIREE_VERSION="0" -DSOIREE_RULE_PAGES="")
  file(GLOB TIDY_TOOLS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/*.cc
       ${PROJECT_SOURCE_DIR}/linter/cli/main.cc)
  foreach(source ${SOIREE_SOURCES} ${TIDY_TOOLS})
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${source})
    string(REPLACE "/" "." stamp ${name})
    set(stamp ${PROJECT_BINARY_DIR}/tidy/${stamp}.stamp)
    add_custom_command(
      OUTPUT ${stamp}
      COMMAND ${CLANG_TIDY} --quiet ${source} -- ${flags}
      COMMAND ${CMAKE_CXX_COMPILER} ${flags} -MM -MT ${stamp} -MF ${stamp}.d ${source}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${source} ${PROJECT_SOURCE_DIR}/.clang-tidy
      DEPFILE ${stamp}.d
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
      COMMENT "clang-tidy ${name}"
      VERBATIM)
    list(APPEND stamps ${stamp})
  endforeach()
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/tidy)
  add_custom_target(tidy DEPENDS ${stamps})
  add_test(NAME check.tidy
           COMMAND ${CMAKE_COMMAND} --build ${PROJECT_BINARY_DIR} --target tidy -- -k 0)
  set_tests_properties(check.tidy PROPERTIES TIMEOUT 1500 COST 10000 PROCESSORS 2 LABELS check)
endif()

# In the sanitizer build whole programs run, in a few parts, instead of test by test.
set(ASAN ${PROJECT_SOURCE_DIR}/build/asan-ubsan/tests)
set(ASAN_ENVIRONMENT "ASAN_OPTIONS=detect_stack_use_after_return=1"
                     "UBSAN_OPTIONS=print_stacktrace=1")
function(soiree_asan_test name program)
  add_test(NAME asan.${name}
           COMMAND sh -c "test -x \"$0\" || exit ${SKIP}; exec \"$0\" \"$@\"" ${ASAN}/${program}
                   ${ARGN})
  set_tests_properties(asan.${name} PROPERTIES SKIP_RETURN_CODE ${SKIP} TIMEOUT 1500 COST 5000
                                               LABELS asan ENVIRONMENT "${ASAN_ENVIRONMENT}")
endfunction()
set(SHARDS 4)
foreach(shard RANGE 1 ${SHARDS})
  soiree_asan_test(soiree_tests.${shard} soiree_tests --gtest_brief=1)
  math(EXPR index "${shard} - 1")
  set_property(TEST asan.soiree_tests.${shard} APPEND PROPERTY ENVIRONMENT
               GTEST_TOTAL_SHARDS=${SHARDS} GTEST_SHARD_INDEX=${index})
endforeach()
foreach(source ${FUZZ_SOURCES})
  get_filename_component(name ${source} NAME_WE)
  set(seeds ${PROJECT_SOURCE_DIR}/fixtures)
  # A whole session for each file is slow; the rules' pages are no more to it than the other posts are.
  if(NOT name STREQUAL "lsp_fuzz")
    list(APPEND seeds ${PROJECT_SOURCE_DIR}/rules)
  endif()
  soiree_asan_test(replay.${name} fuzz/${name} ${seeds})
endforeach()
