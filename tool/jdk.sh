# shellcheck shell=sh disable=SC2154,SC2034 # the variables of the files that source each other
# Finds the newest Java among those installed, without starting one: each names its version in its
# `release` file. Sourced by ./vireo, ./check and the installed launcher.
#
# vireo_find_java PROGRAM sets vireo_java_home and vireo_java_feature (21, 25, ...) to the newest
# Java from 21 on that has bin/PROGRAM (java to run, javac to build). VIREO_JAVA_HOME, when set, is
# taken without a search. Returns 1 after one sentence on standard error when there is none.
#
# vireo_search_java PROGRAM [FEATURE] searches in silence, for that feature release when it is given.

vireo_oldest_java=21

# Sets vireo_feature to the feature release of the Java in directory $1 (0 when it tells none).
vireo_feature_of() {
  vireo_feature=0
  [ -r "$1/release" ] || return 0
  while IFS= read -r vireo_line || [ -n "$vireo_line" ]; do
    case $vireo_line in
      JAVA_VERSION=*)
        vireo_line=${vireo_line#JAVA_VERSION=}
        vireo_line=${vireo_line#\"}
        case $vireo_line in
          1.*) vireo_line=${vireo_line#1.} ;; # 1.8.0_452 is Java 8
          *-*) vireo_line=0 ;;                # early access
        esac
        vireo_line=${vireo_line%%[!0-9]*}
        vireo_feature=${vireo_line:-0}
        return 0
        ;;
    esac
  done <"$1/release"
}

# Takes the Java in directory $1 when it has bin/$2 and is newer than the one taken so far.
vireo_consider_java() {
  [ -x "$1/bin/$2" ] || return 0
  vireo_feature_of "$1"
  if [ "$vireo_feature" -ge "$vireo_oldest_java" ] &&
    [ "$vireo_feature" -gt "$vireo_java_feature" ] &&
    { [ -z "$vireo_wanted_java" ] || [ "$vireo_feature" -eq "$vireo_wanted_java" ]; }; then
    vireo_java_home=$1
    vireo_java_feature=$vireo_feature
  fi
}

vireo_search_java() {
  vireo_java_home=
  vireo_java_feature=0
  vireo_wanted_java=${2:-}
  if [ -n "${JAVA_HOME:-}" ]; then
    vireo_consider_java "$JAVA_HOME" "$1"
  fi
  for vireo_candidate in /usr/lib/jvm/* /opt/java/* "${SDKMAN_DIR:-${HOME:-/}/.sdkman}"/candidates/java/* \
    "${HOME:-/}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    # Debian's java-1.21.0-... are links to a directory that is visited anyway.
    [ -h "$vireo_candidate" ] || vireo_consider_java "$vireo_candidate" "$1"
  done
  if vireo_program=$(command -v "$1"); then
    vireo_consider_java "${vireo_program%/bin/"$1"}" "$1"
    # Following a link costs a process, and it leads into one of the folders above most times.
    if [ -z "$vireo_java_home" ] && vireo_program=$(readlink -f "$vireo_program" 2>/dev/null); then
      vireo_consider_java "${vireo_program%/bin/"$1"}" "$1"
    fi
  fi
  [ -n "$vireo_java_home" ]
}

vireo_find_java() {
  if [ -n "${VIREO_JAVA_HOME:-}" ]; then
    vireo_java_home=
    vireo_java_feature=0
    vireo_wanted_java=
    vireo_consider_java "$VIREO_JAVA_HOME" "$1"
    [ -n "$vireo_java_home" ] && return 0
    echo "error: VIREO_JAVA_HOME=$VIREO_JAVA_HOME has no Java $vireo_oldest_java or newer with bin/$1" >&2
    return 1
  fi
  vireo_search_java "$1" && return 0
  case $1 in
    javac) vireo_kind="Vireo is built with a JDK" ;;
    *) vireo_kind="Vireo needs Java" ;;
  esac
  echo "error: $vireo_kind $vireo_oldest_java or newer (25 starts fastest), and none was found in JAVA_HOME, PATH, /usr/lib/jvm or ~/.sdkman; install one or set VIREO_JAVA_HOME" >&2
  return 1
}
