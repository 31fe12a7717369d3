# shellcheck shell=sh
# The programs from elsewhere that the interop tests run, found as those tests find them: first in
# .tools/, then in PATH. Sourced by ./check, from the top of the source tree.

# Succeeds when the program $1 is there.
vireo_has_program() {
  case $1 in
    pyvmomi)
      command -v python3 >/dev/null &&
        { [ -d .tools/python/pyVmomi ] || python3 -c 'import pyVmomi' 2>/dev/null; }
      ;;
    # Only root can give the daemon a place of its own.
    libvirtd) [ "$(id -u)" -eq 0 ] && PATH=$PATH:/usr/sbin command -v libvirtd >/dev/null ;;
    ovs-vswitchd) PATH=$PATH:/usr/sbin command -v ovs-vswitchd >/dev/null ;;
    linux-guest) [ -x .tools/guest/busybox ] && [ -e .tools/guest/vmlinuz ] ;;
    *) [ -x ".tools/bin/$1" ] || command -v "$1" >/dev/null ;;
  esac
}

# Says which interop tests were left out for want of their programs, and how to get them.
vireo_report_programs() {
  vireo_missing=
  for vireo_name in virsh vcsim govc pyvmomi libvirtd qemu-system-x86_64 xmllint ovs-vswitchd linux-guest; do
    vireo_has_program "$vireo_name" || vireo_missing="$vireo_missing $vireo_name"
  done
  [ -n "$vireo_missing" ] || return 0
  echo "LEFT OUT, because the program is not installed: the interop tests with$vireo_missing."
  echo "To have them run: interop/tools/install (as root it also installs virsh, libvirtd, QEMU, Open vSwitch and xmllint, from Debian's packages; the tests with libvirtd must be run as root)."
}
