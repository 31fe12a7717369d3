package dev.vireo.nest;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says libvirt's known failures to start a nested host in words that help. */
final class KnownStartFailures {

  private record Known(Pattern text, BiFunction<String, MatchResult, String> words) {}

  // Each text was seen with libvirt 9.0 and QEMU 7.2.
  private static final List<Known> ALL =
      List.of(
          new Known(
              Pattern.compile("doesn't match specification: missing features: \\S*?(vmx|svm)"),
              (uri, match) ->
                  "the guest's processor would have no %s, so that ESXi could not run machines: this host does not let guests nest; see `vireo nest check`"
                      .formatted(match.group(1))),
          new Known(
              Pattern.compile("Could not access KVM kernel module: (.*)"),
              (uri, match) ->
                  "QEMU may not use /dev/kvm (%s): chgrp kvm /dev/kvm && chmod 660 /dev/kvm"
                      .formatted(match.group(1))),
          new Known(
              Pattern.compile("Cannot get interface MTU on '([^']+)': No such device"),
              (uri, match) ->
                  "there is no bridge %s on the host; see `vireo nest check`"
                      .formatted(match.group(1))),
          new Known(
              Pattern.compile("Unable to add port \\S+ to OVS bridge (\\S+)"),
              (uri, match) ->
                  "Open vSwitch takes no port for a bridge %s: is it in ovs-vsctl list-br?"
                      .formatted(match.group(1))),
          new Known(
              Pattern.compile("Could not open '([^']+)': Permission denied"),
              (uri, match) ->
                  "QEMU may not open %s: its user needs the right to enter the folders above (namei -l %1$s)"
                      .formatted(match.group(1))),
          new Known(
              Pattern.compile(
                  "Failed to get \"write\" lock\\s+Is another process using the image"
                      + " \\[(.+)\\]\\?"),
              (uri, match) ->
                  "%s is in use, as by another domain that runs, and two would destroy it"
                      .formatted(match.group(1))),
          new Known(
              Pattern.compile("'([^']+)' is not a valid device model name"),
              (uri, match) -> "this QEMU has no device '%s'".formatted(match.group(1))),
          new Known(
              Pattern.compile("network '([^']+)' is not active"),
              (uri, match) ->
                  "libvirt's network '%s' does not run: %s"
                      .formatted(match.group(1), NetworkRemedy.inactive(uri, match.group(1)))));

  private KnownStartFailures() {}

  /**
   * The failure to start a host, said better where it is known.
   *
   * @param name the host
   * @param uri the URI of its libvirt
   * @param failure libvirt's failure
   */
  static NestException explain(String name, String uri, VirtualizationException failure) {
    for (Known known : ALL) {
      Matcher matcher = known.text().matcher(failure.libvirtText());
      if (matcher.find()) {
        return new NestException(
            "%s does not start: %s"
                .formatted(name, known.words().apply(uri, matcher.toMatchResult())),
            failure);
      }
    }
    return failure;
  }
}
