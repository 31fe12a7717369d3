package dev.vireo.nest.internal.check;

import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.Distribution;
import dev.vireo.nest.internal.ShellWord;
import dev.vireo.nest.internal.Software;
import dev.vireo.nest.libvirt.VirshHost;
import dev.vireo.nest.libvirt.VirtualizationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What brings libvirt's daemon within reach. */
public final class LibvirtRemedy {

  private static final String MONOLITHIC = "libvirtd";
  // The daemon of QEMU where libvirt has one for each driver; clients name the one that they want.
  private static final String MODULAR = "virtqemud";

  private static final String START_MODULAR =
      "systemctl enable --now virtqemud.socket virtnetworkd.socket";
  private static final String START_MONOLITHIC = "systemctl enable --now libvirtd";

  private final LocalHost machine;
  private final String uri;

  private LibvirtRemedy(LocalHost machine, String uri) {
    this.machine = machine;
    this.uri = uri;
  }

  /**
   * What to do about a failure: a command, or words where no command does.
   *
   * @param machine the machine that the daemon was to be reached from
   * @param uri how
   */
  public static String of(LocalHost machine, String uri, VirtualizationException failure) {
    LibvirtRemedy remedy = new LibvirtRemedy(machine, uri);
    return switch (failure.kind()) {
      case NOT_INSTALLED -> remedy.client();
      case REFUSED -> "name a libvirt of QEMU, such as " + VirshHost.DEFAULT_URI;
      case TIMED_OUT -> remedy.restart();
      case INTERRUPTED -> "try again";
      case NO_CONNECTION -> remedy.connection(reason(failure.libvirtText()));
    };
  }

  /** The last line: on a terminal virsh complains of a missing polkit agent before it. */
  private static String reason(String text) {
    return text.lines().reduce("", (first, last) -> last);
  }

  /** A client reaches daemons of other machines, too. */
  private String client() {
    return elsewhere() || installed(MONOLITHIC) || installed(MODULAR)
        ? Distribution.of(machine.osRelease()).install(Software.VIRSH)
        : install();
  }

  private String connection(String text) {
    if (elsewhere()) {
      return "on that machine, have libvirt's daemon run and this user be let in";
    }
    if (Stream.of("Permission denied", "authentication", "polkit").anyMatch(text::contains)) {
      return permission();
    }
    if (uri.contains("socket=")) {
      return "have libvirt's daemon listen there, or name another";
    }
    String daemon = text.contains(MODULAR) ? MODULAR : MONOLITHIC;
    boolean driverMissing = text.contains("no connection driver available");
    return driverMissing || !installed(daemon) ? install() : start(daemon);
  }

  private boolean elsewhere() {
    return !uri.matches("[a-z+]+:///.*");
  }

  /** A daemon without a user for QEMU is half of what belongs together. */
  private boolean installed(String daemon) {
    return machine.hasProgram(daemon) && machine.qemuUser().isPresent();
  }

  private String install() {
    Distribution distribution = Distribution.of(machine.osRelease());
    String install = distribution.install(Software.LIBVIRT);
    if (distribution.family().isEmpty()) {
      return install + ", and start its daemon";
    }
    if (!machine.hasSystemd()) {
      return install + " && " + start(MONOLITHIC);
    }
    return switch (distribution.family().get()) {
      // Its packages start what they bring.
      case DEBIAN -> install;
      case ARCH -> install + " && " + START_MONOLITHIC;
      case FEDORA, SUSE -> install + " && { " + START_MODULAR + " || " + START_MONOLITHIC + "; }";
    };
  }

  private String start(String daemon) {
    if (machine.hasSystemd()) {
      return daemon.equals(MODULAR) ? START_MODULAR : START_MONOLITHIC;
    }
    return daemon.equals(MODULAR)
        ? "virtlogd --daemon && virtnetworkd --daemon && virtqemud --daemon"
        : "virtlogd --daemon && libvirtd --daemon";
  }

  private String restart() {
    if (elsewhere() || !machine.hasSystemd()) {
      return "look whether libvirt's daemon hangs";
    }
    return "systemctl restart " + (machine.hasProgram(MODULAR) ? MODULAR : MONOLITHIC);
  }

  private String permission() {
    Optional<String> group =
        List.of("libvirt", "libvirtd").stream().filter(machine::hasGroup).findFirst();
    return group
        .map(name ->
            "usermod -a -G %s %s, and log in again"
                .formatted(name, ShellWord.quoted(System.getProperty("user.name", "$USER"))))
        .orElse("do this as root");
  }
}
