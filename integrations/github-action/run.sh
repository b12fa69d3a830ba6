#!/usr/bin/env bash
# The steps of action.yml: run.sh install | check. All inputs come as variables, so that nothing in
# them is ever read as a command. macOS has bash 3.2: no mapfile, and an empty array is an unset one.
set -euo pipefail

say() { printf 'soiree action: %s\n' "$*"; }

on_path() {
  local found
  found=$(soiree --version 2>/dev/null) || return 1
  [[ -z $1 || $found == "soiree $1" ]]
}

# A soiree of the wanted version on the PATH is used; else the package is installed, or without a
# version the source that this action came with is built.
install() {
  local version=${SOIREE_VERSION:-} folder source
  if on_path "$version"; then
    say "using $(soiree --version) from the PATH"
    return
  fi
  if [[ -z $version ]]; then
    source=$(cd "$GITHUB_ACTION_PATH/../.." && pwd)
    say "building soiree from its source; the input \`version\` would install one in seconds"
    "$source/dev" run --version
    printf '%s\n' "$source/build/release" >>"$GITHUB_PATH"
    return
  fi
  # A virtual environment: many systems refuse packages in their own Python.
  folder=${RUNNER_TEMP:-$(mktemp -d)}/soiree
  say "installing soiree $version"
  python3 -m venv "$folder"
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "soiree-lint==$version"
  printf '%s\n' "$folder/bin" >>"$GITHUB_PATH"
}

fetch_commit() {
  git cat-file -e "$1^{commit}" 2>/dev/null || git fetch --quiet --no-tags --depth=1 origin "$1" >&2
}

# The revision that a pull request is compared with, fetched when the clone is shallow.
pull_request_base() {
  local branch=$GITHUB_BASE_REF head commit parents=()
  head=$(git rev-parse --verify HEAD) || {
    say "there is no commit to compare; run actions/checkout before this action" >&2
    return 2
  }
  # GitHub checks out a merge of the pull request into its base: the first parent is the base. A
  # workflow may have checked out something else, a branch that ends in a merge for one.
  while IFS= read -r commit; do
    parents+=("$commit")
  done < <(git cat-file -p HEAD | sed -n '/^$/q; s/^parent //p')
  if ((${#parents[@]} == 2)) && [[ ${GITHUB_REF:-} == refs/pull/*/merge && $head == "${GITHUB_SHA:-}" ]]; then
    fetch_commit "${parents[0]}"
    printf '%s\n' "${parents[0]}"
    return
  fi
  local history=()
  if [[ $(git rev-parse --is-shallow-repository) == true ]]; then history=(--unshallow); fi
  git fetch --quiet --no-tags ${history[@]+"${history[@]}"} origin \
    "+refs/heads/$branch:refs/remotes/origin/$branch" >&2
  printf 'origin/%s...\n' "$branch"
}

check() {
  local options=() paths=() path diff=${SOIREE_DIFF:-auto}
  if [[ -n ${SOIREE_ACTION_REPOSITORY:-} && -n ${SOIREE_ACTION_REF:-} ]]; then
    export SOIREE_RULE_PAGES=${GITHUB_SERVER_URL:-}/$SOIREE_ACTION_REPOSITORY/blob/$SOIREE_ACTION_REF
  fi
  while IFS= read -r path; do
    if [[ -n $path ]]; then paths+=("$path"); fi
  done <<<"${SOIREE_PATHS:-.}"
  if [[ -n ${SOIREE_CONFIG:-} ]]; then options+=("--config=$SOIREE_CONFIG"); fi
  if [[ -n ${SOIREE_SARIF:-} ]]; then
    # Code scanning compares with the base itself, and must see everything for that.
    soiree check ${options[@]+"${options[@]}"} --format=sarif "--output=$SOIREE_SARIF" --fail-on=never --quiet \
      -- ${paths[@]+"${paths[@]}"} || say "the SARIF report is not complete"
  fi
  if [[ $diff == auto ]]; then
    diff=none
    if [[ -n ${SOIREE_MERGE_BASE:-} ]]; then
      # A merge queue builds on this commit; what is older has been looked at.
      fetch_commit "$SOIREE_MERGE_BASE"
      diff=$SOIREE_MERGE_BASE
    elif [[ -n ${GITHUB_BASE_REF:-} ]]; then
      diff=$(pull_request_base)
    fi
    if [[ $diff != none ]]; then
      say "reporting what changed since $diff"
    fi
  fi
  if [[ $diff != none ]]; then options+=("--diff=$diff"); fi
  soiree check ${options[@]+"${options[@]}"} --format=github "--fail-on=${SOIREE_FAIL_ON:-warning}" \
    -- ${paths[@]+"${paths[@]}"}
}

case ${1:-} in
  install) install ;;
  check) check ;;
  *)
    say "usage: run.sh install | check"
    exit 2
    ;;
esac
