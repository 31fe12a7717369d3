# shellcheck shell=sh disable=SC2034 # read by the files that source this one
# Finds Maven. Sourced by ./check and tool/build.sh.

# Sets vireo_mvn to a Maven, or fails with one sentence.
vireo_find_maven() {
  vireo_mvn=$(command -v mvn) && return 0
  echo "error: Vireo is built with Maven 3.8 or newer, and there is no mvn in PATH; install it (Debian, Ubuntu: apt-get install maven)" >&2
  return 1
}
