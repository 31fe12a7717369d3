#!/bin/sh
# Runs libvirt's daemon in the namespaces that this shell is in (mount, network, process ids), so
# that it sees and disturbs no other daemon, network or domain of the machine. Ends, and all it
# started with it, when its standard input ends.
#
# $1: the folder for its socket and logs
# $2, $3: the user and the group that QEMU runs as
set -eu
folder=$1
mount --make-rprivate /

# The daemon looks QEMU's default user up even when it uses another; it comes with Debian's
# libvirt-daemon-system, whose services are not wanted.
for file in passwd group; do
  cp "/etc/$file" "$folder/$file"
  case $file in
    passwd) line='libvirt-qemu:x:0:0::/:/bin/false' ;;
    group) line='libvirt-qemu:x:0:' ;;
  esac
  grep -q '^libvirt-qemu:' "$folder/$file" || echo "$line" >>"$folder/$file"
  mount --bind "$folder/$file" "/etc/$file"
done

mkdir -p /etc/libvirt /var/lib/libvirt /var/log/libvirt /var/cache/libvirt
for place in /etc/libvirt /var/lib/libvirt /var/log/libvirt /var/cache/libvirt /run; do
  mount -t tmpfs -o mode=755 tmpfs "$place"
done
# Where Open vSwitch is installed a test can run one here.
for place in /etc/openvswitch /var/lib/openvswitch /var/log/openvswitch; do
  if [ -d "$place" ]; then
    mount -t tmpfs -o mode=755 tmpfs "$place"
  fi
done
# Of these namespaces: shows the network links that the daemon sees.
mount -t sysfs sysfs /sys
ip link set lo up

cat >/etc/libvirt/qemu.conf <<END
user = "$2"
group = "$3"
dynamic_ownership = 1
remember_owner = 0
security_driver = "none"
namespaces = []
cgroup_controllers = []
END
# libvirt looks for hooks once. A test may put a program there that is run while QEMU starts.
mkdir /etc/libvirt/hooks
cat >/etc/libvirt/hooks/qemu <<END
#!/bin/sh
if [ -x "$folder/hook" ]; then exec "$folder/hook" "\$@"; fi
END
chmod +x /etc/libvirt/hooks/qemu
mkdir "$folder/socket"
cat >"$folder/libvirtd.conf" <<END
unix_sock_dir = "$folder/socket"
auth_unix_rw = "none"
auth_unix_ro = "none"
log_outputs = "2:file:$folder/libvirtd.log"
END

# Both return when they are ready.
virtlogd --daemon
libvirtd --daemon --config "$folder/libvirtd.conf"
echo ready
cat >/dev/null
