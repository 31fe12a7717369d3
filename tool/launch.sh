# shellcheck shell=sh disable=SC2154,SC2034 # the variables of the files that source each other
# Starts the JVM for the vireo command and becomes it. Sourced, after vireo_find_java, with vireo_home
# set to the installed directory (the one with bin, lib and the start-up cache).

# Sets vireo_verb to the first word that is a command, empty for the interactive shell.
vireo_find_verb() {
  vireo_verb=
  while [ $# -gt 0 ]; do
    case $1 in
      # The options of the command line itself that take a value.
      -c | --connect | -d | --debug | -e | --escape | -k | --keepalive-interval | -K | \
        --keepalive-count | -l | --log)
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

vireo_launch() {
  vireo_find_verb "$@"
  set -- -cp "$vireo_home/lib/vireo.jar" dev.vireo.cli.Main "$@"
  case $vireo_verb in
    # These run long enough for the optimizing compiler to pay off.
    '' | simulator | simulator\ *) ;;
    # Reflection by the JVM itself instead of method handles made for each record: those only pay off
    # after many calls, and their making is some tenth of the work of a short command.
    *) set -- -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djdk.reflect.useNativeAccessorOnly=true "$@" ;;
  esac
  # The cache is bound to one build of one JVM; any other goes on without it, and silently because
  # of -Xlog (its complaint would go to standard output).
  if [ "$vireo_java_feature" -ge 25 ]; then
    set -- "-XX:AOTCache=$vireo_home/vireo.aot" "$@"
  else
    set -- "-XX:SharedArchiveFile=$vireo_home/vireo.jsa" -Xshare:auto "$@"
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
