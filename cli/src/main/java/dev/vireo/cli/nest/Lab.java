package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.Session;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHost;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.libvirt.VirshHost;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nested hosts that a call is about: those of one libvirt. */
public final class Lab {
  /** The option that names a host. */
  static final String NAME = "name";

  static final OptionSpec LIBVIRT =
      OptionSpec.named(
          "libvirt",
          "URI of libvirt (default: that of -c or LIBVIRT_DEFAULT_URI if it is QEMU's, else"
              + " qemu:///system)",
          new Completer.Words(List.of("qemu:///system", "qemu:///session")));

  private final VirtualizationHost libvirt;
  private final LocalHost machine;

  private Lab(LabSite site, String uri) {
    this.libvirt = site.libvirt().apply(uri);
    this.machine = site.machine();
  }

  static Lab of(Call call) {
    return of(call.session(), call.string(LIBVIRT.name()));
  }

  private static Lab of(Session session, @Nullable String wanted) {
    String uri = wanted == null ? namedOrDefault(session) : wanted;
    return new Lab(session.labSite(), uri);
  }

  /**
   * What names a VMware host is for other commands; what names QEMU can only be meant for these.
   */
  private static String namedOrDefault(Session session) {
    return session.namedUris().stream()
        .filter(uri -> uri.startsWith("qemu:") || uri.startsWith("qemu+"))
        .findFirst()
        .orElse(VirshHost.DEFAULT_URI);
  }

  /** The option for the name of a host that is there. */
  static OptionSpec name(String help) {
    return OptionSpec.data(NAME, help, new Completer.NestedHosts());
  }

  /** Names of all hosts; none when libvirt does not answer, since TAB is no place for errors. */
  public static List<String> namesOrNone(Session session) {
    try {
      return of(session, null).hosts().list().stream().map(NestedHost::name).toList();
    } catch (NestException e) {
      return List.of();
    }
  }

  VirtualizationHost libvirt() {
    return libvirt;
  }

  LocalHost machine() {
    return machine;
  }

  NestedHosts hosts() {
    return new NestedHosts(libvirt, machine);
  }
}
