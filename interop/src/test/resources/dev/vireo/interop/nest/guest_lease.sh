#!/bin/busybox sh
# What udhcpc runs at each event, $1, with what it learned in its environment.
# shellcheck disable=SC2154
if [ "$1" = bound ]; then
  ip address add "$ip/$mask" dev "$interface"
  echo "$ip $serverid" >/leased
fi
