package dev.vireo.nest;

import dev.vireo.nest.internal.ShellWord;
import dev.vireo.nest.internal.check.NetworkRemedy;
import dev.vireo.nest.libvirt.VirtualizationException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says libvirt's known failures to start a nested host in words that help. */
final class KnownStartFailures {

  /** Words for a failure, and what to do about it; null for nothing. */
  private record Words(String fact, @Nullable String remedy) {}

  private record Known(Pattern text, BiFunction<String, MatchResult, Words> words) {}

  private static final String SEE_CHECK = "see `vireo nest check`";

  // Each text was seen with libvirt 9.0 and QEMU 7.2.
  private static final List<Known> ALL =
      List.of(
          new Known(
              Pattern.compile("doesn't match specification: missing features: \\S*?(vmx|svm)"),
              (uri, match) ->
                  new Words(
                      "the guest's processor would have no %s, so that ESXi could not run machines: this host does not let guests nest"
                          .formatted(match.group(1)),
                      SEE_CHECK)),
          new Known(
              Pattern.compile("Could not access KVM kernel module: (.*)"),
              (uri, match) ->
                  new Words(
                      "QEMU may not use /dev/kvm (%s)".formatted(match.group(1)),
                      "chgrp kvm /dev/kvm && chmod 660 /dev/kvm")),
          new Known(
              Pattern.compile("Cannot get interface MTU on '([^']+)': No such device"),
              (uri, match) ->
                  new Words(
                      "there is no bridge %s on the host".formatted(match.group(1)), SEE_CHECK)),
          new Known(
              Pattern.compile("Unable to add port \\S+ to OVS bridge (\\S+)"),
              (uri, match) ->
                  new Words(
                      "Open vSwitch takes no port for a bridge %s".formatted(match.group(1)),
                      "is it in ovs-vsctl list-br?")),
          new Known(
              Pattern.compile("Could not open '([^']+)': Permission denied"),
              (uri, match) ->
                  new Words(
                      "QEMU may not open " + match.group(1),
                      "its user needs the right to enter the folders above (namei -l %s)"
                          .formatted(ShellWord.quoted(match.group(1))))),
          new Known(
              Pattern.compile(
                  "Failed to get \"write\" lock\\s+Is another process using the image"
                      + " \\[(.+)\\]\\?"),
              (uri, match) ->
                  new Words(
                      "%s is in use, as by another domain that runs, and two would destroy it"
                          .formatted(match.group(1)),
                      null)),
          new Known(
              Pattern.compile("'([^']+)' is not a valid device model name"),
              (uri, match) ->
                  new Words("this QEMU has no device '%s'".formatted(match.group(1)), null)),
          new Known(
              Pattern.compile("network '([^']+)' is not active"),
              (uri, match) ->
                  new Words(
                      "libvirt's network '%s' does not run".formatted(match.group(1)),
                      NetworkRemedy.inactive(uri, match.group(1)))));

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
        Words words = known.words().apply(uri, matcher.toMatchResult());
        NestException told =
            new NestException("%s does not start: %s".formatted(name, words.fact()), failure);
        return words.remedy() == null ? told : told.withHint(words.remedy());
      }
    }
    return failure;
  }
}
