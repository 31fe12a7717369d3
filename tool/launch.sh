# shellcheck shell=sh disable=SC2154,SC2034 # the variables of the files that source each other
# shellcheck disable=SC3013,SC3045 # -ef, -nt and ulimit -v: where a shell has none, they fail quietly
# Starts the JVM for the vireo command and becomes it. Sourced, after vireo_find_java, with vireo_home
# set to the installed directory (the one with bin, lib and the start-up cache).

# Sets vireo_verb to the first word that is a command, empty for the interactive shell, and vireo_uri
# to the host that the options before it or the environment name, empty for none.
vireo_find_verb() {
  vireo_verb=
  vireo_uri=${VIREO_DEFAULT_CONNECT_URI:-${VIRSH_DEFAULT_CONNECT_URI:-${LIBVIRT_DEFAULT_URI:-}}}
  while [ $# -gt 0 ]; do
    case $1 in
      -c | --connect)
        shift
        [ $# -gt 0 ] || return 0
        vireo_uri=$1
        ;;
      --connect=*) vireo_uri=${1#--connect=} ;;
      # The other options of the command line itself that take a value.
      -d | --debug | -e | --escape | -k | --keepalive-interval | -K | --keepalive-count | -l | --log)
        shift
        [ $# -gt 0 ] || return 0
        ;;
      -h | --help | -v | -V | --version | --version=*) vireo_verb=$1 && return 0 ;;
      -*) ;;
      *) vireo_verb=$1 && return 0 ;;
    esac
    shift
  done
}

# Sets vireo_cache to the start-up cache that suits: all classes of a cache are loaded at the start,
# so there is one for commands that meet a simulated host in their own process, and one without it.
vireo_find_cache() {
  case $vireo_verb/$vireo_uri in
    simulator/* | simulator\ * | */test:*) vireo_cache=$vireo_home/embedded ;;
    *) vireo_cache=$vireo_home/remote ;;
  esac
}

# Java decodes its arguments, the environment and file names by the locale. Where that is none, or one
# that may not be installed, as under cron and in containers, they are taken for UTF-8 all the same.
vireo_find_locale() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    '' | C | POSIX) ;;
    *.[Uu][Tt][Ff]8 | *.[Uu][Tt][Ff]-8)
      [ -d /usr/lib/locale/C.utf8 ] || [ -d /usr/lib/locale/C.UTF-8 ] || return 0
      ;;
    # Any other may have an encoding of its own, if it is installed: the program `locale` knows.
    *)
      case $(locale charmap 2>/dev/null) in
        '' | ANSI_X3.4-1968 | US-ASCII | 646) ;;
        *) return 0 ;;
      esac
      ;;
  esac
  if [ -n "${LC_ALL:-}" ]; then
    LC_ALL=C.UTF-8
  else
    LC_CTYPE=C.UTF-8
    export LC_CTYPE
  fi
}

# Java does not start in a directory that is no longer there. Where another one has taken its name that
# is meant; else Java starts elsewhere, and is told the old name, below which it finds nothing.
# Sets vireo_directory to that name, empty for a directory that is there.
vireo_find_directory() {
  vireo_directory=
  [ -n "${PWD:-}" ] && [ "$PWD" -ef . ] 2>/dev/null && return 0
  vireo_directory=$(readlink /proc/self/cwd 2>/dev/null) || vireo_directory=${PWD:-}
  case $vireo_directory in
    *' (deleted)') ;;
    *) # a shell that cannot compare
      cd "${vireo_directory:-/}" 2>/dev/null && vireo_directory= && return 0
      ;;
  esac
  cd "${vireo_directory% (deleted)}" 2>/dev/null && vireo_directory= && return 0
  vireo_directory=${vireo_directory:-/deleted}
  cd / || exit 1
}

