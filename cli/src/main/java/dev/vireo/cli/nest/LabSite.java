package dev.vireo.cli.nest;

import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.libvirt.VirshHost;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.util.Objects;
import java.util.function.Function;

/**
 * Where nested hosts live.
 *
 * @param libvirt reaches the libvirt of a connection URI
 * @param machine this machine
 */
public record LabSite(Function<String, VirtualizationHost> libvirt, LocalHost machine) {

  public LabSite {
    Objects.requireNonNull(libvirt);
    Objects.requireNonNull(machine);
  }

  /** This machine, and libvirt by way of {@code virsh}. */
  public static LabSite system() {
    return new LabSite(VirshHost::new, LocalHost.system());
  }
}
