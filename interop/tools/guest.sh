#!/bin/sh
# Makes the small Linux that the tests of nested hosts boot: Debian's kernel, its modules for the disk
# controllers and network cards of nested hosts, and a static busybox, all from Debian's packages.
# They are only unpacked, nothing is installed, and root is not needed.
#
# $1: the folder to make, with vmlinuz, busybox and modules/NN-NAME.ko, to be loaded in that order
set -eu
guest=$1
wanted='ahci sd_mod vmxnet3 e1000 e1000e 8021q'

if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
  echo "error: the Linux guest: it is made from Debian's packages, and there is no apt-get" >&2
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# apt's own user fetches where root runs this.
chmod 755 "$work"
[ "$(id -u)" -ne 0 ] || chown _apt "$work" 2>/dev/null || true
cd "$work"

# The package linux-image-amd64 is empty and depends on the newest one with a kernel.
newest() {
  apt-cache depends linux-image-amd64 | sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p' | head -n 1
}
kernel=$(newest)
if [ -z "$kernel" ] && [ "$(id -u)" -eq 0 ]; then
  apt-get update -q
  kernel=$(newest)
fi
if [ -z "$kernel" ]; then
  echo "error: the Linux guest: apt knows no linux-image-amd64: apt-get update" >&2
  exit 1
fi
apt-get download -q "$kernel" busybox-static

dpkg-deb -x busybox-static_*.deb busybox
busybox=$(find "$work/busybox" -type f -name busybox -perm -u+x)
# What is left out is most of the hundreds of megabytes.
dpkg-deb --fsys-tarfile "$kernel"_*.deb | tar -xf - --exclude='*/kernel/sound' --exclude='*/kernel/fs' \
  --exclude='*/drivers/gpu' --exclude='*/drivers/media' --exclude='*/drivers/infiniband' \
  --exclude='*/drivers/net/wireless' ./boot ./lib/modules
modules=$(find "$work" -type d -path '*/lib/modules/*' -prune)
find "$modules" -name '*.ko.xz' -exec "$busybox" unxz {} +
"$busybox" depmod -b "${modules%/lib/modules/*}" "${modules##*/}"

mkdir -p new/modules
cp boot/vmlinuz-* new/vmlinuz
cp "$busybox" new/busybox
# modules.dep has a line FILE: NEEDED... for each module, the last needed to be loaded first.
# shellcheck disable=SC2086 # a list of words
printf '%s\n' $wanted | awk -v folder="$modules" '
  function load(file) { if (!(file in loaded)) { loaded[file] = 1; print file } }
  FILENAME != "-" {
    file = $1; sub(/:$/, "", file); name = file; sub(/.*\//, "", name); sub(/\.ko$/, "", name)
    path[name] = file; needs[name] = ""
    for (i = NF; i > 1; i--) needs[name] = needs[name] " " $i
    next
  }
  # One that is not there is built in; the tests will tell.
  $1 in path { n = split(needs[$1], need, " "); for (i = 1; i <= n; i++) load(need[i]); load(path[$1]) }
' "$modules/modules.dep" - | awk '{ name = $1; sub(/.*\//, "", name); printf "%s %02d-%s\n", $1, NR, name }' |
  while read -r file name; do
    cp "$modules/$file" "new/modules/$name"
  done

mkdir -p "${guest%/*}"
rm -rf "$guest"
mv new "$guest"
echo "$kernel" >"$guest/kernel"
