#!/bin/busybox sh
# The first process of the Linux guest: says in lines "guest: ..." on the first serial port what
# machine it sees, asks for addresses, and switches the machine off.
#
# $guest_tags, of the kernel's command line: VLAN tags to add to the first network card, for a trunk

say() {
  echo "guest: $*"
}

# Waits, 20 seconds at most, until the command $* succeeds.
settle() {
  tries=0
  until "$@" || [ $tries -eq 200 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
}

# Says what the PCI devices of class $2... are, under the name $1.
devices() {
  for device in /sys/bus/pci/devices/*; do
    case $(cat "$device/class") in
      "$2"*)
        driver=$(readlink "$device/driver")
        say "$1 $(cut -c 3- "$device/vendor"):$(cut -c 3- "$device/device") ${driver##*/}"
        ;;
    esac
  done
}

carrier() {
  [ "$(cat "/sys/class/net/$1/carrier" 2>/dev/null)" = 1 ]
}

# Asks for an address for the network interface $1.
address() {
  ip link set "$1" up
  settle carrier "$1"
  if udhcpc -q -n -f -t 6 -T 3 -i "$1" -s /lease >/dev/null 2>&1; then
    # shellcheck disable=SC2046 # two words: the address and the server's
    set -- "$1" $(cat /leased)
    say "lease $1 $2 from $3"
    ping -c 5 -q -I "$1" "$3" >/dev/null && say "reply $1 $3"
    ip address flush dev "$1"
  else
    say "no lease $1"
  fi
}

/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
echo 1 >/proc/sys/kernel/printk
exec </dev/null >/dev/ttyS0 2>&1
for module in /modules/*.ko; do
  insmod "$module"
done
settle [ -e /dev/sda ]
settle [ -e /sys/class/net/eth0 ]

if [ -d /sys/firmware/efi ]; then
  say firmware uefi
else
  say firmware bios
fi
grep -q -w svm /proc/cpuinfo && say processor svm
devices storage 0x01
devices network 0x02
say "disk $(($(cat /sys/block/sda/size) / 2048)) MiB $(sed 's/ *$//' /sys/block/sda/device/model)"
echo 'written by the guest' | dd of=/dev/sda conv=notrunc,fsync 2>/dev/null

address eth0
# shellcheck disable=SC2154 # the kernel puts it into the environment
for tag in $guest_tags; do
  vconfig add eth0 "$tag" >/dev/null
  address "eth0.$tag"
done
say end
# Waits until the port has sent all.
stty -F /dev/ttyS0 sane
poweroff -f
