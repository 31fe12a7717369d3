# shellcheck shell=sh disable=SC2154,SC2034 # the variables of the files that source each other
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
    *) return 0 ;;
  esac
  if [ -n "${LC_ALL:-}" ]; then
    LC_ALL=C.UTF-8
  else
    LC_CTYPE=C.UTF-8
    export LC_CTYPE
  fi
}

vireo_launch() {
  vireo_find_locale
  vireo_find_verb "$@"
  vireo_find_cache
  set -- -cp "$vireo_home/lib/vireo.jar" dev.vireo.cli.Main "$@"
  case $vireo_verb in
    # These run long enough for the optimizing compiler to pay off.
    '' | simulator | simulator\ *) ;;
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
    set -- "-XX:AOTCache=$vireo_cache.aot" "$@"
  else
    set -- "-XX:SharedArchiveFile=$vireo_cache.jsa" -Xshare:auto "$@"
  fi
  if [ "$vireo_java_feature" -ge 22 ]; then
    # Do not wait 300 ms at exit for threads that sit in a system call.
    set -- -XX:UserThreadWaitAttemptsAtExit=0 "$@"
  fi
  # P-384 first: the first P-256 key costs JDK 25 some 50 ms, and servers take either.
  # shellcheck disable=SC2086 # VIREO_JAVA_OPTIONS holds several options
  exec "$vireo_java_home/bin/java" -Xlog:disable -XX:-UsePerfData \
    -Djdk.tls.namedGroups=secp384r1,secp256r1,secp521r1 --enable-native-access=ALL-UNNAMED \
    ${VIREO_JAVA_OPTIONS:-} "$@"
}