# Sets vireo_memory_options to what lets Java start within the limit on virtual memory: it reserves
# some gigabytes that it never touches. Says so where no option would help.
vireo_find_memory() {
  vireo_memory_options=
  vireo_limit=$(ulimit -v 2>/dev/null)
  case $vireo_limit in
    '' | *[!0-9]*) return 0 ;; # unlimited, or a shell that does not know
  esac
  if [ "$vireo_limit" -lt "$vireo_least_memory" ]; then
    echo "error: the limit on virtual memory, $vireo_limit KiB, is too low for Java: raise it with 'ulimit -v' to $vireo_least_memory or more" >&2
    exit 1
  fi
  if [ "$vireo_limit" -lt "$vireo_plenty_of_memory" ]; then
    vireo_memory_options="-XX:+UseSerialGC -Xmx$((vireo_limit / 8))k -XX:CompressedClassSpaceSize=32m -XX:ReservedCodeCacheSize=32m"
    # The C library reserves 64 MiB for each thread otherwise.
    MALLOC_ARENA_MAX=1
    export MALLOC_ARENA_MAX
  fi
}

# Succeeds when neither the start-up cache nor the classes it was made of have changed since. Java does
# not look through it before it takes what is there for its own memory, and may mix it with classes of
# another build.
vireo_trusts_cache() {
  [ -f "$vireo_cache" ] || return 1
  for vireo_file in "$vireo_cache" "$vireo_home"/lib/*.jar; do
    ! [ "$vireo_file" -nt "$vireo_home/trained" ] || return 1
  done
}

# In KiB: what Java needs with the options for little memory, and without.
vireo_least_memory=1000000
vireo_plenty_of_memory=6000000

vireo_launch() {
  vireo_find_directory
  vireo_find_memory
  vireo_find_locale
  vireo_find_verb "$@"
  vireo_find_cache
  set -- -cp "$vireo_home/lib/vireo.jar" dev.vireo.cli.Main "$@"
  case $vireo_verb in
    # These run long enough for the optimizing compiler to pay off.
    '') ;;
    # What a request needs is forgotten soon: a small young generation costs no speed, and keeps the
    # process from growing to what the JVM thinks it may take, a quarter of the machine.
    simulator | simulator\ *)
      set -- -XX:+UseSerialGC -Xms16m -XX:NewSize=12m -XX:MaxNewSize=24m -XX:MinHeapFreeRatio=10 \
        -XX:MaxHeapFreeRatio=30 "$@"
      ;;
    # Reflection by the JVM itself instead of method handles made for each record: those only pay off
    # after many calls, and their making is some tenth of the work of a short command. Nor is the
    # cache moved to another address at each start, which would touch all of its pages, and what the
    # training ran often is not compiled before it is run again.
    *)
      set -- -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djdk.reflect.useNativeAccessorOnly=true \
        -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
        -XX:-AOTReplayTraining "$@"
      ;;
  esac
  # The cache is bound to one build of one JVM; any other goes on without it, and silently because
  # of -Xlog (its complaint would go to standard output).
  if [ "$vireo_java_feature" -ge 25 ]; then
    vireo_cache=$vireo_cache.aot
    vireo_cache_option=-XX:AOTCache=$vireo_cache
  else
    vireo_cache=$vireo_cache.jsa
    vireo_cache_option=-XX:SharedArchiveFile=$vireo_cache
  fi
  # Where that does not help, as with one whose bytes are damaged, OnError says what to do.
  if vireo_trusts_cache; then
    set -- "$vireo_cache_option" \
      "-XX:OnError=echo error: Java has crashed. If it does so again remove the files aot and jsa where vireo is installed >&2" "$@"
  fi
  if [ -n "$vireo_directory" ]; then
    set -- "-Duser.dir=$vireo_directory" "$@"
  fi
  if [ "$vireo_java_feature" -ge 22 ]; then
    # Do not wait 300 ms at exit for threads that sit in a system call.
    set -- -XX:UserThreadWaitAttemptsAtExit=0 "$@"
  fi
  # Standard output is for data: what Java itself has to say goes to standard error.
  # P-384 first: the first P-256 key costs JDK 25 some 50 ms, and servers take either.
  # shellcheck disable=SC2086 # both variables hold several options
  exec "$vireo_java_home/bin/java" -Xlog:disable -XX:+DisplayVMOutputToStderr -XX:-UsePerfData \
    -Djdk.tls.namedGroups=secp384r1,secp256r1,secp521r1 --enable-native-access=ALL-UNNAMED \
    $vireo_memory_options ${VIREO_JAVA_OPTIONS:-} "$@"
}
