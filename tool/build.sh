# shellcheck shell=sh disable=SC2154,SC2034 # the variables of the files that source each other
# Builds the installed directory of the vireo command, cli/target/dist, from the sources. Sourced by
# ./vireo with vireo_root (the source tree, absolute) set, after vireo_find_java javac.
#
# At no time is there half an installed directory: it is made under another name, complete with its
# trained start-up cache, and then renamed. One build runs at a time.

# shellcheck source=tool/maven.sh
. "$vireo_root/tool/maven.sh"

# Waits for the lock .tools/build.lock and holds it until vireo_unlock or the end of this shell.
vireo_lock() {
  mkdir -p "$vireo_root/.tools" || return 1
  vireo_lock_file=$vireo_root/.tools/build.lock
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$vireo_lock_file"
    flock -n 9 && return 0
    echo "waiting for another build of Vireo to end ..." >&2
    flock 9
  else
    # A link is made and filled in one step, so that a lock always tells its owner.
    while ! ln -s "$$" "$vireo_lock_file.link" 2>/dev/null; do
      vireo_owner=$(readlink "$vireo_lock_file.link") || continue
      if kill -0 "$vireo_owner" 2>/dev/null; then
        sleep 1
      else
        rm -f "$vireo_lock_file.link"
      fi
    done
  fi
}

vireo_unlock() {
  if [ -h "$vireo_lock_file.link" ]; then
    rm -f "$vireo_lock_file.link"
  fi
  exec 9>&-
}

vireo_clean_up() {
  rm -rf "$vireo_new"
  vireo_unlock
}

# Trains one start-up cache of the installed directory $1, remote or embedded ($2), with real commands.
# Without one Vireo works all the same, only slower, so a failure is only noted in the log.
vireo_train() {
  if [ "$vireo_java_feature" -ge 25 ]; then
    vireo_cache=$1/$2.aot
    vireo_train_option=-XX:AOTCacheOutput=$vireo_cache
  else
    vireo_cache=$1/$2.jsa
    vireo_train_option=-XX:ArchiveClassesAtExit=$vireo_cache
  fi
  "$vireo_java_home/bin/java" "$vireo_train_option" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -XX:-UsePerfData -Djdk.reflect.useNativeAccessorOnly=true \
    -Djdk.tls.namedGroups=secp384r1,secp256r1,secp521r1 \
    --enable-native-access=ALL-UNNAMED -cp "$1/lib/vireo.jar" dev.vireo.cli.internal.Training "$2" \
    >>"$vireo_log" 2>&1 </dev/null
  vireo_status=$?
  if [ $vireo_status -ne 0 ] || ! [ -s "$vireo_cache" ]; then
    echo "the start-up cache $2 could not be trained (exit $vireo_status): vireo starts slower" >>"$vireo_log"
    rm -f "$vireo_cache"
  fi
}

# Builds under the lock; vireo_fresh, defined by the caller, tells whether another did it meanwhile.
vireo_build() {
  vireo_find_maven || return 1
  vireo_lock || return 1
  if vireo_fresh; then
    vireo_unlock
    return 0
  fi
  vireo_log=$vireo_root/.tools/build.log
  vireo_dist=$vireo_root/cli/target/dist
  vireo_new=$vireo_root/cli/target/dist.new
  trap 'trap - INT TERM HUP; vireo_clean_up; exit 130' INT TERM HUP
  if [ -d "$vireo_dist" ]; then
    echo "building Vireo, its sources or its Java changed ..." >&2
  else
    echo "building Vireo, once ..." >&2
  fi

  # A build that was killed may have left half a class file that looks finished.
  vireo_clean=
  if [ -e "$vireo_root/.tools/building" ]; then
    vireo_clean=clean
  fi
  # Its time is the start of the build: what changes meanwhile is newer.
  echo "$vireo_java_home" >"$vireo_root/.tools/building"
  # shellcheck disable=SC2086 # vireo_clean may be empty
  JAVA_HOME=$vireo_java_home "$vireo_mvn" -q -B -ntp -f "$vireo_root/pom.xml" -pl cli -am $vireo_clean package \
    -Dmaven.test.skip=true -Dspotless.check.skip=true >"$vireo_log" 2>&1 </dev/null
  vireo_status=$?
  if [ $vireo_status -ne 0 ]; then
    # Above 128 it was killed; else Maven ended by itself and left nothing by halves.
    [ $vireo_status -gt 128 ] || rm -f "$vireo_root/.tools/building"
    grep -v '^WARNING: ' "$vireo_log" | tail -n 40 >&2
    echo "error: the build of Vireo failed (its whole output: $vireo_log)" >&2
    vireo_clean_up
    return 1
  fi

  rm -rf "$vireo_new"
  mkdir -p "$vireo_new/bin" "$vireo_new/lib" &&
    mv "$vireo_root/.tools/building" "$vireo_new/built" &&
    cp "$vireo_root/tool/vireo" "$vireo_new/bin/vireo" &&
    chmod 755 "$vireo_new/bin/vireo" &&
    cp "$vireo_root/tool/jdk.sh" "$vireo_root/tool/launch.sh" "$vireo_root/LICENSE" "$vireo_new/lib" &&
    cp "$vireo_root"/cli/target/vireo-cli-*.jar "$vireo_new/lib/vireo.jar" &&
    tr ':' '\n' <"$vireo_root/cli/target/classpath" | while IFS= read -r vireo_jar || [ -n "$vireo_jar" ]; do
      cp "$vireo_jar" "$vireo_new/lib" || exit 1
    done
  vireo_status=$?
  if [ $vireo_status -ne 0 ]; then
    echo "error: Vireo could not be put together in $vireo_new" >&2
    vireo_clean_up
    return 1
  fi
  vireo_train "$vireo_new" remote
  vireo_train "$vireo_new" embedded
  touch "$vireo_new/trained" # a start-up cache that is newer is not the one that was made
  rm -rf "$vireo_dist.old"
  if [ -d "$vireo_dist" ]; then
    mv "$vireo_dist" "$vireo_dist.old"
  fi
  mv "$vireo_new" "$vireo_dist"
  rm -rf "$vireo_dist.old"
  trap - INT TERM HUP
  vireo_unlock
}
